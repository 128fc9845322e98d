import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.ts';

/** A connection that stands for one process using the server. Whoever closes the last one stops the server. */
export type Keeper = { readonly client: pg.Client; readonly port: number; readonly pid: number; readonly started: boolean };

const keeperName = 'tongban keeper';
const pauseMs = 20;
const patienceMs = 120_000;

export function urlOf(cluster: Cluster, login: 'owner' | 'app', port: number): string {
  const { user, password } = cluster[login];
  return `postgres://${user}:${password}@127.0.0.1:${port}/tongban`;
}

/** Joins the server that runs on the cluster, or starts one. What an earlier end left behind (kill -9, a power cut) is cleared away first. */
export async function joinServer(cluster: Cluster, durable: boolean, wantedPort?: number): Promise<Keeper> {
  let child: ChildProcess | undefined;
  let failures = 0;
  for (let waited = 0; waited < patienceMs; waited += pauseMs) {
    const server = findServer(cluster.folder);
    // A lock that is only just being written names no port yet.
    const client = server?.port ? await connectKeeper(urlOf(cluster, 'owner', server.port)) : undefined;
    if (server && client) return { client, ...server, started: child?.pid !== undefined && child.exitCode === null };
    if (child && child.exitCode !== null) {
      // Another process may have been quicker, and orphans of a killed server may hold its memory for a moment.
      failures += server ? 0 : 1;
      const complaint = lastComplaint(cluster.folder);
      if (failures > 50 || (!server && !/already exists|in use/.test(complaint)))
        throw new Error(`PostgreSQL does not start: ${complaint}`);
      child = undefined;
    } else if (!child && !server) {
      child = await launch(cluster, durable, wantedPort ?? (await freePort()));
    }
    await sleep(pauseMs);
  }
  throw new Error(`PostgreSQL did not become ready within ${patienceMs / 1000} seconds: ${lastComplaint(cluster.folder)}`);
}

/** Closes this process's keeper, and stops the server unless another process keeps it. */
export async function leaveServer(cluster: Cluster, { client, pid }: Keeper): Promise<void> {
  const others = await client
    .query<{ count: string }>('select count(*) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()', [keeperName])
    .then(({ rows }) => Number(rows[0]?.count))
    .catch(() => 0);
  await client.end().catch(() => {});
  if (others > 0) return;
  if (findServer(cluster.folder)?.pid !== pid) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < patienceMs && findServer(cluster.folder)?.pid === pid; waited += pauseMs) await sleep(pauseMs);
}

async function connectKeeper(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: keeperName, keepAlive: true });
  client.on('error', () => {});
  return client.connect().then(
    () => client,
    () => undefined,
  );
}

/** The running server of a cluster by its own lock file. A lock whose process is gone, or is something else by now, is removed. */
export function findServer(folder: string): { pid: number; port: number } | undefined {
  const lock = join(folder, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(lock, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || isServer(pid, folder)) return { pid, port };
  rmSync(lock, { force: true });
  return undefined;
}

function isServer(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
  } catch {
    return process.platform !== 'linux';
  }
}

async function launch(cluster: Cluster, durable: boolean, port: number): Promise<ChildProcess> {
  const log = openSync(join(cluster.folder, 'server.log'), 'a', 0o600);
  ftruncateSync(log);
  const settings = Object.entries({ ...tuning(), ...privacy, ...(durable ? {} : careless), port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const [program, args] = cluster.runner.command('postgres', ['-D', cluster.folder, ...settings]);
  // Detached, so that Ctrl+C in a terminal reaches only us and the server is stopped last.
  const child = spawn(program, args, {
    ...cluster.runner.identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, TZ: 'UTC' },
  });
  closeSync(log);
  child.unref();
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  return child;
}

function tuning() {
  const megabytes = Math.min(512, Math.floor(totalmem() / 2 ** 20 / 8));
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 80,
    shared_buffers: `${megabytes}MB`,
    effective_cache_size: `${megabytes * 3}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    autovacuum_naptime: '20s',
    idle_in_transaction_session_timeout: '60s',
  };
}

/** The log names what went wrong but never repeats a row's values. */
const privacy = { log_min_messages: 'warning', log_error_verbosity: 'terse', log_min_error_statement: 'panic' };
/** For databases that are thrown away after the run. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: 200 };

function lastComplaint(folder: string): string {
  const lines = readFileSync(join(folder, 'server.log'), 'utf8').trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? 'its log is empty';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
