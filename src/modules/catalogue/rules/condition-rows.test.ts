import { expect, test } from 'vitest';
import type { Condition } from './condition.ts';
import { conditionOf, rowsOf } from './condition-rows.ts';

const questions = [
  { key: 'area', type: 'number' as const },
  { key: 'raw', type: 'yes-no' as const },
  { key: 'trade', type: 'choice' as const, choices: [{ key: 'shop', name: { 'zh-Hans': '小卖部', en: 'Shop' } }] },
  { key: 'dishes', type: 'choices' as const, choices: [{ key: 'hot', name: {} }] },
];

test.each([
  { '==': [{ var: 'raw' }, true] },
  { '>=': [{ var: 'area' }, 30] },
  { '>': [{ var: 'staff.count' }, 3] },
  { in: [{ var: 'trade' }, ['shop', 'canteen']] },
  { in: ['hot', { var: 'dishes' }] },
  { '!!': [{ var: 'area' }] },
  { '!': { proven: 'licence' } },
  { and: [{ '<': [{ var: 'area' }, 10] }, { proven: 'licence' }] },
  { or: [{ '!=': [{ var: 'trade' }, 'shop'] }, { '<=': [{ var: 'area' }, 2.5] }] },
] as Condition[])('%j is drawn as lines and comes back the same', (condition) => {
  const rows = rowsOf(condition);
  expect(rows && conditionOf(rows, questions)).toEqual(condition);
});

test('short forms come back with the same meaning', () => {
  expect(rowsOf({ '!': { var: 'raw' } })).toEqual({ join: 'and', rows: [{ of: 'raw', op: 'is-not', value: 'true' }] });
  expect(rowsOf({ '<': [10, { var: 'area' }] })?.rows).toEqual([{ of: 'area', op: 'more', value: '10' }]);
});

test('what lines cannot say is left to those who write it out', () => {
  expect(rowsOf({ and: [{ or: [{ var: 'a' }, { var: 'b' }] }] })).toBeUndefined();
  expect(rowsOf({ '==': [{ var: 'a' }, { var: 'b' }] })).toBeUndefined();
  expect(rowsOf('{"broken')).toBeUndefined();
});

test('a choice may be written by its words, and lines without a question are not meant', () => {
  const rows = [
    { of: 'trade', op: 'is' as const, value: '小卖部' },
    { of: '', op: 'is' as const, value: '3' },
  ];
  expect(conditionOf({ join: 'and', rows }, questions)).toEqual({ '==': [{ var: 'trade' }, 'shop'] });
  expect(conditionOf({ join: 'and', rows: [] }, questions)).toBeUndefined();
});
