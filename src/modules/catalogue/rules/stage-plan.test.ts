import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '../item.ts';
import { isPlanDone, openTasks, planFor, planKeys, taskByKey } from './stage-plan.ts';

const item: Pick<Item, 'stages' | 'unit' | 'green'> = {
  unit: 'market/food',
  stages: [
    { key: 'intake', unit: 'window', limit: 1 },
    {
      parallel: { join: 'all' },
      of: [
        { key: 'documents', unit: 'self', limit: 2 },
        { key: 'survey', unit: 'self', by: 'video', officers: 2, limit: 3, onlyIf: { '>=': [{ var: 'area' }, 30] } },
        { key: 'environment', unit: 'ecology', asks: 'opinion', limit: 3, late: 'no-objection' },
      ],
    },
    { key: 'decision', unit: 'self/head', limit: 1, notBy: ['documents'], signs: true },
    { key: 'issue', unit: 'window' },
  ],
  green: { merge: [['intake', 'documents', 'survey']], promised: { days: 2, unit: 'workday' } },
};
const open = (plan: ReturnType<typeof planFor>, done: string[]) => openTasks(plan, done).map((task) => task.key);
const withJoin = (join: 'all' | 'any' | number) =>
  planFor(
    {
      unit: 'u',
      stages: [
        { parallel: { join }, of: ['a', 'b', 'c'].map((key) => ({ key, unit: 'self' })) },
        { key: 'end', unit: 'self' },
      ],
    },
    {},
  );

test('the plan holds the stages that these answers call for', () => {
  expect(planKeys(planFor(item, { area: 46 }))).toEqual(['intake', 'documents+survey+environment', 'decision', 'issue']);
  expect(planKeys(planFor(item, { area: 8 }))).toEqual(['intake', 'documents+environment', 'decision', 'issue']);
  expect(planKeys(planFor(item, {}))).toEqual(['intake', 'documents+environment', 'decision', 'issue']);
});

test('units are told from the item’s own', () => {
  const plan = planFor(item, { area: 46 });
  expect(['intake', 'documents', 'environment', 'decision'].map((key) => [taskByKey(plan, key)?.unit, taskByKey(plan, key)?.post])).toEqual(
    [
      ['window', 'officer'],
      ['market/food', 'officer'],
      ['ecology', 'officer'],
      ['market/food', 'head'],
    ],
  );
  expect(planFor({ unit: 'a/b', stages: [{ key: 'x', unit: 'self/c/head' }] }, {})[0]?.tasks[0]).toMatchObject({
    unit: 'a/b/c',
    post: 'head',
  });
});

test('what a task does is read from its stage', () => {
  expect(planFor(item, { area: 46 }).flatMap((step) => step.tasks.map((task) => task.kind))).toEqual([
    'intake',
    'review',
    'survey',
    'opinion',
    'decision',
    'issue',
  ]);
  expect(taskByKey(planFor(item, { area: 46 }), 'survey')).toMatchObject({ by: 'video', officers: 2, limit: 3 });
});

test('lanes are open together and the next stage waits for all of them', () => {
  const plan = planFor(item, { area: 46 });
  expect(open(plan, [])).toEqual(['intake']);
  expect(open(plan, ['intake'])).toEqual(['documents', 'survey', 'environment']);
  expect(open(plan, ['intake', 'survey'])).toEqual(['documents', 'environment']);
  expect(open(plan, ['intake', 'survey', 'documents', 'environment'])).toEqual(['decision']);
  expect(isPlanDone(plan, ['intake', 'survey', 'documents', 'environment', 'decision', 'issue'])).toBe(true);
});

test('a join of any or of a number lets the case go on earlier', () => {
  expect(open(withJoin('any'), ['b'])).toEqual(['end']);
  expect(open(withJoin(2), ['b'])).toEqual(['a', 'c']);
  expect(open(withJoin(2), ['b', 'c'])).toEqual(['end']);
});

test('a join never asks for more lanes than were left by the answers', () => {
  const stages: Item['stages'] = [
    {
      parallel: { join: 2 },
      of: [
        { key: 'a', unit: 'self' },
        { key: 'b', unit: 'self', onlyIf: { '==': [{ var: 'x' }, true] } },
      ],
    },
  ];
  expect(isPlanDone(planFor({ unit: 'u', stages }, {}), ['a'])).toBe(true);
});

test('in the green channel merged stages are one task with the longest of their limits', () => {
  const plan = planFor(item, { area: 46 }, { lane: 'green' });
  expect(planKeys(plan)).toEqual(['intake', 'environment', 'decision', 'issue']);
  expect(plan[0]?.tasks[0]).toMatchObject({
    unit: 'market/food',
    kind: 'survey',
    officers: 2,
    limit: 3,
    covers: ['intake', 'documents', 'survey'],
  });
});

test('whoever may not decide after a stage may not decide after the stage it was merged into', () => {
  expect(taskByKey(planFor(item, { area: 46 }, { lane: 'green' }), 'decision')?.notBy).toEqual(['documents', 'intake']);
});

test('any order of finishing open tasks comes to the end', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(planFor(item, { area: 46 }), planFor(item, {}, { lane: 'green' }), withJoin('any'), withJoin(2)),
      fc.infiniteStream(fc.nat()),
      (plan, picks) => {
        const done: string[] = [];
        for (let turn = 0; turn < 20 && !isPlanDone(plan, done); turn += 1) {
          const tasks = openTasks(plan, done);
          expect(tasks.length).toBeGreaterThan(0);
          done.push(tasks[(picks.next().value as number) % tasks.length]?.key as string);
        }
        expect(openTasks(plan, done)).toEqual([]);
      },
    ),
  );
});
