import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareJobs } from '#kernel/jobs.ts';
import { migrate, readMigrations } from '#kernel/migrate.ts';
import { moduleOrder } from '../../tools/module-order.ts';
import { ledgerVariable } from './refusal-ledger.ts';
import { startTestPostgres, type TestPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestPostgres;
  }
}

const source = new URL('../../src/', import.meta.url);

/** Once a run: a PostgreSQL of its own, with one migrated database that every worker clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { postgres, stop } = await startTestPostgres(migrateAll);
  process.env[ledgerVariable] ??= join(tmpdir(), 'refusals.txt');
  project.provide('postgres', postgres);
  return stop;
}

async function migrateAll(ownerUrl: string): Promise<void> {
  await prepareJobs(ownerUrl);
  const present = await readdir(new URL('modules/', source));
  const modules = moduleOrder(present).map((module) => ({ module, folder: new URL(`modules/${module}/migrations/`, source) }));
  await migrate(ownerUrl, await readMigrations([{ module: 'kernel', folder: new URL('kernel/migrations/', source) }, ...modules]));
}
