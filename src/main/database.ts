import { join } from 'node:path';
import { prepareJobs } from '#kernel/jobs.ts';
import { type Migration, migrate, readMigrations } from '#kernel/migrate.ts';
import type { Config } from './config.ts';
import { modules } from './modules.ts';
import { type Postgres, startPostgres, usePostgres } from './postgres.ts';

function openPostgres(config: Config): Promise<Postgres> {
  return config.databaseUrl
    ? usePostgres(config.databaseUrl, config.databaseAppUrl)
    : startPostgres({ folder: join(config.dataFolder, 'postgres') });
}

/** The database for as long as the work takes; whatever becomes of the work, an embedded server does not run on without anybody. */
export async function withPostgres<T>(config: Config, work: (postgres: Postgres) => Promise<T>): Promise<T> {
  const postgres = await openPostgres(config);
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
  }
}

/** Brings the database to this version: the job queue's tables, then ours in the modules' order; with `isWanted`, only those. How many migrations ran. */
export async function migrateAll(ownerUrl: string, isWanted: (migration: Migration) => boolean = () => true): Promise<number> {
  await prepareJobs(ownerUrl);
  const kernel = { module: 'kernel', folder: new URL('../kernel/migrations/', import.meta.url) };
  const all = await readMigrations([kernel, ...modules.map(({ name, migrations }) => ({ module: name, folder: migrations }))]);
  return migrate(ownerUrl, all.filter(isWanted));
}
