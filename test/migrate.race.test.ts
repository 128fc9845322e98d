import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#kernel/db.ts';
import { migrate, type Migration } from '#kernel/migrate.ts';
import { snapshot } from '#kernel/snapshot.ts';
import { withClient } from '#main/postgres/check.ts';
import { type Clone, emptyDatabase } from './support/database.ts';

let clone: Clone;
beforeAll(async () => {
  clone = await emptyDatabase();
});
afterAll(() => clone.drop());

const first: Migration = { module: 'sample', file: '0001_a.sql', sql: 'create schema sample; create table sample.a (n int)' };
const slow: Migration = { module: 'sample', file: '0002_b.sql', sql: 'select pg_sleep(0.2); create table sample.b (n int)' };
const tables = () =>
  withClient(clone.ownerUrl, async (client) =>
    (await client.query("select tablename from pg_tables where schemaname = 'sample' order by 1")).rows.map((row) => row.tablename),
  );

test('two processes that start at once bring the database up to date once', async () => {
  const counts = await Promise.all([1, 2, 3].map(() => migrate(clone.ownerUrl, [first, slow])));
  expect(counts.sort((a, b) => a - b)).toEqual([0, 0, 2]);
  expect(await tables()).toEqual(['a', 'b']);
});

test('a migration that was edited after it had run is refused by name, and nothing runs', async () => {
  const edited = { ...first, sql: `${first.sql} -- better` };
  await expect(
    migrate(clone.ownerUrl, [edited, { module: 'sample', file: '0003_c.sql', sql: 'create table sample.c (n int)' }]),
  ).rejects.toThrow('sample/0001_a.sql was changed');
  expect(await tables()).toEqual(['a', 'b']);
});

test('a migration that fails leaves nothing of itself, keeps those before it, and can be tried again', async () => {
  const good = { module: 'sample', file: '0003_c.sql', sql: 'create table sample.c (n int)' };
  const bad = { module: 'sample', file: '0004_d.sql', sql: 'create table sample.d (n int); select 1 / 0' };
  await expect(migrate(clone.ownerUrl, [first, slow, good, bad])).rejects.toThrow('sample/0004_d.sql failed: division by zero');
  expect(await tables()).toEqual(['a', 'b', 'c']);
  expect(await migrate(clone.ownerUrl, [first, slow, good, { ...bad, sql: 'create table sample.d (n int)' }])).toBe(1);
});

test('what is held in memory is loaded once for many who ask, and again when its version has moved', async () => {
  const db = openDatabase({ url: clone.ownerUrl, max: 4 });
  let version = '1';
  let loads = 0;
  const held = snapshot(
    async () => version,
    async (tx) => {
      loads += 1;
      await tx.rows('select pg_sleep(0.02)');
      return `value ${version}`;
    },
  );
  const ask = () => db.read((tx) => held.get(tx));
  expect(await ask()).toBe('value 1');
  expect(new Set(await Promise.all(Array.from({ length: 10 }, ask)))).toEqual(new Set(['value 1']));
  expect(loads).toBe(1);
  version = '2';
  expect(await ask()).toBe('value 1');
  held.forget();
  expect(await ask()).toBe('value 2');
  version = '3';
  await expect.poll(ask, { timeout: 3000 }).toBe('value 3');
  expect(loads).toBe(3);
  await db.close();
});

test('what is held of one database never answers for another, not even while it is being loaded', async () => {
  const open = (name: string) => openDatabase({ url: `${clone.ownerUrl}?application_name=${name}`, max: 2 });
  const [one, other] = [open('one'), open('other')];
  const held = snapshot(
    async () => 'the same version',
    async (tx) => (await tx.one<{ name: string }>(`select current_setting('application_name') as name, pg_sleep(0.02)`)).name,
  );
  const ask = (db: typeof one) => db.read((tx) => held.get(tx));
  expect(await Promise.all([ask(one), ask(other)])).toEqual(['one', 'other']);
  expect([await ask(one), await ask(other)]).toEqual(['one', 'other']);
  await Promise.all([one.close(), other.close()]);
});

test('a snapshot whose loading failed is asked for again by the next', async () => {
  const db = openDatabase({ url: clone.ownerUrl, max: 4 });
  let works = false;
  const held = snapshot(
    async () => '1',
    async () => {
      if (!works) throw new Error('not now');
      return 'here';
    },
  );
  const ask = () => db.read((tx) => held.get(tx));
  await expect(ask()).rejects.toThrow('not now');
  works = true;
  expect(await ask()).toBe('here');
  await db.close();
});

test('a write that was sent with the commit undoes everything when it fails', async () => {
  const db = openDatabase({ url: clone.ownerUrl, max: 4 });
  const work = db.transaction(async (tx) => {
    await tx.run('insert into sample.a values (1)');
    tx.send('insert into sample.nowhere values (1)');
    return 'done';
  });
  await expect(work).rejects.toThrow('nowhere');
  expect(await db.read((tx) => tx.rows('select * from sample.a'))).toEqual([]);
  const lost = db.transaction(async (tx) => {
    await tx.run('insert into sample.a values (2)');
    throw new Error('changed my mind');
  });
  await expect(lost).rejects.toThrow('changed my mind');
  expect(await db.read((tx) => tx.rows('select * from sample.a'))).toEqual([]);
  await db.close();
});

test('a reading handle writes nothing, and rows come back as they are used', async () => {
  const db = openDatabase({ url: clone.ownerUrl, max: 4 });
  await expect(db.read((tx) => tx.run('insert into sample.a values (1)'))).rejects.toThrow('read-only');
  const row = await db.read((tx) =>
    tx.one(
      `select 1::bigint as big_number, '2020-07-30'::date as on_day, '2020-07-30T05:00:00Z'::timestamptz as at_time, 1.5::numeric as amount`,
    ),
  );
  expect(row).toEqual({ bigNumber: 1, onDay: '2020-07-30', atTime: new Date('2020-07-30T05:00:00Z'), amount: 1.5 });
  await expect(db.read((tx) => tx.one('select 1 where false'))).rejects.toThrow('expected one row, got none');
  await expect(db.read((tx) => tx.maybe('select generate_series(1, 2)'))).rejects.toThrow('at most one row');
  await db.close();
});
