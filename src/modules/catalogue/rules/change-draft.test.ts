import { expect, test } from 'vitest';
import { type Change, changeDraft } from './change-draft.ts';

const item = {
  code: 'x',
  limits: { promised: { days: 5 } },
  questions: [{ key: 'a' }, { key: 'b', showIf: { var: 'a' } }, { key: 'c' }],
  stages: [{ key: 'intake' }, { key: 'review' }, { key: 'survey' }, { key: 'issue' }],
};
const changed = (...changes: Change[]) => changeDraft(item, changes) as typeof item;
type Entry = { key?: string; of?: readonly Entry[] };
const keys = (list: readonly Entry[]): unknown => list.map(({ key, of }) => key ?? keys(of ?? []));

test('what stands at a path is written, nothing beside it changes, and an empty value takes it away', () => {
  expect(changed({ path: 'limits.promised.days', do: 'put', value: 3 }).limits).toEqual({ promised: { days: 3 } });
  expect(changed({ path: 'guide.lead', do: 'put', value: { en: 'x' } })).toMatchObject({ ...item, guide: { lead: { en: 'x' } } });
  expect(changed({ path: 'limits', do: 'put', value: undefined })).not.toHaveProperty('limits');
  expect(changed({ path: 'questions.b.showIf', do: 'put', value: '' }).questions[1]).toEqual({ key: 'b' });
  expect(item.limits.promised.days).toBe(5);
});

test('entries are found by key or number, moved within their list and taken out', () => {
  expect(keys(changed({ path: 'questions.c', do: 'move', by: -1 }).questions)).toEqual(['a', 'c', 'b']);
  expect(keys(changed({ path: 'questions.a', do: 'move', by: -1 }).questions)).toEqual(['a', 'b', 'c']);
  expect(keys(changed({ path: 'questions.1', do: 'remove' }).questions)).toEqual(['a', 'c']);
});

test('an added entry without a key is given one that nobody has', () => {
  const add: Change = { path: 'questions', do: 'add', value: { key: '', type: 'text' } };
  expect(keys(changed(add, add).questions)).toEqual(['a', 'b', 'c', 'question', 'question2']);
  expect(keys(changed({ path: 'stages', do: 'add', value: { key: 'review' } }).stages)).toContain('review-2');
  expect(changed({ path: 'faq', do: 'add', value: { ask: {} } })).toMatchObject({ faq: [{ ask: {} }] });
});

test('stages run side by side, are changed there and parted again', () => {
  const joined = changed({ path: 'stages.survey', do: 'join' });
  expect(keys(joined.stages)).toEqual(['intake', ['review', 'survey'], 'issue']);
  const more = changeDraft(joined, [{ path: 'stages.issue', do: 'join' }]) as typeof item;
  expect(keys(more.stages)).toEqual(['intake', ['review', 'survey', 'issue']]);
  const limited = changeDraft(joined, [{ path: 'stages.survey.limit', do: 'put', value: 2 }]) as typeof item;
  expect(limited.stages[1]).toMatchObject({ of: [{ key: 'review' }, { key: 'survey', limit: 2 }] });
  const any = changeDraft(joined, [{ path: 'stages.review+survey.parallel.join', do: 'put', value: 'any' }]) as typeof item;
  expect(any.stages[1]).toMatchObject({ parallel: { join: 'any' } });
  expect(keys((changeDraft(joined, [{ path: 'stages.review', do: 'part' }]) as typeof item).stages)).toEqual([
    'intake',
    'survey',
    'review',
    'issue',
  ]);
  expect(keys((changeDraft(joined, [{ path: 'stages.review', do: 'remove' }]) as typeof item).stages)).toEqual([
    'intake',
    'survey',
    'issue',
  ]);
});

test('a path that leads nowhere changes nothing at all', () => {
  expect(changeDraft(item, [{ path: 'questions.z', do: 'put', value: {} }])).toBeUndefined();
  expect(changeDraft(item, [{ path: 'stages.intake', do: 'join' }])).toBeUndefined();
  expect(changeDraft(item, [{ path: '__proto__.x', do: 'put', value: 1 }])).toBeUndefined();
});
