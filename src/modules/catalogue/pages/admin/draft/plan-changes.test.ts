import { expect, test } from 'vitest';
import { changesBetween } from './plan-changes.ts';

const stages = [{ key: 'intake' }, { key: 'review', limit: 2 }, { key: 'survey' }, { key: 'issue' }];
const [intake, review, survey, issue] = stages;

test('two stages set side by side are one new order, and a changed limit one change', () => {
  const after = { stages: [intake, { parallel: { join: 'all' }, of: [{ ...review, limit: 3 }, survey] }, issue] };
  expect(changesBetween({ stages }, after)).toEqual([
    { path: 'stages.order', before: ['intake', 'review', 'survey', 'issue'], after: ['intake', 'review+survey', 'issue'] },
    { path: 'stages.review.limit', before: 2, after: 3 },
  ]);
});

test('how many of them must be done is told where the stages stay together', () => {
  const side = (join: string) => ({ stages: [intake, { parallel: { join }, of: [review, survey] }, issue] });
  expect(changesBetween(side('all'), side('any'))).toEqual([{ path: 'stages.review+survey.parallel.join', before: 'all', after: 'any' }]);
});

test('dates and numbers that publication gives are no change', () => {
  expect(changesBetween({ version: 1, effectiveFrom: '2020-01-01' }, { version: 2, effectiveFrom: '2021-01-01' })).toEqual([]);
});
