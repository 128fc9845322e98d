import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp, createHttp } from '#main/app.ts';
import { readConfig } from '#main/config.ts';
import { withClient } from '#main/postgres/check.ts';
import { type Desk, type Office, openOffice } from './support/office.ts';
import { plainApplication, publishPlainItem } from './support/plain-item.ts';

let office: Office;
let citizen: Desk;
beforeAll(async () => {
  office = await openOffice();
  await publishPlainItem(await office.as('admin'));
  citizen = await office.as('citizen');
}, 60_000);
afterAll(() => office.close());

const cookie = (token: string | undefined) => ({ cookie: `tongban_session=${token}` });
const formType = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  office.http.inject({ method: 'POST', url, headers: { ...formType, ...headers }, payload: new URLSearchParams(fields).toString() });
const count = (sql: string) => withClient(office.ownerUrl, async (client) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n));

describe('a form posted after the session has ended', () => {
  test('is kept, and stands on the page again after signing in, for this page and for an hour only', async () => {
    const values = { language: 'vi', care: 'on', email: 'someone@example.org' };
    const sent = await post('/en/my/profile?do=preferences', values);
    expect(sent.statusCode).toBe(303);
    const signIn = new URL(String(sent.headers.location), 'http://x');
    expect(signIn.pathname).toBe('/en/sign-in');
    const next = String(signIn.searchParams.get('next'));
    expect(next).toMatch(/^\/en\/my\/profile\?parked=/);
    const again = await office.http.inject({ url: next, headers: cookie(citizen.token) });
    expect(again.statusCode).toBe(200);
    expect(again.body).toContain('someone@example.org');
    const elsewhere = await office.http.inject({ url: next.replace('/profile', '/acting'), headers: cookie(citizen.token) });
    expect(elsewhere.body).not.toContain('someone@example.org');
    await withClient(office.ownerUrl, (client) => client.query("update kernel.parked_form set at = at - interval '61 minutes'"));
    expect((await office.http.inject({ url: next, headers: cookie(citizen.token) })).body).not.toContain('someone@example.org');
  });

  test('leaves no password behind', async () => {
    const before = await count('select count(*) as n from kernel.parked_form');
    const sent = await post('/en/my/profile?do=password', { current: 'my-old-secret', password: 'my-new-secret' });
    expect(sent.statusCode).toBe(303);
    expect(await count('select count(*) as n from kernel.parked_form')).toBe(before);
  });
});

describe('where a post comes from', () => {
  const submit = (headers: Record<string, string>) =>
    office.http.inject({
      method: 'POST',
      url: '/api/v1/cases',
      headers: { ...cookie(citizen.token), host: 'office.example', ...headers },
      payload: plainApplication,
    });

  test.each([
    [{ origin: 'http://office.example' }, 201],
    [{}, 201],
    [{ referer: 'http://office.example/en/apply' }, 201],
    [{ 'sec-fetch-site': 'same-origin' }, 201],
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://office.example.elsewhere.example' }, 403],
    [{ referer: 'https://elsewhere.example/' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
  ])('with a cookie, %j is answered %i', async (headers, status) => {
    expect((await submit(headers as Record<string, string>)).statusCode).toBe(status);
  });

  test('does not matter to a program that brings its own token', async () => {
    expect((await citizen.post('/cases', plainApplication, { origin: 'https://elsewhere.example' })).status).toBe(201);
  });

  test('from elsewhere is told to people in words, and nothing is done', async () => {
    const answer = await post(
      '/en/my/profile?do=preferences',
      { language: 'vi' },
      { ...cookie(citizen.token), origin: 'https://elsewhere.example' },
    );
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('not sent from one of our pages');
    expect((await citizen.get('/identity/me')).body['language']).not.toBe('vi');
  });
});

describe('the language of a page', () => {
  const languageOf = async (url: string, headers: Record<string, string> = {}) =>
    /<html lang="([^"]+)"/.exec((await office.http.inject({ url, headers })).body)?.[1];

  test.each([
    ['/vi', {}, 'vi'],
    ['/en?care=1', { 'accept-language': 'vi' }, 'en'],
    ['/zh-Hant/services?q=x', { cookie: 'tongban_language=en' }, 'zh-Hant'],
    ['/demo', { 'accept-language': 'vi' }, 'vi'],
    ['/demo', { 'accept-language': 'vi', cookie: 'tongban_language=en' }, 'en'],
    ['/demo?lang=zh-Hant', { cookie: 'tongban_language=en' }, 'zh-Hant'],
    ['/nowhere', { 'accept-language': 'en' }, 'en'],
  ])('%s with %j is %s', async (url, headers, language) => {
    const found = await languageOf(url, headers);
    expect(found ?? ((await office.http.inject({ url, headers: headers as Record<string, string> })).headers.location as string)).toContain(
      language,
    );
  });

  test('is chosen by the browser on the way to a portal page, and what was asked goes along', async () => {
    const sent = await office.http.inject({ url: '/?care=1', headers: { 'accept-language': 'vi' } });
    expect([sent.statusCode, sent.headers.location]).toEqual([302, '/vi?care=1']);
    expect((await office.http.inject({ url: String(sent.headers.location) })).statusCode).toBe(200);
  });

  test('in front of a desk page is remembered, and leads to the page', async () => {
    const sent = await office.http.inject({ url: '/vi/desk/inbox?state=open' });
    expect([sent.statusCode, sent.headers.location]).toEqual([302, '/desk/inbox?state=open']);
    expect(sent.cookies).toContainEqual(expect.objectContaining({ name: 'tongban_language', value: 'vi' }));
    expect((await office.http.inject({ url: '/vi/nowhere' })).statusCode).toBe(404);
  });
});

test('requests a minute are counted over all processes', async () => {
  const config = readConfig({ TONGBAN_DEMO: '1', TONGBAN_DATA: '/tmp/tongban-second-process', LOG_LEVEL: 'silent', TONGBAN_POOL: '4' });
  const second = createApp(config, office.ownerUrl);
  const http = await createHttp(second, config);
  const track = (server: typeof http) =>
    server.inject({
      method: 'POST',
      url: '/api/v1/cases/track',
      payload: { caseNo: 'HC7K-4M2P-9XQ6', phoneLast4: '0000' },
      remoteAddress: '10.1.1.1',
    });
  const statuses: number[] = [];
  for (let i = 0; i < 12; i += 1) statuses.push((await track(office.http)).statusCode, (await track(http)).statusCode);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
  expect(statuses.slice(0, 20)).not.toContain(429);
  await http.close();
  await second.db.close();
});

test('health is told: alive, ready, numbers without anything personal', async () => {
  expect((await office.http.inject({ url: '/healthz' })).statusCode).toBe(200);
  const ready = await office.http.inject({ url: '/readyz' });
  expect([ready.statusCode, ready.json().status]).toEqual([200, 'ready']);
  await citizen.get('/identity/me');
  const { body } = await office.http.inject({ url: '/metrics' });
  expect(body).toMatch(/^tongban_outbox_waiting \d+$/m);
  expect(body).toMatch(/tongban_http_request_seconds_count\{method="GET",route="\/api\/v1\/identity\/me",status="200"\} \d+/);
  expect(body).not.toContain(citizen.token);
});

describe('while the database is away', () => {
  const maintenance = () => Object.assign(new URL(office.ownerUrl), { pathname: '/postgres' }).href;
  const name = () => new URL(office.ownerUrl).pathname.slice(1);
  const close = () =>
    withClient(maintenance(), async (client) => {
      await client.query(`alter database ${name()} connection limit 0`);
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name()]);
    });
  const open = () => withClient(maintenance(), (client) => client.query(`alter database ${name()} connection limit -1`));

  test('programs get 503 and when to try again, people a page in their language, and it comes back by itself', async () => {
    await close();
    const json = await citizen.get('/identity/me');
    expect(json).toMatchObject({
      status: 503,
      body: { status: 503, code: 'unavailable' },
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '5' },
    });
    const page = await office.http.inject({ url: '/vi/my', headers: cookie(citizen.token) });
    expect([page.statusCode, page.headers['content-type'], page.headers['retry-after']]).toEqual([503, 'text/html; charset=utf-8', '5']);
    expect(page.body).toContain('Hệ thống tạm thời chưa dùng được');
    expect(page.body).toContain('<html lang="vi"');
    expect((await office.http.inject({ url: '/healthz' })).statusCode).toBe(200);
    expect((await office.http.inject({ url: '/readyz' })).statusCode).toBe(503);
    expect((await office.http.inject({ url: '/metrics' })).statusCode).toBe(200);
    await open();
    expect((await citizen.get('/identity/me')).status).toBe(200);
    expect((await office.http.inject({ url: '/vi/services' })).statusCode).toBe(200);
    expect((await citizen.post('/cases', plainApplication)).status).toBe(201);
  });
});

describe('while the file store takes nothing', () => {
  const bytes = '--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n%PDF-1.4\r\n--b--\r\n';
  const upload = (token: string | undefined) =>
    office.http.inject({
      method: 'POST',
      url: '/api/v1/documents/files',
      headers: { 'content-type': 'multipart/form-data; boundary=b', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      payload: bytes,
    });

  test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'ECONNREFUSED'])('because of %s, a file is refused in words and not half kept', async (code) => {
    const { uploads } = office.app;
    const store = () => Promise.reject(Object.assign(new Error(code), { code }));
    Object.assign(office.app, { uploads: uploads && { ...uploads, store } });
    const answer = await upload(citizen.token);
    Object.assign(office.app, { uploads });
    expect(answer.json()).toMatchObject({ status: 503, code: 'storage_unavailable' });
  });

  test('nobody’s file reaches the store who may not send one', async () => {
    let stored = 0;
    const { uploads } = office.app;
    const store = async () => ((stored += 1), { refused: 'too_large', facts: {} });
    Object.assign(office.app, { uploads: uploads && { ...uploads, store } });
    expect((await upload(undefined)).statusCode).toBe(401);
    Object.assign(office.app, { uploads });
    expect(stored).toBe(0);
  });
});

test('a failure that is a bug says its incident number and nothing of itself', async () => {
  const { now } = office.app;
  Object.assign(office.app, {
    now: () => {
      throw new Error('secret detail');
    },
  });
  const [json, html] = [await citizen.get('/identity/me'), await office.http.inject({ url: '/en/themes' })];
  Object.assign(office.app, { now });
  expect(json).toMatchObject({ status: 500, body: { code: 'server_error', incident: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
  expect([html.statusCode, html.headers['content-type']]).toEqual([500, 'text/html; charset=utf-8']);
  expect(html.body).toContain(String(html.headers['x-request-id']));
  expect(JSON.stringify(json.body) + html.body).not.toContain('secret');
});

test('what nobody sent from a page of ours is refused, not stumbled over', async () => {
  const headers = { authorization: `Bearer ${citizen.token}` };
  const upload = (type: string, payload: string) =>
    office.http.inject({ method: 'POST', url: '/api/v1/documents/files', headers: { ...headers, 'content-type': type }, payload });
  expect((await upload('multipart/form-data', '--x')).statusCode).toBe(400);
  const cut = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\nabc';
  expect((await upload('multipart/form-data; boundary=x', cut)).statusCode).toBe(400);
  const id = '019f0000-0000-7000-8000-000000000000';
  for (const path of [`/cases/mine?cursor=9999999999999999_${id}`, `/documents/files?cursor=2020-01-01T00:00:00Z_${'-'.repeat(36)}`])
    expect((await citizen.get(path)).status, path).toBe(400);
  const supervisor = await office.as('supervisor');
  for (const path of [`/cases?cursor=2020-99-99_${id}`, `/supervision/cases?what=open&cursor=2020-99-99_${id}`])
    expect((await supervisor.get(path)).status, path).toBe(400);
  expect((await citizen.get('/directory/calendars/__proto__/add-workdays?from=2020-01-01&days=3')).status).toBe(404);
  expect((await office.http.inject({ url: `/files/${'-'.repeat(36)}`, headers })).statusCode).toBe(404);
  const twice = await office.http.inject({
    method: 'POST',
    url: '/en/my/acting?do=offer',
    headers: { ...cookie(citizen.token), ...formType },
    payload: 'as=agent&items=a&items=b&untilOn-year.x=1&name=a&phone=b',
  });
  expect(twice.statusCode).toBe(400);
  expect((await post('/en/my/profile?do=preferences', { language: 'vi\0' })).statusCode).toBe(303);
});

test('what the API tells one person, nobody on the way keeps', async () => {
  expect((await citizen.get('/cases/mine')).headers['cache-control']).toBe('no-store');
  expect((await citizen.get('/catalogue/items')).headers['cache-control']).toBeUndefined();
});

test('behind one proxy the address is the one that it saw, not one that the client wrote', async () => {
  const behind = await createHttp(office.app, { ...readConfig({ TONGBAN_DEMO: '1', LOG_LEVEL: 'silent' }), trustProxy: 1 });
  const tries = Array.from({ length: 25 }, (_, n) =>
    behind.inject({
      method: 'POST',
      url: '/api/v1/cases/track',
      headers: { 'x-forwarded-for': `203.0.113.${n}, 198.51.100.7` },
      payload: { caseNo: 'HCAN-RPX9-FDNR', phoneLast4: '0000' },
    }),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(5);
  await behind.close();
});
