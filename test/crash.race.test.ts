import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#main/postgres/check.ts';
import { findServer } from '#main/postgres/server.ts';
import { plainApplication, plainItem } from './support/plain-item.ts';
import { realServer, type RealServer } from './support/server.ts';

const serverKills = 10;
const databaseKills = 2;

let server: RealServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-crash-'));
  server = await realServer(folder);
  console.log(`first start, with the demo made: ${await server.start()} ms`);
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

type Answer = { status: number; body: Record<string, unknown> };
async function ask(path: string, { token, body, key }: { token?: string | undefined; body?: object; key?: string } = {}): Promise<Answer> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(10_000),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

/** What a good client does: asks again until it knows. */
async function insist(path: string, how: Parameters<typeof ask>[1] = {}): Promise<Answer> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await ask(path, how).catch(() => undefined);
    if (answer && answer.status < 500) return answer;
    if (answer?.status === 500) failures.push(`${path}: ${JSON.stringify(answer.body)}`);
    await sleep(50);
  }
  throw new Error(`${path} was not answered`);
}
const failures: string[] = [];

async function tokenOf(username: string): Promise<string> {
  const { body } = await insist('/identity/sessions', { body: { username, password: 'tongban-demo' } });
  return String(body['token']);
}

function ownerUrl(): string {
  const at = join(folder, 'postgres');
  const { owner } = JSON.parse(readFileSync(join(at, 'tongban.json'), 'utf8')) as { owner: { user: string; password: string } };
  return `postgres://${owner.user}:${owner.password}@127.0.0.1:${findServer(at)?.port}/tongban`;
}
async function numberOf(sql: string): Promise<number> {
  return withClient(ownerUrl(), async (client) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n));
}

async function unfinishedJobs(): Promise<string[]> {
  const { rows } = await withClient(ownerUrl(), (client) =>
    client.query<{ line: string }>(
      `select concat_ws(' ', task_identifier, attempts, last_error, locked_by) as line from graphile_worker.jobs where run_at <= now() or attempts > 0`,
    ),
  );
  return rows.map(({ line }) => line);
}

const numberByKey = new Map<string, string>();
let working = true;

/** Sends one application after another and takes each to its signature, whatever happens to the server. */
async function work(name: string, tokens: { citizen: string; window: string; reviewer: string; signer: string }): Promise<void> {
  for (let round = 0; working; round += 1) {
    const key = `${name}-${round}`;
    const { status, body } = await insist('/cases', { token: tokens.citizen, body: plainApplication, key });
    if (status !== 201) throw new Error(`${key}: ${JSON.stringify(body)}`);
    const caseNo = String(body['caseNo']);
    numberByKey.set(key, caseNo);
    const acts = [
      ['accept', tokens.window, {}],
      ['propose', tokens.reviewer, { outcome: 'approved' }],
      ['sign', tokens.signer, {}],
    ] as const;
    for (const [index, [act, token, more]] of acts.entries()) {
      const done = await insist(`/cases/${caseNo}/${act}`, { token, body: { version: index + 1, ...more } });
      // An act whose answer was lost has been done: the second try learns that it came too late.
      if (done.status !== 200 && done.body['code'] !== 'stale_version') throw new Error(`${act} ${caseNo}: ${JSON.stringify(done.body)}`);
    }
  }
}

test('a second start with the demo is quick, and idling takes little', async () => {
  expect(await server.stop()).toBe(0);
  const milliseconds = await server.start();
  console.log(`second start: ${milliseconds} ms`);
  await sleep(1000);
  console.log(`idle: ${await server.megabytes()} MB resident`);
  expect(milliseconds).toBeLessThan(20_000);
}, 60_000);

test('whatever is killed while people submit and officers decide, nothing is half, lost or twice', async () => {
  const admin = await tokenOf('admin');
  const imported = await insist('/catalogue/imports', { token: admin, body: { format: 'tongban', content: JSON.stringify([plainItem]) } });
  expect(imported.body).toMatchObject({ changed: 1 });
  const [citizen, window, reviewer, signer] = await Promise.all(['citizen', 'window', 'reviewer', 'signer'].map(tokenOf));
  const tokens = { citizen, window, reviewer, signer } as Parameters<typeof work>[1];
  const clients = Promise.all(['a', 'b', 'c', 'd'].map((name) => work(name, tokens)));
  clients.catch(() => {});
  const plan = Array.from({ length: serverKills + databaseKills }, (_, i) => (i % 6 === 3 ? 'database' : 'server'));
  for (const target of plan) {
    await sleep(200 + Math.random() * 800);
    if (target === 'database') server.killPostgres();
    else {
      await server.kill();
      await server.start();
    }
  }
  await sleep(1000);
  working = false;
  await clients;
  console.log(`${numberByKey.size} cases decided over ${plan.length} kills`);

  for (const [key, caseNo] of numberByKey) {
    const again = await insist('/cases', { token: tokens.citizen, body: plainApplication, key });
    expect(again).toMatchObject({ status: 201, body: { caseNo } });
  }
  expect(new Set(numberByKey.values()).size).toBe(numberByKey.size);
  expect(numberByKey.size).toBeGreaterThan(plan.length);
  const ours = `from cases.case_file where item_code = '${plainItem.code}'`;
  expect(await numberOf(`select count(*) as n ${ours}`)).toBe(numberByKey.size);
  expect(await numberOf(`select count(*) as n ${ours} and state in ('decided', 'served') and last_seq >= 4`)).toBe(numberByKey.size);
  expect(
    await numberOf(
      `select count(*) as n from kernel.outbox where kind = 'case_submitted' and payload->>'caseNo' in (select case_no ${ours})`,
    ),
  ).toBe(numberByKey.size);
  expect(failures).toEqual([]);
}, 180_000);

test('afterwards the outbox runs dry, every job gets done and the doctor finds nothing', async () => {
  const waiting = `select count(*) as n from kernel.outbox o, kernel.dispatch_position p where (o.xid, o.fact_id) > (p.xid, p.fact_id)`;
  await expect.poll(() => numberOf(waiting), { timeout: 30_000 }).toBe(0);
  await expect.poll(unfinishedJobs, { timeout: 40_000, interval: 500 }).toEqual([]);
  const doctor = await server.command('doctor');
  expect(doctor.code, doctor.output).toBe(0);
}, 90_000);

test('told to stop under load, it answers everything it has taken and ends', async () => {
  const token = await tokenOf('citizen');
  const answered = new Set<string>();
  const broken: string[] = [];
  const load = async (client: number): Promise<void> => {
    for (let round = 0; ; round += 1) {
      const key = `stop-${client}-${round}`;
      const answer = await ask('/cases', { token, body: plainApplication, key }).catch(() => undefined);
      if (!answer) return;
      if (answer.status === 201) answered.add(key);
      else broken.push(JSON.stringify(answer.body));
    }
  };
  const clients = Array.from({ length: 20 }, (_, client) => load(client));
  await sleep(1000);
  const began = performance.now();
  const code = await server.stop();
  console.log(`stopped within ${Math.round(performance.now() - began)} ms under load, ${answered.size} answered`);
  await Promise.all(clients);
  expect(code).toBe(0);
  expect(broken).toEqual([]);
  await server.start();
  expect(await numberOf("select count(*) as n from kernel.answer where key like 'stop-%'")).toBe(answered.size);
}, 60_000);
