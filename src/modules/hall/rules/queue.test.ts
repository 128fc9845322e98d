import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discipline, effectiveAt, mayBeMissed, nextOf, returnedAt, seriesOf, ticketClasses, ticketNoOf, type Waiting } from './queue.ts';

const at = (clock: string) => new Date(`2020-07-30T${clock}:00+08:00`);

describe('the place in the queue', () => {
  test('a walk-in stands where it came', () => {
    expect(effectiveAt({ kind: 'walk-in', takenAt: at('09:40') })).toEqual(at('09:40'));
  });
  test('a booked person who is on time stands fifteen minutes before', () => {
    expect(effectiveAt({ kind: 'booked', takenAt: at('09:58'), slotAt: at('10:00') })).toEqual(at('09:43'));
  });
  test('coming too early wins nothing', () => {
    expect(effectiveAt({ kind: 'booked', takenAt: at('09:00'), slotAt: at('10:00') })).toEqual(at('09:40'));
  });
  test('coming late costs the time that was lost', () => {
    expect(effectiveAt({ kind: 'booked', takenAt: at('10:20'), slotAt: at('10:00') })).toEqual(at('10:05'));
  });
  test('who comes back after a missed call stands near the front, but never before the old place', () => {
    expect(returnedAt(at('10:30'), at('09:40'))).toEqual(at('10:25'));
    expect(returnedAt(at('10:30'), at('10:28'))).toEqual(at('10:28'));
  });
});

test('tickets are told by series and number', () => {
  expect(ticketNoOf('A', 7)).toBe('A007');
  expect(seriesOf({ group: 'A', kind: 'priority', special: false })).toBe('S');
  expect(seriesOf({ group: 'A', kind: 'walk-in', special: true })).toBe('T');
  expect(seriesOf({ group: 'A', kind: 'booked', special: false })).toBe('A');
});

const someone = fc.record({
  kind: fc.constantFrom(...ticketClasses),
  takenAt: fc.integer({ min: 0, max: 60 }),
  slotAt: fc.integer({ min: 0, max: 90 }),
  overtaken: fc.integer({ min: 0, max: discipline.mostSkips + 2 }),
});

describe('who is next', () => {
  test('nobody when nobody waits', () => expect(nextOf([])).toBe(-1));
  test('the earliest effective time, or the oldest walk-in that was skipped too often', () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 20 }), (people) => {
        const waiting: Waiting[] = people.map(({ kind, takenAt, slotAt, overtaken }) => ({
          kind,
          takenAt,
          effectiveAt: kind === 'booked' ? Math.max(takenAt, slotAt - 5) - 15 : takenAt,
          overtaken,
        }));
        const chosen = waiting[nextOf(waiting)] as Waiting;
        const walkIns = waiting.filter(({ kind }) => kind === 'walk-in').sort((a, b) => a.takenAt - b.takenAt);
        const skipped = (walkIns[0]?.overtaken ?? 0) >= discipline.mostSkips;
        if (skipped) expect(chosen.takenAt).toBe(walkIns[0]?.takenAt);
        else expect(chosen.effectiveAt).toBe(Math.min(...waiting.map((one) => one.effectiveAt)));
      }),
    );
  });
});

describe('a missed call', () => {
  const called = { calls: 2, calledAt: at('10:00'), peopleAtWindow: 0 };
  test('counts after two calls and the time to come', () => expect(mayBeMissed(called, at('10:01'))).toBeUndefined());
  test('does not count after one call', () => {
    expect(mayBeMissed({ ...called, calls: 1 }, at('10:05'))).toMatchObject({ refused: 'call_again_first' });
  });
  test('does not count at once', () => {
    expect(mayBeMissed(called, at('10:00'))).toMatchObject({ refused: 'call_again_first', facts: { waitSeconds: 60 } });
  });
  test('does not count while somebody still stands at the window', () => {
    expect(mayBeMissed({ ...called, peopleAtWindow: 1 }, at('10:05'))).toMatchObject({ refused: 'desk_not_free' });
  });
});
