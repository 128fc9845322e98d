import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { App } from '#kernel/app.ts';
import { systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { dispatch, startJobs } from '#kernel/jobs.ts';
import { defineModule, type Fact } from '#kernel/module.ts';
import { perform } from '#kernel/pipeline.ts';
import { refuse } from '#kernel/result.ts';
import { anyone } from '#kernel/actor.ts';
import { withClient } from '#main/postgres/check.ts';
import { type Clone, cloneDatabase } from './support/database.ts';

let clone: Clone;
let db: Database;
beforeAll(async () => {
  clone = await cloneDatabase();
  db = openDatabase({ url: clone.appUrl, max: 20 });
});
afterAll(async () => {
  await db.close();
  await clone.drop();
});
beforeEach(() => {
  runs.clear();
  trouble = () => {};
});

const log = { info: () => {}, warn: () => {}, error: () => {} };
const runs = new Map<string, number>();
let trouble: (fact: Fact, run: number) => void = () => {};

const tell = endpoint({
  method: 'POST',
  path: '/tell',
  may: 'anyone',
  about: 'Says something and perhaps takes its time or changes its mind',
  input: Type.Object({ no: Type.Integer(), waitMs: Type.Integer(), refuse: Type.Boolean() }),
  output: Type.Object({ no: Type.Integer() }),
  refusals: { changed_mind: 409 },
  creates: true,
});
const noted = defineModule({
  name: 'sample',
  migrations: new URL('./', import.meta.url),
  contract: { tell },
  actions: {
    tell: async (act, { no, waitMs, refuse: not }) => {
      act.publish('told', { no });
      await act.tx.one('select pg_sleep($1::float / 1000)', [waitMs]);
      return not ? refuse('changed_mind') : { no };
    },
  },
  reactions: [
    {
      on: 'sample.told',
      name: 'note',
      run: async (_job, fact) => {
        const no = String(fact.payload['no']);
        const run = (runs.get(no) ?? 0) + 1;
        runs.set(no, run);
        trouble(fact, run);
      },
    },
  ],
});
const app = (): App => ({ modules: [noted], db, now: systemClock, log, resolveSession: async () => undefined, uploads: undefined });

function say(no: number, { waitMs = 0, not = false, key = '' } = {}) {
  const bound = { module: noted, name: 'tell', endpoint: tell, action: noted.actions['tell'] as never };
  const input = { no, waitMs, refuse: not };
  return perform(app(), {
    bound: bound,
    input,
    actor: anyone,
    language: 'en',
    requestId: 'x',
    address: 'here',
    ...(key ? { idempotencyKey: key } : {}),
  });
}
async function queued(): Promise<number[]> {
  const { rows } = await withClient(clone.ownerUrl, (client) =>
    client.query<{ no: number }>(`select (payload->'payload'->>'no')::int as no from graphile_worker._private_jobs order by 1`),
  );
  return rows.map(({ no }) => no);
}
const clear = () => withClient(clone.ownerUrl, (client) => client.query('delete from graphile_worker._private_jobs'));
const chance = (most: number) => Math.floor(Math.random() * most);

test('no fact is skipped or told twice while transactions begin, end and are undone in any order and two dispatchers race', async () => {
  let writing = true;
  const dispatchers = [1, 2].map(async () => {
    let moved = 0;
    while (writing || (await dispatch(app())) > 0) moved += await dispatch(app());
    return moved;
  });
  const writers = Array.from({ length: 12 }, async (_, writer) => {
    for (let round = 0; round < 40; round += 1)
      await say(writer * 1000 + round, { waitMs: chance(4) === 0 ? chance(60) : 0, not: chance(5) === 0 });
  });
  await Promise.all(writers);
  writing = false;
  await Promise.all(dispatchers);
  const { rows } = await withClient(clone.ownerUrl, (client) =>
    client.query<{ no: number }>(`select (payload->>'no')::int as no from kernel.outbox order by 1`),
  );
  expect(rows.length).toBeGreaterThan(200);
  expect(await queued()).toEqual(rows.map(({ no }) => no));
  await clear();
}, 60_000);

test('a fact of a transaction that is still open holds back those after it, and none is lost when it ends', async () => {
  const slow = say(1, { waitMs: 400 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await say(2);
  await dispatch(app());
  const early = await queued();
  await slow;
  await dispatch(app());
  expect(early.every((no) => no === 2)).toBe(true);
  expect(await queued()).toEqual([1, 2]);
  await clear();
});

test('a refusal takes its facts back', async () => {
  expect(await say(7, { not: true })).toMatchObject({ kind: 'refused', code: 'changed_mind' });
  await dispatch(app());
  expect(await queued()).toEqual([]);
});

test('of twenty calls with one key at the same moment one acts and all get its answer', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => say(8, { waitMs: 10, key: 'same' })));
  for (const outcome of outcomes) expect(outcome).toEqual({ kind: 'done', status: 201, body: { no: 8 } });
  await dispatch(app());
  expect(await queued()).toEqual([8]);
  await clear();
});

test('a call that was undone leaves its key to the next one', async () => {
  expect(await say(9, { not: true, key: 'undone' })).toMatchObject({ kind: 'refused' });
  expect(await say(9, { key: 'undone' })).toMatchObject({ kind: 'done', body: { no: 9 } });
  await dispatch(app());
  expect(await queued()).toEqual([9]);
  await clear();
});

test('a job that fails is tried again until it is done, and then not again', async () => {
  trouble = (_fact, run) => {
    if (run === 1) throw new Error('not yet');
  };
  const jobs = await startJobs(app(), clone.ownerUrl);
  await say(10);
  await expect.poll(() => runs.get('10'), { timeout: 15_000 }).toBe(2);
  await expect.poll(queued).toEqual([]);
  await jobs.stop();
  expect(runs.get('10')).toBe(2);
}, 30_000);

test('what a killed process had in hand is given back within seconds', async () => {
  await say(11);
  await dispatch(app());
  await withClient(clone.ownerUrl, (client) =>
    client.query(
      `update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', locked_at = now() - interval '10 seconds', attempts = 1`,
    ),
  );
  const jobs = await startJobs(app(), clone.ownerUrl);
  await expect.poll(() => runs.get('11'), { timeout: 15_000 }).toBe(1);
  await jobs.stop();
}, 30_000);

test('jobs go on after the connections to the database were lost, and the one in hand is done in the end', async () => {
  let release = () => {};
  const jobs = await startJobs(app(), clone.ownerUrl);
  trouble = (_fact, run) => {
    if (run === 1) release();
  };
  const inHand = new Promise<void>((resolve) => (release = resolve));
  await say(12);
  await inHand;
  await withClient(clone.ownerUrl.replace(/[^/]+$/, 'postgres'), (client) =>
    client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [new URL(clone.ownerUrl).pathname.slice(1)]),
  );
  await expect
    .poll(
      () =>
        say(13).then(
          ({ kind }) => kind,
          () => undefined,
        ),
      { timeout: 5_000 },
    )
    .toBe('done');
  await expect.poll(() => runs.get('13'), { timeout: 20_000 }).toBe(1);
  await expect.poll(queued, { timeout: 20_000 }).toEqual([]);
  await jobs.stop();
}, 60_000);
