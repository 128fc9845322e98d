import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from './postgres/check.ts';
import { findServer } from './postgres/server.ts';
import { type Postgres, startPostgres, usePostgres } from './postgres.ts';

const isRoot = process.getuid?.() === 0;
let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'tongban-launcher-'));
  chmodSync(home, 0o755);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const inside = (name: string) => join(home, name, 'postgres');
const start = (name: string) => startPostgres({ folder: inside(name), durable: false });
const ask = <T>(url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows[0] as T);

async function use(postgres: Postgres, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await postgres.stop();
  }
}

test('the owner may make tables, the application may not, and both need their passwords', async () => {
  const postgres = await start('plain');
  await use(postgres, async () => {
    await ask(postgres.ownerUrl, 'create table public.kept (n int)');
    await expect(ask(postgres.appUrl, 'create table public.another (n int)')).rejects.toThrow('permission denied');
    await expect(ask(postgres.appUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow('password authentication failed');
    await expect(ask(postgres.ownerUrl.replace(/tongban:[^@]+@/, 'postgres:x@'), 'select 1')).rejects.toThrow('no pg_hba.conf entry');
    expect(statSync(join(inside('plain'), 'tongban.json')).mode & 0o777).toBe(0o600);
  });
});

test('a second start joins the running server, and only the last one out stops it', async () => {
  const first = await start('shared');
  const second = await start('shared');
  expect([first.origin, second.origin]).toEqual(['started', 'joined']);
  expect(second.ownerUrl).toBe(first.ownerUrl);
  await first.stop();
  expect(await ask(second.ownerUrl, 'select 1 as one')).toEqual({ one: 1 });
  await second.stop();
  expect(findServer(inside('shared'))).toBeUndefined();
});

test('two first starts at the same moment end with one server', async () => {
  const both = await Promise.all([start('at-once'), start('at-once')]);
  expect(both.map(({ origin }) => origin).sort()).toEqual(['joined', 'started']);
  for (const postgres of both) await postgres.stop();
});

test('a killed server comes back on the same port with everything committed', async () => {
  const postgres = await startPostgres({ folder: inside('killed') });
  await use(postgres, async () => {
    await ask(postgres.ownerUrl, 'create table public.kept as select 7 as n');
    process.kill(findServer(inside('killed'))?.pid ?? 0, 'SIGKILL');
    await expect
      .poll(() => ask(postgres.ownerUrl, 'select n from public.kept').catch(() => undefined), { timeout: 10_000 })
      .toEqual({ n: 7 });
  });
});

test('after we were killed ourselves the next start takes the orphaned server over', async () => {
  const folder = inside('orphaned');
  const program = `import { startPostgres } from '${new URL('postgres.ts', import.meta.url).href}'; await startPostgres({ folder: '${folder}', durable: false }); console.log('up');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  const postgres = await start('orphaned');
  expect(postgres.origin).toBe('joined');
  await postgres.stop();
  expect(findServer(folder)).toBeUndefined();
});

test('a lock left behind whose number belongs to another program by now does not stop a start', async () => {
  const before = await start('stale');
  const lock = readFileSync(join(inside('stale'), 'postmaster.pid'), 'utf8');
  await before.stop();
  writeFileSync(join(inside('stale'), 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)));
  const postgres = await start('stale');
  expect(postgres.origin).toBe('started');
  await postgres.stop();
});

test('a first start that was interrupted leaves nothing that a later one would mistake for a database', async () => {
  mkdirSync(`${inside('interrupted')}.new-${process.pid}/base`, { recursive: true });
  const postgres = await start('interrupted');
  await postgres.stop();
  expect(existsSync(`${inside('interrupted')}.new-${process.pid}`)).toBe(false);
});

test('data of another PostgreSQL release are refused with what to do', async () => {
  await (await start('newer')).stop();
  writeFileSync(join(inside('newer'), 'PG_VERSION'), '17\n');
  await expect(start('newer')).rejects.toThrow('belong to PostgreSQL 17');
});

test.runIf(isRoot)('root can keep its data below a closed folder, and move them into the open', async () => {
  mkdirSync(join(home, 'closed'), { mode: 0o700 });
  const postgres = await start('closed/deep');
  await use(postgres, async () => expect(await ask(postgres.ownerUrl, 'select 1 as one')).toEqual({ one: 1 }));
  cpSync(inside('closed/deep'), inside('open'), { recursive: true });
  await (await start('open')).stop();
});

test.runIf(isRoot)('what root started once still belongs to the folder’s owner', async () => {
  const nobody = 65534;
  mkdirSync(inside('lent'), { recursive: true });
  spawnSync('chown', ['-R', String(nobody), join(home, 'lent')]);
  await (await start('lent')).stop();
  expect(statSync(join(inside('lent'), 'PG_VERSION')).uid).toBe(nobody);
});

test('an external database is checked and the application gets a role of its own', async () => {
  const server = await start('external');
  await use(server, async () => {
    await ask(server.ownerUrl, 'drop role tongban_app');
    const external = await usePostgres(server.ownerUrl);
    expect(external.origin).toBe('external');
    expect(await ask(external.appUrl, 'select current_user as name')).toEqual({ name: 'tongban_app' });
    await external.stop();
    await ask(server.ownerUrl, "create database latin template template0 encoding 'LATIN1' locale_provider libc locale 'C'");
    await ask(server.ownerUrl, "create database plain_c template template0 encoding 'UTF8' locale_provider libc locale 'C'");
    await expect(usePostgres(server.ownerUrl.replace(/tongban$/, 'latin'))).rejects.toThrow('must be encoded in UTF8');
    await expect(usePostgres(server.ownerUrl.replace(/tongban$/, 'plain_c'))).rejects.toThrow('does not know Chinese');
    await expect(usePostgres('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow('does not answer');
  });
});
