import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyRules } from '../contract/policy.ts';
import { testPolicy } from '../testing-door.ts';
import { trueTime } from './clock.ts';
import { admit, apply, type Change, type Count, giveBackPlaces, leave, replayIn, roomIn } from './headcount.ts';
import { passProblem, passText, readPass } from './pass.ts';
import { csvToRows, flagged, toReadings } from './readings.ts';
import { decide, needsHand, outcomes, type Seen } from './screening.ts';

const healthy: Seen = { temperature: 36.5, mask: 'worn', symptoms: [], regions: [] };
const policy: PolicyRules = { ...testPolicy, regions: [{ code: '42', name: { en: 'Hubei' } }] };
const outcomeOf = (seen: Partial<Seen>, rules: PolicyRules = policy) => decide(rules, { ...healthy, ...seen }).outcome;

describe('the decision at the door', () => {
  test('37.3 comes in, above it nobody does', () => {
    expect(outcomeOf({ temperature: 37.3 })).toBe('enter');
    expect(outcomeOf({ temperature: 37.4 })).toBe('refuse');
  });
  test('a fever alone is measured twice before anybody is isolated, with a symptom once is enough', () => {
    expect(outcomeOf({ temperature: 38 })).toBe('refuse');
    expect(outcomeOf({ temperature: 38, second: true })).toBe('isolate');
    expect(outcomeOf({ temperature: 38, symptoms: ['cough'] })).toBe('isolate');
    expect(outcomeOf({ temperature: 36.9, second: true })).toBe('enter');
  });
  test('a mask can be given, without one nobody comes in', () => {
    expect(outcomeOf({ mask: 'replaced' })).toBe('enter');
    expect(outcomeOf({ mask: 'none' })).toBe('refuse');
    expect(outcomeOf({ mask: 'none' }, { ...policy, mask: 'none' })).toBe('enter');
  });
  test('somebody from a region of concern goes to the special hall with a record, and not in without', () => {
    expect(outcomeOf({ regions: ['420100'], isolationRecord: true })).toBe('special');
    expect(outcomeOf({ regions: ['420100'] })).toBe('refuse');
    expect(outcomeOf({ regions: ['430100'] })).toBe('enter');
  });
  test('staff can be stricter than the policy, never milder', () => {
    expect(outcomeOf({ stricter: 'special' })).toBe('special');
    expect(outcomeOf({ temperature: 38, stricter: 'enter' })).toBe('refuse');
  });
  test('anything found more never makes the outcome milder', () => {
    const seen = fc.record({
      temperature: fc.integer({ min: 350, max: 420 }).map((tenths) => tenths / 10),
      mask: fc.constantFrom('worn', 'replaced', 'none'),
      symptoms: fc.subarray(['cough', 'fatigue', 'nothing']),
      regions: fc.subarray(['420100', '430100']),
      isolationRecord: fc.boolean(),
      second: fc.boolean(),
    }) as fc.Arbitrary<Seen>;
    const rank = (one: Seen) => outcomes.indexOf(decide(policy, one).outcome);
    fc.assert(
      fc.property(seen, (one) => {
        expect(rank({ ...one, temperature: one.temperature + 0.1 })).toBeGreaterThanOrEqual(rank(one));
        expect(rank({ ...one, symptoms: [...one.symptoms, 'breath'] })).toBeGreaterThanOrEqual(rank(one));
        expect(rank({ ...one, mask: 'none' })).toBeGreaterThanOrEqual(rank(one));
        expect(decide(policy, one).reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
  test('a robot near the limit, a poor reading and a robot out of calibration are measured again by hand', () => {
    expect(needsHand(policy, { temperature: 36.9, quality: 'good' })).toBe(false);
    expect(needsHand(policy, { temperature: 37, quality: 'good' })).toBe(true);
    expect(needsHand(policy, { temperature: 36, quality: 'poor' })).toBe(true);
    const reading = { id: 'a', at: new Date('2020-08-07T01:00:00Z'), temperature: 36.2, quality: 'good' } as const;
    expect(flagged(policy, reading, '2020-01-01')).toBe(false);
    expect(flagged(policy, reading, '2019-01-01')).toBe(true);
  });
});

type Event = { readonly kind: 'in' | 'replay' | 'out' | 'lease' | 'back'; readonly people: number };
const events: fc.Arbitrary<Event[]> = fc.array(
  fc.record({ kind: fc.constantFrom('in', 'in', 'replay', 'out', 'out', 'lease', 'back'), people: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 40 },
);
const cap = 12;

/** One door with one lease beside everybody else; answers what the event changed, or nothing when it was refused. */
function changeOf(count: Count, lease: number, { kind, people }: Event): Change | undefined {
  if (kind === 'in') return admit(count, { cap, people, lease });
  if (kind === 'replay') return people <= lease ? replayIn(people, lease) : undefined;
  if (kind === 'out') return leave(count, people);
  if (kind === 'back') return giveBackPlaces(count, lease);
  const places = Math.min(people, roomIn(count, cap));
  return lease === 0 ? { inside: 0, leased: places } : undefined;
}

describe('the headcount', () => {
  test('is the sum of its events, never negative and never above the cap with what is leased, at every instant of 100 000 orders', () => {
    let orders = 0;
    fc.assert(
      fc.property(events, (list) => {
        let count: Count = { inside: 0, leased: 0 };
        let sum = 0;
        for (const event of list) {
          const change = changeOf(count, count.leased, event);
          if (!change) continue;
          count = apply(count, change);
          sum += change.inside;
          if (count.inside !== sum || count.inside + count.leased < 0 || count.inside + count.leased > cap || count.leased < 0)
            throw new Error(`${JSON.stringify(count)} after ${JSON.stringify(event)}, sum ${sum}`);
        }
        orders += 1;
      }),
      { numRuns: 100_000 },
    );
    expect(orders).toBe(100_000);
  }, 60_000);

  test('what three doors did without a line comes to the same count in whichever order they tell it', () => {
    const doors = fc.array(fc.record({ enter: fc.integer({ min: 0, max: 5 }), exit: fc.integer({ min: 0, max: 5 }) }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(doors, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (each, shuffle) => {
        const told = each.flatMap(({ enter, exit }, door) => [
          ...Array(enter).fill({ door, by: 1 }),
          ...Array(Math.min(exit, enter)).fill({ door, by: -1 }),
        ]);
        const inOrder = told.map((one, at) => ({ one, key: shuffle[at] ?? 0 })).sort((a, b) => a.key - b.key);
        const leases = [5, 5, 5];
        let count: Count = { inside: 0, leased: 15 };
        for (const { one } of inOrder) {
          const change = one.by > 0 ? replayIn(1, leases[one.door] as number) : leave(count, 1);
          leases[one.door] = (leases[one.door] as number) + change.leased;
          count = apply(count, change);
        }
        const inside = each.reduce((sum, { enter, exit }) => sum + enter - Math.min(exit, enter), 0);
        expect(count.inside).toBe(inside);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the time of an event', () => {
  const now = new Date('2020-08-07T01:00:00Z');
  const ahead = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  test('is corrected by what the device’s clock is known to be off', () => {
    const told = trueTime(policy, { deviceAt: ahead(10), offsetMs: 600_000, now, offline: false });
    expect(told).toEqual({ at: now, skewMs: 600_000 });
  });
  test('is refused where nobody knows how far the clock is off, and where the policy says so', () => {
    expect(trueTime(policy, { deviceAt: ahead(10), offsetMs: undefined, now, offline: false })).toBe('clock_off');
    expect(trueTime({ ...policy, skewed: 'refuse' }, { deviceAt: ahead(10), offsetMs: 600_000, now, offline: false })).toBe('clock_off');
  });
  test('of a time without a line is always taken, and never lies ahead', () => {
    expect(trueTime(policy, { deviceAt: ahead(-90), offsetMs: -600_000, now, offline: true })).toMatchObject({ at: ahead(-80) });
    expect(trueTime(policy, { deviceAt: ahead(30), offsetMs: undefined, now, offline: true })).toMatchObject({ at: now });
  });
});

describe('a day pass', () => {
  const pass = { venue: 'hechuan-hall', area: 'hall', booking: 'HCAN-RPX9-FDNR', party: 2, from: 100, until: 200, policy: 3 } as const;
  test('is read as it was written, and nothing else is', () => {
    expect(readPass(`${passText(pass)}.AAAA`)?.pass).toEqual(pass);
    for (const odd of ['', 'TB1', 'TB1.a.b', 'TB2.AAAA.AAAA', `${passText(pass)}`, `${passText(pass)}.!`])
      expect(readPass(odd)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => void readPass(`TB1.${text}.AAAA`)));
  });
  test('opens its own hall in its own time, unless it was revoked', () => {
    const at = (now: number, venue = pass.venue as string, revoked: string[] = []) => passProblem(pass, { venue, now, revoked });
    expect([at(150_000), at(150_000, 'elsewhere'), at(99_000), at(201_000), at(150_000, pass.venue, [pass.booking])]).toEqual([
      undefined,
      'pass_elsewhere',
      'pass_too_early',
      'pass_over',
      'pass_revoked',
    ]);
  });
});

test('readings are read from JSON and from lines, and refused as a whole when one of them is none', () => {
  const row = { id: '1', at: '2020-08-07T01:00:00Z', temperature: 36.4, quality: 'good' };
  expect(toReadings({ readings: [row] })).toHaveLength(1);
  expect(toReadings(csvToRows('id,at,temperature,quality\n1,2020-08-07T01:00:00Z,36.4,good\n'))).toEqual(toReadings([row]));
  for (const odd of [undefined, 1, {}, [{ ...row, temperature: 'hot' }], [{ ...row, at: 'noon' }], [{ ...row, id: '' }], [null]])
    expect(toReadings(odd)).toBeUndefined();
  expect(csvToRows('no head')).toBeUndefined();
});
