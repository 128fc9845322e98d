import { createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTracing } from '#adapters/tracing.ts';
import { openDatabase } from '#kernel/db.ts';
import { startJobs } from '#kernel/jobs.ts';
import { isUnavailable } from '#kernel/unavailable.ts';
import { type Office, openOffice } from './support/office.ts';
import { plainItem } from './support/plain-item.ts';

/** What is said in the case, and what the office knows of the demo's citizen. */
const said = { name: '欧阳泄密者', phone: '13976543210', number: '440106199001015555', word: 'sehr-geheimes-wort' };
const known = { citizen: '林青禾', inLatin: 'Lin Qinghe', telephone: '0600-620 5521', idNo: 'DEMO5521', password: 'tongban-demo' };
const tokens: string[] = [];

const item = {
  ...plainItem,
  code: 'plain00000009',
  sections: [{ key: 'about', name: { 'zh-Hans': '关于您', vi: 'Về bạn', en: 'About you' } }],
  questions: Object.keys(said).map((key) => ({
    key,
    section: 'about',
    type: 'text',
    ask: { 'zh-Hans': '问题', vi: 'Câu hỏi', en: 'Question' },
    max: 200,
  })),
};

type Attribute = { key: string; value: { stringValue?: string; intValue?: number } };
type SentSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Attribute[];
  status?: { code?: number };
};

/** A collector small enough to stand in a test: it takes OTLP as JSON. */
async function openCollector() {
  const spans: SentSpan[] = [];
  let text = '';
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
    text += body;
    const sent = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] };
    spans.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    text: () => text,
    close: () => void server.close(),
  };
}

let office: Office;
let collector: Awaited<ReturnType<typeof openCollector>>;
const lines: string[] = [];
let tracing: ReturnType<typeof openTracing>;
let metrics = '';

/** The whole life of a case: signing in and failing to, searching, a draft, sending in, the office's acts and messages, asking for it, and what is wrong. */
async function liveThrough({ as, http }: Office): Promise<void> {
  const admin = await as('admin');
  const taken = await admin.post('/catalogue/imports', { format: 'tongban', content: JSON.stringify([item]) });
  if (taken.body['warned'] !== 1) throw new Error(JSON.stringify(taken.body));
  const [citizen, window, reviewer, signer] = [await as('citizen'), await as('window'), await as('reviewer'), await as('signer')];
  tokens.push(...[citizen, window, reviewer, signer].map(({ token }) => token ?? ''));
  await citizen.post('/identity/sessions', { username: said.phone, password: said.word });
  await citizen.get(`/catalogue/items?q=${encodeURIComponent(said.word)}`);
  await citizen.post('/cases/drafts', { itemCode: item.code, answers: said });
  const application = { itemCode: item.code, answers: said, slots: {}, delivery: { way: 'electronic' } };
  await citizen.post('/cases', { ...application, answers: { ...said, unknown: said.number } });
  const { body, status } = await citizen.post('/cases', application, { 'idempotency-key': said.word });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const path = `/cases/${String(body['caseNo'])}`;
  await window.post(`${path}/accept`, { version: 1 });
  await window.post(`${path}/messages`, { text: said.word });
  const proposed = await reviewer.post(`${path}/propose`, { version: 2, outcome: 'approved', reason: said.word });
  const decided = await signer.post(`${path}/sign`, { version: proposed.body['version'] });
  if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
  await window.get(`/cases?q=${encodeURIComponent(said.name)}`);
  await http.inject({ method: 'GET', url: `/zh-Hans/track?caseNo=${said.number}&phoneLast4=${said.phone.slice(-4)}` });
  await http.inject({ method: 'GET', url: `/${encodeURIComponent(said.name)}/${said.phone}` });
  await http.inject({
    method: 'POST',
    url: '/api/v1/cases',
    headers: { 'content-type': 'application/json' },
    payload: `{"${said.word}": `,
  });
}

beforeAll(async () => {
  collector = await openCollector();
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
  tracing = openTracing({ serviceName: 'tongban-test', delayMs: 50 });
  const note = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, msg: message }));
  office = await openOffice({}, { info: note, warn: note, error: note });
  const jobs = await startJobs(office.app, office.ownerUrl);
  await liveThrough(office);
  await office.http.inject({
    method: 'GET',
    url: '/api/v1/catalogue/items?limit=1',
    headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  });
  await sleep(1500);
  metrics = (await office.http.inject('/metrics')).body;
  await jobs.stop();
  await tracing.stop();
});
afterAll(async () => {
  await office.close();
  collector.close();
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
});

test('every request is one line of the log, with the route and not the address', () => {
  const requests = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');
  expect(requests.length).toBeGreaterThan(8);
  const search = requests.find(({ route }) => route === '/api/v1/catalogue/items');
  expect(Object.keys(search ?? {}).sort()).toEqual(['method', 'ms', 'msg', 'requestId', 'route', 'status']);
  expect(search).toMatchObject({ method: 'GET', status: 200 });
  expect(requests.some(({ route }) => String(route).startsWith('/metrics'))).toBe(false);
});

test('the answer carries the id of its line', async () => {
  const answer = await office.http.inject('/api/v1/catalogue/items?limit=1');
  expect(lines.some((line) => line.includes(String(answer.headers['x-request-id'])))).toBe(true);
});

test('nothing that a person says of themselves reaches log, metrics or traces', () => {
  const told = { log: lines.join('\n'), metrics, traces: collector.text() };
  for (const [where, text] of Object.entries(told)) {
    expect(text.length, where).toBeGreaterThan(500);
    for (const secret of [...Object.values(said), ...Object.values(known), ...tokens]) {
      expect(text.includes(secret), `${where} tells ${secret}`).toBe(false);
      expect(text.includes(encodeURIComponent(secret)), `${where} tells ${secret}`).toBe(false);
    }
  }
});

test('a trace shows the request, its statements without their values, and the work behind it', () => {
  const { spans } = collector;
  const request = spans.find(({ traceId }) => traceId === '0af7651916cd43dd8448eb211c80319c');
  expect(request).toBeDefined();
  const signIn = spans.find(({ name }) => name === 'POST /api/v1/identity/sessions');
  const statements = spans.filter(({ name, traceId }) => name === 'SQL' && traceId === signIn?.traceId);
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.every(({ parentSpanId }) => parentSpanId === signIn?.spanId)).toBe(true);
  expect(JSON.stringify(statements[0]?.attributes)).toContain('$1');
  expect(spans.some(({ name }) => name.startsWith('job '))).toBe(true);
  expect(spans.some(({ name }) => name.startsWith('routine '))).toBe(true);
});

test('metrics tell requests, statements, connections, what waits, the event loop and memory', () => {
  for (const name of [
    'tongban_http_request_seconds_bucket{le="0.1",method="GET",route="/api/v1/catalogue/items",status="200"}',
    'tongban_sql_statements_total',
    'tongban_database_connections{pool="write",state="busy"}',
    'tongban_database_connections{pool="read",state="waiting"}',
    'tongban_outbox_waiting',
    'tongban_outbox_lag_seconds',
    'tongban_jobs_waiting',
    'tongban_jobs_failed',
    'tongban_jobs_lag_seconds',
    'tongban_nodejs_eventloop_lag_p99_seconds',
    'tongban_process_resident_memory_bytes',
  ])
    expect(metrics).toContain(`\n${name} `);
});

test('a database that never answers is away, and said to be', async () => {
  const silent = createTcp(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const db = openDatabase({ url: `postgres://nobody@127.0.0.1:${port}/nothing`, patienceMs: 100 });
  const failure = await db.read((tx) => tx.one('select 1')).catch((error: unknown) => error);
  expect(isUnavailable(failure)).toBe(true);
  silent.close();
});
