import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCondition, type Known, variablesOf } from './check-condition.ts';
import { type Condition, holds, operatorNames } from './condition.ts';

const known: Known = {
  answers: new Map([
    ['area', { kind: 'number' }],
    ['raw', { kind: 'truth' }],
    ['trade', { kind: 'text', choices: ['shop', 'canteen'] }],
    ['staff', { kind: 'list' }],
    ['day', { kind: 'text' }],
  ]),
  documents: ['licence'],
};
const codes = (condition: Condition) => checkCondition(condition, known).map((problem) => problem.code);

test.each([
  [{ '==': [{ var: 'raw' }, true] }, true],
  [{ '!=': [{ var: 'trade' }, 'shop'] }, false],
  [{ '!': { var: 'raw' } }, false],
  [{ '!!': [{ var: 'staff' }] }, true],
  [{ '<': [{ var: 'area' }, 10] }, true],
  [{ '<=': [6, { var: 'area' }] }, true],
  [{ '>': [{ var: 'staff.count' }, 1] }, true],
  [{ '>=': [{ var: 'day' }, '2020-07-30'] }, true],
  [{ in: [{ var: 'trade' }, ['shop', 'canteen']] }, true],
  [{ and: [{ var: 'raw' }, { proven: 'licence' }] }, true],
  [{ or: [{ proven: 'lease' }, { '>': [{ var: 'area' }, 100] }] }, false],
] as [Condition, boolean][])('%j is %s', (condition, expected) => {
  const answers = { raw: true, trade: 'shop', area: 6, staff: [{}, {}], day: '2020-07-31' };
  expect(holds(condition, { answers, proven: ['licence'] })).toBe(expected);
});

test('an answer that nobody gave makes every comparison false', () => {
  for (const operator of ['==', '<', '<=', '>', '>=']) expect(holds({ [operator]: [{ var: 'area' }, 10] }, { answers: {} })).toBe(false);
  expect(holds({ in: [{ var: 'trade' }, ['shop']] }, { answers: {} })).toBe(false);
  expect(holds({ '!=': [{ var: 'trade' }, 'shop'] }, { answers: {} })).toBe(true);
});

test('values of different types never compare, and inherited names are not answers', () => {
  expect(holds({ '<': [{ var: 'area' }, 10] }, { answers: { area: '6' } })).toBe(false);
  expect(holds({ '!!': { var: 'constructor' } }, { answers: {} })).toBe(false);
  expect(holds({ toString: [1] }, { answers: {} })).toBe(false);
});

test('publishing refuses what a condition cannot mean', () => {
  expect(codes({ '+': [1, 2] })).toEqual(['unknown_operator']);
  expect(codes({ '==': [{ var: 'raw' }] })).toEqual(['wrong_operands']);
  expect(codes({ '==': [1, 1], '!': 1 })).toEqual(['wrong_operands']);
  expect(codes({ var: 'nobody' })).toEqual(['unknown_variable']);
  expect(codes({ proven: 'nothing' })).toEqual(['unknown_document']);
  expect(codes({ '<': [{ var: 'area' }, '10'] })).toEqual(['types_differ']);
  expect(codes({ '<': [{ var: 'raw' }, true] })).toEqual(['types_differ']);
  expect(codes({ '==': [{ var: 'trade' }, 'bank'] })).toEqual(['unknown_choice']);
  expect(codes({ in: [{ var: 'trade' }, ['shop', 'bank']] })).toEqual(['unknown_choice']);
  expect(codes({ in: [{ var: 'trade' }, 'shop'] })).toEqual(['types_differ']);
  expect(codes({ and: [{ '>': [{ var: 'staff.count' }, 2] }, { '>': [{ var: 'day' }, '2020-01-01'] }] })).toEqual([]);
  let deep: Condition = { var: 'raw' };
  for (let depth = 0; depth < 30; depth += 1) deep = { '!': deep };
  expect(codes(deep)).toContain('too_deep');
});

test('the answers a condition reads are listed wherever they stand', () => {
  expect(variablesOf({ and: [{ '>': [{ var: 'staff.count' }, 2] }, { '!': { var: 'raw' } }] })).toEqual(['staff', 'raw']);
  expect(variablesOf(undefined)).toEqual([]);
});

test('neither evaluating nor checking ever throws, whatever the data', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...operatorNames, 'x'), fc.oneof(tie('tree'), fc.array(tie('tree'), { maxLength: 4 })), { maxKeys: 2 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.dictionary(fc.constantFrom('area', 'raw', 'staff', '__proto__'), fc.jsonValue()), (condition, answers) => {
      expect(typeof holds(condition as Condition, { answers })).toBe('boolean');
      checkCondition(condition as Condition, known);
    }),
    { numRuns: 2000 },
  );
});
