import { describe, expect, test } from 'vitest';
import { discipline } from './queue.ts';
import { seeded } from './random.ts';
import { simulateDay, type SimulatedWindow, type Visitor } from './simulate.ts';

const windows = (count: number, groups = ['A'], to = Infinity): SimulatedWindow[] =>
  Array.from({ length: count }, (_, index) => ({ windowNo: String(index + 1), groups, from: 0, to }));

/** The mean wait of M/M/c, from the closed formula of Erlang (1917), in units of the mean service. */
function erlangWait(servers: number, load: number): number {
  const offered = servers * load;
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (offered * blocked) / (n + offered * blocked);
  const waits = blocked / (1 - load * (1 - blocked));
  return waits / (servers * (1 - load));
}

function exponentialVisitors(count: number, rate: number, seed: number): Visitor[] {
  const random = seeded(seed);
  const exponential = (mean: number) => -Math.log(1 - random()) * mean;
  let at = 0;
  return Array.from({ length: count }, () => {
    at += exponential(1 / rate);
    return { at, group: 'A', kind: 'walk-in' as const, serviceMinutes: exponential(1) };
  });
}

describe('the simulated day', () => {
  test.each([
    [1, 0.5],
    [2, 0.5],
    [5, 0.6],
    [12, 0.7],
  ])('with %i windows at load %f waits as long as Erlang says, within two percent', (servers, load) => {
    const visitors = exponentialVisitors(1_000_000, servers * load, servers);
    const { all } = simulateDay({ windows: windows(servers), cap: Infinity, visitors });
    expect(Math.abs(all.mean / erlangWait(servers, load) - 1)).toBeLessThan(0.02);
  });

  const person = (at: number, serviceMinutes = 5): Visitor => ({ at, group: 'A', kind: 'walk-in', serviceMinutes });

  test('never holds more people than the cap, and nobody gets lost', () => {
    const visitors = Array.from({ length: 300 }, (_, index) => person(index / 3));
    const outcome = simulateDay({ windows: windows(10), cap: 30, visitors });
    expect(outcome.mostInside).toBe(30);
    expect(outcome.mostOutside).toBeGreaterThan(0);
    expect(outcome.all.served + outcome.unserved).toBe(300);
  });
  test('who is not called before closing stays unserved', () => {
    const outcome = simulateDay({ windows: windows(1, ['A'], 10), cap: 60, visitors: [person(0), person(0), person(0)] });
    expect([outcome.all.served, outcome.unserved]).toEqual([2, 1]);
  });
  test('nobody is served before a window opens', () => {
    const outcome = simulateDay({ windows: [{ windowNo: '1', groups: ['A'], from: 30, to: 60 }], cap: 60, visitors: [person(10)] });
    expect(outcome.all.mean).toBe(20);
  });
  test('a window that serves two groups takes whoever is due first', () => {
    const visitors: Visitor[] = [person(0, 10), { ...person(1), group: 'B' }, person(2)];
    const outcome = simulateDay({ windows: windows(1, ['A', 'B']), cap: 60, visitors });
    expect([outcome.byGroup['B']?.mean, outcome.byGroup['A']?.mean]).toEqual([9, 6.5]);
  });
  test('booked people are called before walk-ins who came a little earlier, but a walk-in is not skipped without end', () => {
    const booked = Array.from(
      { length: 40 },
      (_, index): Visitor => ({ ...person(1 + index * 0.1), kind: 'booked', slotAt: 1 + index * 0.1 }),
    );
    const outcome = simulateDay({ windows: windows(1), cap: Infinity, visitors: [person(0, 5), person(0.5, 5), ...booked] });
    expect(outcome.byKind['walk-in']?.p99).toBe(5 * (1 + discipline.mostSkips) - 0.5);
  });
});
