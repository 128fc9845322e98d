import { expect, test } from 'vitest';
import { policy as written } from '../policy.ts';
import { keptUntil, type Policy, policyName, policyOn } from './policy.ts';

const base = { validFrom: '2000-01-01', warnDays: 14, drafts: { days: 180 }, identityPapers: { days: 90, slots: [] } };
const policy: readonly Policy[] = [
  { ...base, cases: [{ outcomes: ['withdrawn'], years: 2 }, { kinds: ['licence'], years: 30 }, { years: 10 }] },
  { ...base, validFrom: '2024-01-01', cases: [{ years: 5 }] },
];

test.each([
  ['licence', 'approved', '2020-07-30', '2050-07-30'],
  ['licence', 'withdrawn', '2020-07-30', '2022-07-30'],
  ['benefit', 'approved', '2020-07-30', '2030-07-30'],
  [undefined, null, '2020-07-30', '2030-07-30'],
  ['licence', 'approved', '2024-01-01', '2029-01-01'],
  ['licence', 'withdrawn', '2023-12-31', '2025-12-31'],
  ['benefit', 'approved', '2020-02-29', '2030-02-28'],
  ['licence', 'withdrawn', '2020-02-29', '2022-02-28'],
])('a %s that was %s, ended on %s, is kept until %s', (kind, outcome, endedOn, until) => {
  expect(keptUntil(policy, { kind, outcome, endedOn })).toBe(until);
});

test('a leap day stays one where there is one', () => {
  expect(keptUntil([{ ...base, cases: [{ years: 4 }] }], { kind: 'benefit', outcome: 'approved', endedOn: '2020-02-29' })).toBe(
    '2024-02-29',
  );
});

test('the policy of a day is the latest that has begun, before all of them the first, and another one has another name', () => {
  expect(policyOn(policy, '2023-12-31').validFrom).toBe('2000-01-01');
  expect(policyOn(policy, '2024-01-01').validFrom).toBe('2024-01-01');
  expect(policyOn(policy, '1999-12-31').validFrom).toBe('2000-01-01');
  expect(() => policyOn([], '2000-01-01')).toThrow('no retention policy');
  expect(policyName(policy)).not.toBe(policyName(policy.slice(1)));
});

test('the policy that is in force says something about every kind and outcome', () => {
  for (const kind of ['licence', 'benefit', 'other-power', undefined])
    for (const outcome of ['approved', 'refused', 'withdrawn', null])
      expect(keptUntil(written, { kind, outcome, endedOn: '2020-07-30' }) > '2021').toBe(true);
});
