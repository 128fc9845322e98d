import pg from 'pg';
import { expect, test } from 'vitest';
import { withClient } from '#main/postgres/check.ts';
import { cloneDatabase, withRollback } from './database.ts';

const role = 'select current_user as name, current_database() as database';

test('a database test works as the application and leaves nothing behind', async () => {
  const first = await withRollback(async (client) => {
    await client.query('create temporary table left_behind ()');
    return (await client.query(role)).rows[0];
  });
  const second = await withRollback(async (client) => (await client.query("select to_regclass('left_behind') as found")).rows[0]);
  expect(first.name).toBe('tongban_app');
  expect(second.found).toBeNull();
});

test('every clone is a migrated database of its own and can be dropped while in use', async () => {
  const [a, b] = await Promise.all([cloneDatabase(), cloneDatabase()]);
  expect(a.ownerUrl).not.toBe(b.ownerUrl);
  const client = new pg.Client({ connectionString: a.appUrl });
  client.on('error', () => {});
  await client.connect();
  expect((await client.query("select to_regclass('kernel.migration') as found")).rows[0].found).toBe('kernel.migration');
  await Promise.all([a.drop(), b.drop()]);
  await expect(withClient(a.ownerUrl, async () => {})).rejects.toThrow('does not answer');
});
