import { describe, expect, test } from 'vitest';
import { calibrate, countersFormula, drawOf, forecastWait, meanOf, type Outcome } from './forecast.ts';
import { seeded } from './random.ts';
import { openHeap } from './waiting-line.ts';

const group = 'A';
const groups = [group];
const always = (minutes: number) => () => minutes;

describe('the forecast', () => {
  test('promises nothing where no window serves', () => {
    expect(forecastWait({ servers: [], ahead: [], group, seed: 1 })).toBeUndefined();
  });
  test('is nought when a window is free and nobody waits', () => {
    expect(forecastWait({ servers: [{ groups, busyMinutes: undefined, draw: always(5) }], ahead: [], group, seed: 1 })).toEqual({
      p50: 0,
      p90: 0,
    });
  });
  test('replays everybody who is ahead', () => {
    const servers = [1, 2].map(() => ({ groups, busyMinutes: undefined, draw: always(6) }));
    const ahead = Array.from({ length: 6 }, () => ({ group, inMinutes: 0, draw: always(6) }));
    expect(forecastWait({ servers, ahead, group, seed: 1 })).toEqual({ p50: 18, p90: 18 });
  });
  test('counts a booked person who will be here in time, and not one who comes after', () => {
    const servers = [{ groups, busyMinutes: 4, draw: always(10) }];
    expect(forecastWait({ servers, ahead: [{ group, inMinutes: 5, draw: always(7) }], group, seed: 1 })?.p50).toBe(13);
    expect(forecastWait({ servers, ahead: [{ group, inMinutes: 8, draw: always(7) }], group, seed: 1 })?.p50).toBe(6);
  });
  test('is the same when it is asked twice', () => {
    const draw = drawOf({ ofItem: [], ofGroup: [] });
    const state = { servers: [{ groups, busyMinutes: 1, draw }], ahead: [{ group, inMinutes: 0, draw }], group, seed: 7 };
    expect(forecastWait(state)).toEqual(forecastWait(state));
  });
});

test('a window that serves another group too helps only with what it serves', () => {
  const other = { group: 'B', inMinutes: 0, draw: always(10) };
  const servers = [
    { groups: ['A', 'B'], busyMinutes: undefined, draw: always(5) },
    { groups: ['B'], busyMinutes: undefined, draw: always(5) },
  ];
  expect(forecastWait({ servers, ahead: [other], group, seed: 1 })?.p50).toBe(10);
  expect(forecastWait({ servers: [...servers].reverse(), ahead: [other], group, seed: 1 })?.p50).toBe(0);
});

describe('service times of an item', () => {
  const drawn = (times: { ofItem: number[]; ofGroup: number[] }) => {
    const random = seeded(3);
    const draw = drawOf(times);
    return meanOf(Array.from({ length: 4000 }, () => draw(random)));
  };
  const ofGroup = Array.from({ length: 40 }, (_, index) => 8 + (index % 5));
  test('are the group’s while nothing is known of it', () => expect(drawn({ ofItem: [], ofGroup })).toBeCloseTo(10, 0));
  test('lie between both while little is known', () => expect(drawn({ ofItem: Array(15).fill(20), ofGroup })).toBeCloseTo(15, 0));
  test('are its own once enough is known', () => expect(drawn({ ofItem: Array(30).fill(20), ofGroup })).toBeCloseTo(20, 0));
});

/** A hall with six windows, played for many days; at every arrival the forecast is asked and then what really happened is noted. */
function playedOutcomes(days: number): Outcome[] {
  const random = seeded(11);
  const service = () => 3 - Math.log(1 - random()) * 5;
  const known = Array.from({ length: 200 }, service);
  const draw = drawOf({ ofItem: known, ofGroup: known });
  const outcomes: Outcome[] = [];
  for (let day = 0; day < days; day += 1) {
    const freeAt = Array.from({ length: 6 }, () => 0);
    const visits: { start: number; end: number }[] = [];
    for (let now = 0; now < 420; now += -Math.log(1 - random()) * 1.42) {
      const ahead = visits.filter(({ start }) => start > now).length;
      const busy = visits.filter(({ start, end }) => start <= now && end > now).map(({ start }) => now - start);
      const servers = freeAt.map((_, index) => ({ groups, busyMinutes: busy[index], draw }));
      const queue = Array.from({ length: ahead }, () => ({ group, inMinutes: 0, draw }));
      const wait = forecastWait({ servers, ahead: queue, group, seed: Math.floor(random() * 1e9) });
      const start = Math.max(now, Math.min(...freeAt));
      const end = start + service();
      visits.push({ start, end });
      freeAt[freeAt.indexOf(Math.min(...freeAt))] = end;
      const formula = countersFormula({ ahead: ahead + 1, windows: 6, meanMinutes: meanOf(known) });
      if (wait && busy.length === 6) outcomes.push({ ...wait, formula, waited: start - now });
    }
  }
  return outcomes;
}

test('nine of ten wait no longer than p90, and p50 is nearer than the counters formula', () => {
  const { count, coverage, error, formulaError } = calibrate(playedOutcomes(10));
  expect(count).toBeGreaterThan(500);
  expect(coverage).toBeGreaterThan(0.85);
  expect(coverage).toBeLessThan(0.97);
  expect(error).toBeLessThan(formulaError);
});

test('the heap gives back what it took, least first', () => {
  const heap = openHeap();
  const random = seeded(5);
  const keys = Array.from({ length: 500 }, random);
  for (const [index, key] of keys.entries()) heap.push(key, index);
  const out = keys.map(() => keys[heap.pop()]);
  expect(out).toEqual([...keys].sort((a, b) => a - b));
});
