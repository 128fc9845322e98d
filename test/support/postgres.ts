import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDatabase, withClient } from '#main/postgres/check.ts';
import { findServer } from '#main/postgres/server.ts';
import { startPostgres } from '#main/postgres.ts';

/** Where the workers of a test run find the database to clone. The urls are the template's, to which nobody may connect. */
export type TestPostgres = { readonly ownerUrl: string; readonly appUrl: string };

const template = 'tongban_template';
const prefix = 'tongban-test-';

/** A throw-away PostgreSQL for this process, with one database brought up to date by `migrate`. */
export async function startTestPostgres(
  migrate: (ownerUrl: string) => Promise<void>,
): Promise<{ postgres: TestPostgres; stop: () => Promise<void> }> {
  sweepLeftovers();
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  const server = await startPostgres({ folder, durable: false });
  const postgres = { ownerUrl: withDatabase(server.ownerUrl, template), appUrl: withDatabase(server.appUrl, template) };
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await withClient(server.ownerUrl, (client) => client.query(`create database ${template}`));
    await checkDatabase(postgres.ownerUrl);
    await migrate(postgres.ownerUrl);
    process.env['TMPDIR'] = makeScratch(folder);
  } catch (error) {
    await stop();
    throw error;
  }
  return { postgres, stop };
}

/** Whatever the tests of a run leave behind goes with its database. */
function makeScratch(folder: string): string {
  const scratch = join(folder, 'scratch');
  chmodSync(folder, 0o711);
  mkdirSync(scratch, { mode: 0o711 });
  return scratch;
}

export function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** Runs that were killed could not clean up after themselves. */
function sweepLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    if (isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    const server = findServer(folder);
    try {
      if (server) process.kill(server.pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    } catch {
      // Another user's leftovers are another user's business.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
