import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#main/postgres.ts';
import { fillProduct, fillReference, listNames, withDatabase } from './data.ts';
import { answers, item, wrongAnswers } from './form.ts';
import { measure, type Measured, median, type Shot } from './load.ts';
import { pgbench } from './pgbench.ts';
import { type Running, startServer, stopAll, usageOf } from './servers.ts';

/** `npm run bench [-- --cases 1000000 --rounds 3 --seconds 3]`: this product, a bare server and the database alone, side by side. Ratios are the result; absolute numbers belong to this machine. */
const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const [cases, rounds, seconds] = [option('cases', 1_000_000), option('rounds', 3), option('seconds', 3)];

type Work = { name: string; clients: number; product: Shot; reference?: Shot };
type Row = { name: string; product: Measured[]; reference: Measured[]; database: number[] };

async function call(base: string, path: string, { token, body }: { token?: string; body?: unknown } = {}): Promise<Record<string, string>> {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function uploadOne(base: string, token: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(onePixel, 'base64')], { type: 'image/png' }), 'paper.png');
  const answer = await fetch(`${base}/api/v1/documents/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return ((await answer.json()) as { fileId: string }).fileId;
}

async function prepare(
  product: Running,
): Promise<{ citizen: string; supervisor: string; body: (given: object) => string; caseNo: string }> {
  const signIn = async (username: string) =>
    (await call(product.base, '/identity/sessions', { body: { username, password: 'tongban-demo' } }))['token'] as string;
  const [citizen, supervisor, admin] = [await signIn('citizen'), await signIn('supervisor'), await signIn('admin')];
  await call(product.base, '/catalogue/imports', { token: admin, body: { format: 'tongban', content: JSON.stringify([item]) } });
  const fileIds = [await uploadOne(product.base, citizen), await uploadOne(product.base, citizen)];
  const body = (given: object) =>
    JSON.stringify({
      itemCode: item.code,
      answers: given,
      slots: { identity: { fileIds: [fileIds[0]] }, plan: { fileIds: [fileIds[1]] } },
      delivery: { way: 'electronic' },
    });
  const { caseNo = '' } = await call(product.base, '/cases', { token: citizen, body: JSON.parse(body(answers)) });
  return { citizen, supervisor, body, caseNo };
}

async function pageFifty(base: string, token: string): Promise<string> {
  let cursor = '';
  for (let page = 1; page < 50; page += 1)
    cursor = ((await call(base, `${workList}${cursor && `&cursor=${cursor}`}`, { token }))['nextCursor'] as string) ?? cursor;
  return cursor;
}

const workList = '/cases?unit=bench/unit7&limit=50';

function works(ready: Awaited<ReturnType<typeof prepare>> & { page50: string }): Work[] {
  const token = 'bench';
  const { citizen, supervisor, body, caseNo, page50 } = ready;
  const given = JSON.stringify({ answers, files: ['1', '2'] });
  const wrong = JSON.stringify({ answers: wrongAnswers, files: ['1', '2'] });
  const submit = (clients: number): Work => ({
    name: `submit, ${clients} clients`,
    clients,
    product: { method: 'POST', path: '/api/v1/cases', token: citizen, body: () => body(answers), expect: 201 },
    reference: { method: 'POST', path: '/applications', token, body: () => given, expect: 201 },
  });
  const get = (name: string, path: string, reference?: string, who?: string): Work => ({
    name,
    clients: 8,
    product: { method: 'GET', path, ...(who ? { token: who } : {}), expect: 200 },
    ...(reference ? { reference: { method: 'GET', path: reference, token, expect: 200 } } : {}),
  });
  return [
    submit(8),
    submit(32),
    {
      name: 'invalid refused',
      clients: 8,
      product: { method: 'POST', path: '/api/v1/cases', token: citizen, body: () => body(wrongAnswers), expect: 400 },
      reference: { method: 'POST', path: '/applications', token, body: () => wrong, expect: 400 },
    },
    {
      name: 'status read',
      clients: 8,
      product: { method: 'GET', path: `/api/v1/cases/${caseNo}`, token: citizen, expect: 200 },
      reference: { method: 'GET', path: '/applications/S77', token, expect: 200 },
    },
    get('work list, page 1', `/api/v1${workList}`, '/applications?page=1', supervisor),
    get('work list, page 50', `/api/v1${workList}&cursor=${page50}`, '/applications?page=50', supervisor),
    get('search', `/api/v1/catalogue/items?q=${encodeURIComponent('食品经营')}&limit=20`, `/items?q=${encodeURIComponent('食品经营')}`),
    get('guide page', '/zh-Hans/services/440131904206'),
  ];
}

process.on('exit', stopAll);
const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
const env = { TONGBAN_DATA: folder, TONGBAN_DEMO: '1' };
const product = await startServer({ script: 'src/main/cli.ts', args: ['start'], port: 8181, env, ready: '/readyz' });
const idle = usageOf(product.process).mib;
const postgres = await startPostgres({ folder: join(folder, 'postgres') });
console.log(`filling ${cases} cases on both sides …`);
const ready = await prepare(product);
await fillProduct(postgres.ownerUrl, cases);
const referenceUrl = await fillReference(postgres.ownerUrl, { cases, names: await listNames(postgres.ownerUrl) });
const reference = await startServer({
  script: 'test/bench/reference.ts',
  port: 8182,
  env: { REFERENCE_URL: referenceUrl },
  ready: '/items?q=x',
});

const rows = new Map<string, Row>();
for (let round = 1; round <= rounds; round += 1) {
  for (const work of works({ ...ready, page50: await pageFifty(product.base, ready.supervisor) })) {
    const row = rows.get(work.name) ?? { name: work.name, product: [], reference: [], database: [] };
    rows.set(work.name, row);
    if (work.reference) row.reference.push(await measure(reference.base, work.reference, { clients: work.clients, seconds }));
    row.product.push(await measure(product.base, work.product, { clients: work.clients, seconds }));
    if (work.name.startsWith('submit')) {
      const alone = pgbench(withDatabase(postgres.ownerUrl, 'reference'), { clients: work.clients, seconds });
      if (alone) row.database.push(alone);
    }
    console.log(
      `round ${round}  ${work.name}: ours ${row.product.at(-1)?.perSecond.toFixed(0)}/s${work.reference ? `, bare ${row.reference.at(-1)?.perSecond.toFixed(0)}/s` : ''}`,
    );
  }
}
const loaded = usageOf(product.process).mib;
await reference.stop();
await product.stop();
await postgres.stop();
const again = await startServer({ script: 'src/main/cli.ts', args: ['start'], port: 8181, env, ready: '/readyz' });
const idleAgain = usageOf(again.process).mib;
await again.stop();
rmSync(folder, { recursive: true, force: true });

const spread = (values: number[], digits = 0) =>
  values.length > 0
    ? `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`
    : '–';
const ratios = (row: Row) =>
  row.product.map((one, i) => one.perSecond / (row.reference[i]?.perSecond ?? Number.NaN)).filter(Number.isFinite);
const table = [...rows.values()].map((row) => ({
  work: row.name,
  'ours /s': spread(row.product.map((one) => one.perSecond)),
  'bare /s': spread(row.reference.map((one) => one.perSecond)),
  'ours ÷ bare': spread(ratios(row), 2),
  'ours ÷ database': spread(row.product.map((one, i) => one.perSecond / (row.database[i] ?? Number.NaN)).filter(Number.isFinite), 2),
  'p99 ms ours / bare': `${median(row.product.map((one) => one.p99))} / ${row.reference.length > 0 ? median(row.reference.map((one) => one.p99)) : '–'}`,
  wrong: row.product.reduce((sum, one) => sum + one.wrong, 0) + row.reference.reduce((sum, one) => sum + one.wrong, 0),
}));
console.table(table);
console.log(
  `ready again after ${(again.readyMs / 1000).toFixed(2)} s with its database · memory: idle ${idleAgain.toFixed(0)} MiB (after the first demo load ${idle.toFixed(0)}), loaded ${loaded.toFixed(0)} MiB`,
);
writeFileSync(
  'bench.json',
  JSON.stringify(
    { cases, rounds, seconds, rows: [...rows.values()], readyMs: again.readyMs, idleMib: idleAgain, loadedMib: loaded },
    undefined,
    1,
  ),
);
