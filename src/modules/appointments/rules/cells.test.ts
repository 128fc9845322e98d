import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime } from '#kernel/workdays.ts';
import { cellsOfDay, startsOn } from './cells.ts';
import { freeAt, type Left } from './free.ts';
import type { Plan } from './plan.ts';
import { yieldOf } from './yield.ts';

const plan: Plan = {
  kind: 'hall',
  cap: 6,
  specialCap: 2,
  zones: [{ zone: '1', name: {}, cap: 4 }],
  groups: [{ group: 'A', name: {} }],
  windows: ['01', '02', '03', '04', '05'].map((windowNo) => ({ windowNo, groups: ['A'], zone: '1', personCap: 2 })),
  services: [{ group: 'A', cells: 2 }],
  doors: [],
  walkInPercent: 20,
  walkInHours: 2,
  leadMinutes: 10,
  tailMinutes: 5,
  partyMax: 2,
  perPersonDay: 1,
  holdMinutes: 5,
  offerHours: 48,
  release: { daysAhead: 7, at: '08:00', priorityMinutes: 10 },
};
const day = '2020-07-30';
const zone = 'Asia/Shanghai';
const spans = [
  { from: '08:30', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const at = (time: string) => Date.parse(`${day}T${time}:00+08:00`) / 1000;
const times = (seconds: readonly number[], where = zone) =>
  seconds.map((second) => {
    const { minute } = localTime(new Date(second * 1000), where);
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  });

test('windows have cells while the hall is open, the hall also while people come and go', () => {
  const cells = cellsOfDay(plan, spans, { day, zone });
  const window = cells.find(({ kind }) => kind === 'window');
  const hall = cells.find(({ kind }) => kind === 'hall');
  expect([window?.at.length, times(window?.at.slice(0, 1) ?? []), times(window?.at.slice(-1) ?? [])]).toEqual([102, ['08:30'], ['17:55']]);
  expect([times(hall?.at.slice(0, 1) ?? []), times(hall?.at.slice(-1) ?? []), hall?.personCap]).toEqual([['08:20'], ['18:00'], 6]);
});

test('of the windows’ time the walk-in share is kept, spread over windows and half hours', () => {
  const windows = cellsOfDay(plan, spans, { day, zone }).filter(({ kind }) => kind === 'window');
  const kept = windows.flatMap((one) => one.kept).filter(Boolean).length;
  expect(kept / windows.flatMap((one) => one.at).length).toBeCloseTo(0.2, 1);
  const atNine = windows.map((one) => one.kept[one.at.indexOf(at('09:00'))]);
  expect(atNine.filter(Boolean)).toHaveLength(1);
});

test('a closing takes the windows’ cells from its instant on, and leaves the hall’s for who is inside', () => {
  const cells = cellsOfDay(plan, spans, { day, zone, isClosed: (second) => second >= at('13:00') });
  expect(times(cells.find(({ kind }) => kind === 'window')?.at.slice(-1) ?? [])).toEqual(['11:55']);
  expect(times(cells.find(({ kind }) => kind === 'hall')?.at.slice(-1) ?? [])).toEqual(['18:00']);
});

test.each([
  ['2021-03-14', ['01:00', '01:30', '03:00', '03:30']],
  ['2021-11-07', ['01:00', '01:30', '01:00', '01:30', '02:00', '02:30', '03:00', '03:30']],
  ['2021-07-01', ['01:00', '01:30', '02:00', '02:30', '03:00', '03:30']],
])('on a day on which the clocks change, times follow the clock on the wall: %s', (on, wanted) => {
  const starts = startsOn([{ from: '01:00', to: '04:00' }], { day: on, zone: 'America/New_York', cells: 6 });
  expect(times(starts, 'America/New_York')).toEqual(wanted);
});

test('the yield of a day is what windows or heads limit it to', () => {
  expect(yieldOf(plan, spans, { day, zone })).toEqual({ places: 129, limitedBy: 'headcount' });
  expect(yieldOf({ ...plan, cap: 60 }, spans, { day, zone })).toEqual({ places: 255, limitedBy: 'windows' });
  expect(yieldOf(plan, [], { day, zone })).toEqual({ places: 0, limitedBy: 'closed' });
});

type Booking = { window: number; start: number; cells: number; party: number };
/** The slow answer: how many more bookings fit, by trying them one after the other on nothing but the list of bookings. */
function slowFree(bookings: readonly Booking[], start: number, { cells, party }: { cells: number; party: number }): number {
  const taken = [...bookings];
  const isInside = (one: Booking, cell: number) => one.start - 2 <= cell && cell < one.start + one.cells + 1;
  const headsAt = (cell: number) => taken.filter((one) => isInside(one, cell)).reduce((sum, one) => sum + one.party, 0);
  let count = 0;
  for (;;) {
    const free = [0, 1, 2, 3, 4].find(
      (window) => !taken.some((one) => one.window === window && one.start < start + cells && start < one.start + one.cells) && party <= 2,
    );
    const span = Array.from({ length: cells + 3 }, (_, index) => start - 2 + index);
    if (free === undefined || span.some((cell) => headsAt(cell) + party > 4)) return count;
    taken.push({ window: free, start, cells, party });
    count += 1;
  }
}

test('what is free at a time is what a count from the bookings alone finds', () => {
  const booking = fc.record({
    window: fc.integer({ min: 0, max: 4 }),
    start: fc.integer({ min: 2, max: 20 }),
    cells: fc.integer({ min: 1, max: 4 }),
    party: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(
      fc.array(booking, { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 2 }),
      (wanted, cells, party) => {
        const bookings = wanted.filter(
          (one, index) =>
            !wanted
              .slice(0, index)
              .some((b) => b.window === one.window && b.start < one.start + one.cells && one.start < b.start + b.cells),
        );
        const all = Array.from({ length: 30 }, (_, index) => index);
        const left = (resourceId: number): Left => ({
          resourceId,
          at: all.map((cell) => cell * 300),
          bookings: all.map((cell) =>
            resourceId > 4 ? 1000 : bookings.some((b) => b.window === resourceId && b.start <= cell && cell < b.start + b.cells) ? 0 : 1,
          ),
          persons: all.map((cell) => {
            const own = bookings.filter((b) =>
              resourceId > 4
                ? b.start - 2 <= cell && cell < b.start + b.cells + 1
                : b.window === resourceId && b.start <= cell && cell < b.start + b.cells,
            );
            return (resourceId === 5 ? 6 : resourceId === 6 ? 4 : 2) - own.reduce((sum, b) => sum + b.party, 0);
          }),
          kept: all.map(() => false),
          hidden: all.map(() => false),
        });
        const starts = [2, 5, 9, 14, 20].map((start) => start * 300);
        const free = freeAt(
          {
            starts,
            cells,
            party,
            leadSeconds: 600,
            tailSeconds: 300,
            rootId: 5,
            windows: [0, 1, 2, 3, 4].map((id) => ({ id, zone: 6 })),
            openUntil: Infinity,
          },
          [0, 1, 2, 3, 4, 5, 6].map(left),
        );
        for (const start of starts) expect(free.get(start)).toBe(slowFree(bookings, start / 300, { cells, party }));
      },
    ),
    { numRuns: 1000 },
  );
});
