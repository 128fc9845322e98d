import { expect, test } from 'vitest';
import { isApprovable, ruleInputs, toJsonLogic } from './auto.ts';
import type { Condition } from './condition.ts';

const item = (approveIf: Condition) => ({ auto: { approveIf, sample: 0, tests: [] } });
const rule: Condition = { and: [{ '<': [{ var: 'area' }, 10] }, { '!': { var: 'rawFish' } }, { proven: 'licence' }] };

test('an item without a rule is never approved by one', () => {
  expect(isApprovable({}, { answers: {} })).toBe(false);
});

test('a rule names the answers it reads, each once', () => {
  expect(ruleInputs(item({ or: [rule, { '==': [{ var: 'area' }, { var: 'staff.count' }] }] }))).toEqual(['area', 'rawFish', 'staff']);
});

test('as JsonLogic an answer not given is compared with nothing, equality is strict, and papers and rows are spelt out', () => {
  expect(toJsonLogic(rule)).toEqual({
    and: [
      { and: [{ '!==': [{ var: 'area' }, null] }, { '<': [{ var: 'area' }, 10] }] },
      { '!': [{ var: 'rawFish' }] },
      { in: ['licence', { var: 'proven' }] },
    ],
  });
  expect(toJsonLogic({ '==': [{ var: 'leased' }, false] })).toEqual({
    and: [{ '!==': [{ var: 'leased' }, null] }, { '===': [{ var: 'leased' }, false] }],
  });
  expect(toJsonLogic({ '!=': [{ var: 'cause' }, 'work'] })).toEqual({ '!==': [{ var: 'cause' }, 'work'] });
  expect(toJsonLogic({ '>': [{ var: 'staff.count' }, 2] })).toMatchObject({
    and: [{}, { '>': [{ if: [{ '!!': [{ var: 'staff' }] }, {}, 0] }, 2] }],
  });
});
