import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBinaries, type Runner, runnerFor } from './binaries.ts';

type Login = { readonly user: string; readonly password: string };
/** One database server's files, not necessarily running. */
export type Cluster = {
  readonly folder: string;
  readonly runner: Runner;
  readonly version: string;
  readonly owner: Login;
  readonly app: Login;
};

/** Opens the cluster in `folder`, and makes it first when there is none. */
export function openCluster(folder: string, durable: boolean): Cluster {
  const binaries = findBinaries();
  mkdirSync(dirname(folder), { recursive: true });
  const runner = runnerFor(binaries, folder);
  if (!readCluster(folder, 'PG_VERSION')) createCluster(folder, runner, durable);
  const made = readCluster(folder, 'PG_VERSION')?.trim();
  if (made !== binaries.major) {
    throw new Error(
      `The data in ${folder} belong to PostgreSQL ${made}, this release brings ${binaries.major}. Back up with the earlier release and restore into an empty folder.`,
    );
  }
  runner.own(folder);
  chmodSync(folder, 0o700);
  const logins = JSON.parse(readCluster(folder, 'tongban.json') ?? 'null') as { owner: Login; app: Login } | null;
  if (!logins) throw new Error(`${folder} holds a PostgreSQL that was not made here. Choose another data folder, or set DATABASE_URL.`);
  return { folder, runner, version: binaries.version, ...logins };
}

function readCluster(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The database in ${folder} belongs to another user. Start as that user, or choose another data folder.`, {
      cause: error,
    });
  }
}

/** Everything is made under another name and renamed at the end: whatever interrupts it, a half-made cluster is never found. */
function createCluster(folder: string, runner: Runner, durable: boolean): void {
  const fresh = `${folder}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  runner.own(fresh);
  const owner = { user: 'tongban', password: randomBytes(24).toString('base64url') };
  const app = { user: 'tongban_app', password: randomBytes(24).toString('base64url') };
  try {
    // Without a UTF-8 character class pg_trgm finds no trigrams in Chinese. ICU's rules differ between builds, the builtin ones do not.
    const locale = ['-E', 'UTF8', '--locale=C', `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`];
    const provider = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    run(runner, ['initdb', '-D', fresh, '-U', 'postgres', '-A', 'trust', ...locale, ...provider, ...(durable ? [] : ['--no-sync'])]);
    run(runner, ['postgres', '--single', '-D', fresh, 'postgres'], rolesAndDatabase(owner, app));
    // Only our two roles may come in; the superuser has no password and no way in.
    writeFileSync(join(fresh, 'pg_hba.conf'), 'host all tongban,tongban_app 127.0.0.1/32 scram-sha-256\n');
    writeFileSync(join(fresh, 'tongban.json'), JSON.stringify({ owner, app }), { mode: 0o600 });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process may have been quicker; then its cluster is as good.
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error;
  }
}

/** One statement a line, as the single-user mode of PostgreSQL reads them. */
function rolesAndDatabase(owner: Login, app: Login): string {
  return [
    `create role tongban login createdb createrole password '${owner.password}'`,
    `create role tongban_app login password '${app.password}'`,
    'grant tongban_app to tongban with admin option',
    'grant pg_monitor, pg_signal_backend to tongban',
    'create database tongban owner tongban',
    '',
  ].join('\n');
}

function run(runner: Runner, [program, ...args]: readonly [string, ...string[]], input = ''): void {
  const { status, stderr, error } = spawnSync(...runner.command(program, args), { ...runner.identity, input, cwd: '/', encoding: 'utf8' });
  if (status !== 0 || /FATAL|ERROR/.test(stderr))
    throw new Error(`PostgreSQL could not be set up: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
}
