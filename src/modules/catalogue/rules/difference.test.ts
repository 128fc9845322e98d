import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../item.ts';
import { differencesOf, moveAnswers } from './difference.ts';

const ask = { 'zh-Hans': '？' };

test('a difference names the field by its keys, not by its place in a list', () => {
  const before = { fee: { amount: 10 }, questions: [{ key: 'a', max: 1 }, { key: 'b' }] };
  const after = { fee: { amount: 0 }, questions: [{ key: 'b' }, { key: 'a', max: 2 }, { key: 'c' }] };
  expect(differencesOf(before, after)).toEqual([
    { path: 'fee.amount', before: 10, after: 0 },
    { path: 'questions.a.max', before: 1, after: 2 },
    { path: 'questions.c', before: undefined, after: { key: 'c' } },
    { path: 'questions.order', before: ['a', 'b'], after: ['b', 'a'] },
  ]);
});

test('lanes side by side are named by their keys joined', () => {
  const stages = (limit: number) => ({
    stages: [{ key: 'intake' }, { parallel: { join: 'all' }, of: [{ key: 'a', limit }, { key: 'b' }] }],
  });
  expect(differencesOf(stages(1), stages(2))).toEqual([{ path: 'stages.a+b.of.a.limit', before: 1, after: 2 }]);
});

test('a thing does not differ from itself, and differs from anything else', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(differencesOf(one, structuredClone(one))).toEqual([]);
      expect(differencesOf(one, other).length > 0).toBe(JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)));
    }),
  );
});

/** One text for one thing: keys in order, an empty thing apart from an empty list, -0 apart from 0 as the comparison has it. */
function sorted(value: unknown): unknown {
  if (Object.is(value, -0)) return 'minus zero';
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { entries: entries.map(([key, part]) => [key, sorted(part)]) };
}

test('a draft moves by key: what fits is kept, what changed its meaning is named, what no longer fits is taken out', () => {
  const from: Question[] = [
    { key: 'area', section: 's', ask, type: 'number' },
    { key: 'name', section: 's', ask, type: 'text' },
    { key: 'gone', section: 's', ask, type: 'text' },
    { key: 'size', section: 's', ask, type: 'text' },
    { key: 'staff', section: 's', ask, type: 'list', of: [{ key: 'name', type: 'person-name' }] },
  ];
  const to: Question[] = [
    { key: 'fresh', section: 's', ask, type: 'yes-no' },
    { key: 'area', section: 't', ask: { 'zh-Hans': '多少平方米？' }, type: 'number' },
    { key: 'name', section: 't', ask, why: ask, type: 'text', showIf: { '!!': { var: 'fresh' } } },
    { key: 'size', section: 's', ask, type: 'number' },
    {
      key: 'staff',
      section: 's',
      ask,
      type: 'list',
      of: [
        { key: 'name', type: 'person-name' },
        { key: 'phone', type: 'phone' },
      ],
    },
  ];
  const answers = { area: 5, name: '甲', gone: 'x', size: 'large', staff: [{ name: '乙' }] };
  expect(moveAnswers(answers, { from: { questions: from }, to: { questions: to, sections: [] } })).toEqual({
    answers: { area: 5, name: '甲', staff: [{ name: '乙' }] },
    changed: ['area', 'staff'],
    removed: ['gone', 'size'],
    added: ['fresh'],
  });
});

test('rows that answer what is no longer asked are taken out', () => {
  const list = (column: string): { questions: Question[]; sections: [] } => ({
    questions: [{ key: 'staff', section: 's', ask, type: 'list', of: [{ key: column, type: 'text' }] }],
    sections: [],
  });
  expect(moveAnswers({ staff: [{ name: '乙' }] }, { from: list('name'), to: list('role') }).removed).toEqual(['staff']);
});
