import pg from 'pg';
import { inject } from 'vitest';
import { withClient } from '#main/postgres/check.ts';
import { type TestPostgres, withDatabase } from './postgres.ts';

/** A database of a test's own. */
export type Clone = { readonly ownerUrl: string; readonly appUrl: string; readonly drop: () => Promise<void> };

let clones = 0;
let workersOwn: Promise<pg.Client> | undefined;

/** A migrated database for one `*.race.test.ts`, which really commits. */
export function cloneDatabase(): Promise<Clone> {
  return createDatabase(new URL(inject('postgres').ownerUrl).pathname.slice(1));
}

/** A database without any table, for what begins from nothing. */
export function emptyDatabase(): Promise<Clone> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<Clone> {
  const { ownerUrl, appUrl }: TestPostgres = inject('postgres');
  clones += 1;
  const name = `clone_${process.pid}_${clones}`;
  const maintenance = withDatabase(ownerUrl, 'postgres');
  await withClient(maintenance, (client) => client.query(`create database ${name} template ${template}`));
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: async () => {
      await withClient(maintenance, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Runs a test as the application's role inside a transaction that is rolled back. The connection and its clone serve all tests of a worker. */
export async function withRollback<T>(test: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  workersOwn ??= connectToClone();
  const client = await workersOwn;
  await client.query('begin');
  try {
    return await test(client);
  } finally {
    await client.query('rollback');
  }
}

async function connectToClone(): Promise<pg.Client> {
  const { appUrl } = await cloneDatabase();
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  return client;
}
