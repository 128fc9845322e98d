import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, May, Role } from '#kernel/actor.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { Page } from '#kernel/page.ts';
import { modules } from '#main/modules.ts';
import { withClient } from '#main/postgres/check.ts';
import { actorOf, personIdsByUsername } from '#modules/identity/index.ts';
import { type Desk, type Office, openOffice } from './support/office.ts';
import { plainApplication, publishPlainItem } from './support/plain-item.ts';
import { sampleOf, spoilt } from './support/samples.ts';

type Named = { readonly module: string; readonly label: string; readonly endpoint: Endpoint };
const all: readonly Named[] = modules.flatMap(({ name: module, contract }) =>
  Object.entries(contract).map(([name, endpoint]) => ({ module, label: `${module}.${name}`, endpoint })),
);
const pages: readonly Page[] = modules.flatMap((module) => module.pages);

let office: Office;
/** Every call to an endpoint that counts its calls lets ten seconds pass. */
let shiftMs = 0;
const actors = new Map<string, Actor>();
/** Real things of the office by module and property, so that odd input reaches past the first look-up. */
const known: Record<string, Record<string, unknown>> = {};

beforeAll(async () => {
  office = await openOffice();
  const { resolveSession } = office.app;
  Object.assign(office.app, {
    resolveSession: async (token: string) => actors.get(token) ?? resolveSession(token),
    now: () => new Date(Date.now() + shiftMs),
  });
  await makeThings();
}, 60_000);
afterAll(() => office.close());

/** A kiosk, and an officer at an open window with somebody who waits. */
async function queueThings(): Promise<Record<string, unknown>> {
  const [admin, window] = await Promise.all([office.as('admin'), office.as('window')]);
  const venue = 'hechuan-hall';
  const { deviceId } = await made(admin, '/hall/devices', { venue, name: 'kiosk', scopes: ['kiosk'] });
  const device = { deviceId: deviceId as string, venue, scopes: ['kiosk'] };
  actors.set('a kiosk', {
    kind: 'device',
    personId: undefined,
    name: 'kiosk',
    grants: [],
    unitCode: undefined,
    sessionId: undefined,
    device,
  });
  const { body } = await window.get(`/hall/${venue}/windows`);
  const own = (body['rows'] as { windowNo: string; windowId: string }[]).find(({ windowNo }) => windowNo === '05')?.windowId;
  await made(window, `/hall/windows/${own}/open`, {});
  for (let people = 0; people < 2; people += 1) await made(window, `/hall/${venue}/tickets`, { group: 'A' });
  return { ownWindow: own };
}

/** Somebody inside who can leave, and the newest policy to write the next one from. */
async function doorThings(): Promise<Record<string, unknown>> {
  const entry = { temperature: 36.5, mask: true, symptoms: [], party: 4, deviceEventId: 'coming-01' };
  await made(await office.as('gate'), '/hall/hechuan-hall/screenings', entry);
  const { body } = await (await office.as('admin')).get('/hall/policies');
  const [newest] = body['rows'] as { version: number; rules: object }[];
  return { newest: { version: newest?.version, rules: newest?.rules } };
}

/** The item that odd calls may retire. */
const victim = 'plain00000002';

async function makeThings(): Promise<void> {
  const [citizen, admin, window, nobody] = await Promise.all([office.as('citizen'), office.as('admin'), office.as('window'), office.as()]);
  await publishPlainItem(admin, victim);
  const { itemCode } = plainApplication;
  const { caseNo } = await made(citizen, '/cases', plainApplication);
  const { draftId } = await made(citizen, '/cases/drafts', { itemCode });
  const { viewId } = await made(window, '/cases/views', { name: 'x', query: 'view=mine' });
  const written = await made(admin, `/catalogue/items/${victim}/drafts`, {});
  const suspension = { scope: { item: itemCode }, channels: ['phone'], from: '2031-07-30T05:00:00Z', reason: 'x' };
  const { suspensionId } = await made(admin, '/channels/suspensions', suspension);
  const account = await made(nobody, '/identity/people', { name: '试用', phone: '13900001111', password: 'long-enough-77' });
  const { personId } = account['person'] as { personId: string };
  Object.assign(known, {
    identity: { personId, username: 'nobody-here' },
    directory: { calendar: 'CN', code: 'health', personId },
    catalogue: { itemCode: victim, draftId: written['draftId'], item: {} },
    channels: { suspensionId, scope: { item: itemCode } },
    cases: { itemCode, caseNo, draftId, viewId, version: 1, cases: [{ caseNo }], unitCode: 'health' },
    delivery: { caseNo },
    appointments: await appointmentThings(citizen),
  });
}

/** A hold, a booking of the citizen and the plan of a hall that odd calls may change, on the first day that has room. */
async function appointmentThings(citizen: Desk): Promise<Record<string, unknown>> {
  const planner = await office.as('planner');
  const [venue, item] = ['anhe-centre', '440131904206'];
  const { body } = await planner.get(`/appointments/halls?item=${item}`);
  const hall = (body['rows'] as { venue: string; firstFree: string }[]).find((one) => one.venue === venue);
  const { holdId } = await made(citizen, '/appointments/holds', { venue, item, at: hall?.firstFree });
  const { bookingNo, token } = await made(citizen, '/appointments', { holdId, phone: '0600-610 9999' });
  const { plan, validFrom } = (await planner.get(`/appointments/plans/${venue}`)).body;
  return {
    venue,
    item,
    bookingNo,
    token,
    holdId,
    at: hall?.firstFree,
    plan,
    validFrom,
    entryId: nowhere,
    on: String(hall?.firstFree).slice(0, 10),
  };
}

async function made(desk: Desk, path: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await desk.post(path, body);
  if (answer.status > 201) throw new Error(`${path} answered ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Somebody whom a `may` lets in: a session that no call can end, the name its token. */
async function tokenFor(may: May): Promise<string | undefined> {
  if (may === 'anyone') return undefined;
  const accountOf: Partial<Record<Role, string>> = { head: 'signer' };
  return tokenOf(may === 'signed-in' ? 'citizen' : (accountOf[may[0] as Role] ?? (may[0] as string)));
}
async function tokenOf(username: string): Promise<string> {
  const actor = actors.get(username) ?? (await findActor(username));
  if (!actor) throw new Error(`there is no ${username}`);
  actors.set(username, actor);
  return username;
}
function findActor(username: string): Promise<Actor | undefined> {
  return office.app.db.read(async (tx) => actorOf(tx, (await personIdsByUsername(tx, [username])).get(username) ?? ''));
}

type Call = { token?: string | undefined; input?: Record<string, unknown>; headers?: Record<string, string>; raw?: string };
const nowhere = '0198c0de-0000-7000-8000-000000000000';

function inputOf({ module, endpoint }: Named): Record<string, unknown> {
  return sampleOf(endpoint.input, known[module]) as Record<string, unknown>;
}

function call({ module, endpoint }: Named, { token, input = {}, headers = {}, raw }: Call): Promise<LightMyRequestResponse> {
  const given = { ...input };
  if (endpoint.perMinute) shiftMs += 10_000;
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => {
    const value = given[key] ?? known[module]?.[key] ?? nowhere;
    delete given[key];
    return encodeURIComponent(short(value)) || 'x';
  });
  const isGet = endpoint.method === 'GET';
  const query = isGet ? `?${new URLSearchParams(Object.entries(given).map(([key, value]) => [key, short(value)]))}` : '';
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  const request: InjectOptions = {
    method: endpoint.method,
    url: `/api/v1/${module}${path}${query}`,
    headers: { ...authorization, ...headers },
  };
  if (isGet) return office.http.inject(request);
  const type = { 'content-type': 'application/json' };
  return office.http.inject({ ...request, headers: { ...type, ...request.headers }, payload: raw ?? JSON.stringify(given) });
}
const short = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed().slice(0, 3000);

const securityHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'SAMEORIGIN' };

/** What an answer breaks of what every answer keeps to. */
function faults(answer: LightMyRequestResponse): string[] {
  const found: string[] = [];
  const { headers, statusCode } = answer;
  if (!/^[0-9a-f-]{36}$/.test(String(headers['x-request-id']))) found.push('no X-Request-Id');
  for (const [name, value] of Object.entries(securityHeaders)) if (headers[name] !== value) found.push(`${name}: ${String(headers[name])}`);
  if (!String(headers['content-security-policy']).includes("default-src 'none'")) found.push('no content rules');
  if (statusCode >= 500) found.push(`${statusCode} ${answer.body.slice(0, 100)}`);
  return found;
}

function apiFaults(answer: LightMyRequestResponse): string[] {
  const found = faults(answer);
  const { headers, statusCode } = answer;
  if (statusCode < 400) return found;
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
    return [...found, `an error as ${String(headers['content-type'])}`];
  const { status, code, paths } = answer.json() as { status?: number; code?: string; paths?: { path: string; code: string }[] };
  if (status !== statusCode) found.push('another status in the body');
  if (!/^[a-z]+(_[a-z]+)*$/.test(String(code))) found.push(`code ${String(code)}`);
  if (code === 'invalid_input' && !paths?.every((one) => typeof one.path === 'string' && one.code)) found.push('invalid without paths');
  return found;
}

type Ask<One> = (one: One) => Promise<readonly string[]>;

/** Asks every endpoint and lists, by name, what was not as it should be. */
async function everywhere(which: (one: Named) => boolean, ask: Ask<Named>): Promise<string[]> {
  const lines: string[] = [];
  for (const one of all.filter(which)) lines.push(...(await ask(one)).map((line) => `${one.label}: ${line}`));
  return lines;
}
const answered = (answer: LightMyRequestResponse, ...wanted: readonly (readonly [number, string])[]): string[] =>
  wanted.some(([status, code]) => answer.statusCode === status && answer.json().code === code)
    ? apiFaults(answer)
    : [...apiFaults(answer), `answered ${answer.statusCode} ${answer.body.slice(0, 80)}`];

const away = '0198c0de-0000-7000-8000-00000000dead';
const ids = ['draftId', 'viewId', 'personId', 'sessionId', 'mandateId', 'suspensionId', 'noticeId', 'importId', 'holdId', 'entryId'];
const lost: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ids.map((id) => [id, away])),
  caseNo: 'HC7K-4M2P-9XQ6',
  bookingNo: 'HC7K-4M2P-9XQ6',
  token: 'never-heard-of-this-token',
  itemCode: 'never-heard-of',
  synonymId: 'never-heard-of',
  username: 'never-heard-of',
  code: 'never-heard-of',
};

const any = () => true;
const hasBody = ({ endpoint }: Named) => endpoint.method !== 'GET' && !endpoint.takesFile && endpoint !== office.app.uploads?.endpoint;

describe('every endpoint', () => {
  test('wants a session unless it is open to anyone', async () => {
    const isClosed = ({ endpoint }: Named) => endpoint.may !== 'anyone';
    expect(await everywhere(isClosed, async (one) => answered(await call(one, { input: inputOf(one) }), [401, 'sign_in_needed']))).toEqual(
      [],
    );
  });

  test('turns away who has another role', async () => {
    const forRoles = ({ endpoint }: Named) => Array.isArray(endpoint.may);
    const wrong = await everywhere(forRoles, async (one) => {
      const other = one.endpoint.may.includes('gate') ? 'citizen' : 'gate';
      return answered(await call(one, { token: await tokenOf(other), input: inputOf(one) }), [403, 'forbidden']);
    });
    expect(wrong).toEqual([]);
  });

  test('answers odd values in any place, and never fails over them', async () => {
    const wrong = await everywhere(any, async (one) => {
      const lines: string[] = [];
      for (const { what, input } of spoilt(one.endpoint.input, inputOf(one)))
        lines.push(...apiFaults(await call(one, { token: await tokenFor(one.endpoint.may), input })).map((fault) => `${what}: ${fault}`));
      return lines;
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  const abyss = `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  test.each([
    ['what is not JSON', '{"a":', 400, 'bad_request'],
    ['nothing at all', '', 400, 'bad_request'],
    ['a list instead of an object', '[]', 400, 'invalid_input'],
    ['a number instead of an object', '7', 400, 'invalid_input'],
    ['a reach into the prototype', '{"__proto__":{"polluted":1}}', 400, 'bad_request'],
    ['a reach into the constructor', '{"constructor":{"prototype":{"polluted":1}}}', 400, 'bad_request'],
    ['an abyss', abyss, 400, 'invalid_input'],
    ['more than a mebibyte', JSON.stringify({ x: 'x'.repeat(2 ** 20) }), 413, 'too_large'],
  ])('refuses %s', async (...[, raw, status, code]) => {
    const wrong = await everywhere(
      (one) => hasBody(one) && one.endpoint.bodyLimit === undefined,
      async (one) => answered(await call(one, { token: await tokenFor(one.endpoint.may), raw }), [status, code]),
    );
    expect(wrong).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('refuses a body of another kind', async () => {
    const wrong = await everywhere(hasBody, async (one) => {
      const headers = { 'content-type': 'application/xml' };
      return answered(await call(one, { token: await tokenFor(one.endpoint.may), raw: '<a/>', headers }), [415, 'unsupported_media_type']);
    });
    expect(wrong).toEqual([]);
  });

  test('says of what is not there that it is not there', async () => {
    const wrong = await everywhere(
      ({ endpoint }) => (endpoint.refusals as Record<string, number>)['not_found'] === 404 && endpoint.path.includes('/:'),
      async (one) => {
        const keys = [...one.endpoint.path.matchAll(/:(\w+)/g)].map(([, key]) => key as string);
        const input = { ...inputOf(one), ...Object.fromEntries(keys.filter((key) => key in lost).map((key) => [key, lost[key]])) };
        return answered(await call(one, { token: await tokenFor(one.endpoint.may), input }), [404, 'not_found']);
      },
    );
    expect(wrong).toEqual([]);
  });
});

describe('a repeated call with the same key', () => {
  /** Of every endpoint that makes something: a first input and another one. */
  const makings: Readonly<Record<string, readonly [input: () => object, other: object]>> = {
    'identity.offerMandate': [
      () => ({ as: 'principal', name: demoElder.name, phone: demoElder.phone, untilOn: laterOn() }),
      { items: ['plain00000001'] },
    ],
    'identity.recordMandate': [
      () => ({ name: '纸上人', number: '990101195001012222', proof: 'shelf 4', untilOn: laterOn() }),
      { proof: 'shelf 5' },
    ],
    'directory.addCalendarChange': [
      () => ({ calendar: 'CN', from: '2031-03-03', worked: false, reason: { 'zh-Hans': '试验' } }),
      { from: '2031-03-04' },
    ],
    'catalogue.openDraft': [() => ({ itemCode: '440131904206' }), { itemCode: '000172101001' }],
    'channels.suspend': [
      () => ({ scope: { item: 'plain00000001' }, channels: ['post'], from: '2032-07-30T05:00:00Z', reason: 'x' }),
      { channels: ['phone'] },
    ],
    'cases.submit': [() => plainApplication, { delivery: { way: 'counter' } }],
    'cases.startDraft': [() => ({ itemCode: '440131904206' }), { channel: 'mobile' }],
    'cases.submitDraft': [() => ({ draftId: known['cases']?.['draftId'] }), { draftId: away }],
    'appointments.hold': [() => booking(5), { party: 2 }],
    'appointments.book': [() => ({ holdId: known['appointments']?.['holdId'] }), { phone: '0600-610 7777' }],
    'appointments.bookMany': [
      () => ({
        venue: booking(6).venue,
        item: booking(6).item,
        on: booking(6).at.slice(0, 10),
        people: [{ name: '甲', phone: '0600-610 7701' }],
      }),
      { people: [{ name: '乙', phone: '0600-610 7702' }] },
    ],
    'appointments.joinWaitlist': [
      () => ({ venue: booking(7).venue, item: booking(7).item, fromOn: booking(7).at.slice(0, 10), untilOn: booking(7).at.slice(0, 10) }),
      { party: 2 },
    ],
    'appointments.savePlan': [
      () => ({ venue: booking(8).venue, plan: known['appointments']?.['plan'], validFrom: laterOn() }),
      { validFrom: '2099-01-01' },
    ],
    'appointments.changeDay': [
      () => ({ venue: booking(9).venue, on: laterOn(), spans: [], reason: { 'zh-Hans': '试验' } }),
      { spans: [{ from: '09:00', to: '10:00' }] },
    ],
    'hall.exit': [() => ({ venue: 'hechuan-hall', deviceEventId: 'leaving-01', people: 1 }), { people: 2 }],
    'hall.publishPolicy': [() => known['hall']?.['newest'] as Record<string, unknown>, { effectiveAt: '2099-01-01T00:00:00Z' }],
    'hall.takeTicket': [() => ({ venue: 'hechuan-hall', group: 'A' }), { group: 'B' }],
    'hall.callNext': [() => ({ windowId: known['hall']?.['ownWindow'] }), { version: 77 }],
    'hall.beginKiosk': [() => ({}), { extra: 1 }],
    'cases.writeMessage': [() => ({ caseNo: known['cases']?.['caseNo'], body: '请问几时能办好？' }), { body: '另一句' }],
  };
  const askedBy: Record<string, string> = { 'hall.takeTicket': 'a kiosk', 'hall.beginKiosk': 'a kiosk' };
  const demoElder = { name: '', phone: '' };
  const laterOn = () => new Date(Date.now() + shiftMs + 30 * 86_400_000).toISOString().slice(0, 10);
  /** A time that can be booked, read from the hall before the first of these runs. */
  const booking = (nth: number) => ({ venue: 'hechuan-hall', item: '440131904206', at: free[nth] ?? '' });
  const free: string[] = [];
  const making = all.filter(({ endpoint }) => endpoint.creates && !endpoint.secret && endpoint !== office?.app.uploads?.endpoint);

  beforeAll(async () => {
    const elder = await office.as('elder');
    const { body } = await elder.get('/identity/me');
    known['cases'] = {
      ...known['cases'],
      ...(await made(await office.as('citizen'), '/cases/drafts', { itemCode: plainApplication.itemCode })),
      version: 1,
    };
    const on = String(known['appointments']?.['on']);
    const slots = await elder.get(`/appointments/slots?venue=hechuan-hall&item=440131904206&on=${on}`);
    free.push(...(slots.body['rows'] as { at: string; free: number }[]).filter((slot) => slot.free > 1).map(({ at }) => at));
    const { holdId } = await made(elder, '/appointments/holds', booking(4));
    known['appointments'] = { ...known['appointments'], holdId };
    Object.assign(demoElder, { name: body['name'], phone: body['phone'] });
    known['hall'] = { ...known['hall'], ...(await doorThings()), ...(await queueThings()) };
  });

  test.each(making.filter(({ label }) => label !== 'documents.uploadFile'))(
    'to $label gets the first answer; with another body it is refused',
    async (one) => {
      const [input, other] = makings[one.label] ?? [];
      if (!input || !other) throw new Error(`write down here what ${one.label} makes`);
      const token = one.label in askedBy ? await tokenOf(askedBy[one.label] as string) : await tokenFor(one.endpoint.may);
      const given = { ...input() };
      const send = (more: object) => call(one, { token, input: { ...given, ...more }, headers: { 'idempotency-key': `key-${one.label}` } });
      const [first, second] = [await send({}), await send({})];
      expect(first.json()).toEqual(second.json());
      expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
      expect(answered(await send(other), [422, 'key_reused'])).toEqual([]);
    },
  );

  test('whose key is longer than a key may be is refused, not taken for a call without one', async () => {
    const one = all.find(({ label }) => label === 'cases.submit') as Named;
    const answer = await call(one, {
      token: await tokenOf('citizen'),
      input: plainApplication,
      headers: { 'idempotency-key': 'k'.repeat(201) },
    });
    expect(answered(answer, [400, 'invalid_input'])).toEqual([]);
  });
});

test('reading leaves every table as it was, but for what logs and counts', async () => {
  const logs = ['kernel.outbox', 'kernel.request_count', 'identity.view_log', 'identity.session'];
  const counts = () =>
    withClient(office.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker')`,
      );
      const names = rows.map(({ name }) => name).filter((name) => !logs.includes(name));
      const sums = names.map(
        (name) =>
          `select '${name}' as name, count(*) as count, coalesce(sum(hashtext(t::text)), 0) as hash from ${name.replace('.grant', '."grant"')} t`,
      );
      return (await client.query(`${sums.join(' union all ')} order by name`)).rows;
    });
  const before = await counts();
  const isGet = ({ endpoint }: Named) => endpoint.method === 'GET';
  const wrong = await everywhere(isGet, async (one) =>
    apiFaults(await call(one, { token: await tokenFor(one.endpoint.may), input: inputOf(one) })),
  );
  for (const page of pages) await visit(page, { token: await tokenFor(page.may) });
  expect(wrong).toEqual([]);
  expect(await counts()).toEqual(before);
});

/** The address of a page with real things in it, or something else in their place. */
function addressOf(page: Page, instead?: string): string {
  const real: Record<string, unknown> = {
    ...known['cases'],
    ...known['catalogue'],
    code: plainApplication.itemCode,
    ...known['identity'],
    caseNo: known['cases']?.['caseNo'],
  };
  const path = page.path.replace(/:(\w+)(\([^)]*\))?/g, (_, key: string) => instead ?? encodeURIComponent(short(real[key] ?? nowhere)));
  return page.shell === 'portal' ? `/en${path === '/' ? '' : path}` : path;
}
type Visit = {
  token?: string | undefined;
  query?: string;
  instead?: string;
  form?: Record<string, string>;
  headers?: Record<string, string>;
};
function visit(page: Page, { token, query = '', instead, form, headers = {} }: Visit): Promise<LightMyRequestResponse> {
  return office.http.inject({
    method: form ? 'POST' : 'GET',
    url: `${addressOf(page, instead)}${query}`,
    headers: {
      ...(token ? { cookie: `tongban_session=${token}` } : {}),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...headers,
    },
    ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
  });
}
async function onEveryPage(ask: Ask<Page>): Promise<string[]> {
  const lines: string[] = [];
  for (const page of pages) lines.push(...(await ask(page)).map((line) => `${page.path}: ${line}`));
  return lines;
}

describe('every page', () => {
  test('answers whoever asks, with its headers, and asks for a session where it wants one', async () => {
    const wrong = await onEveryPage(async (page) => {
      const [stranger, somebody] = [await visit(page, {}), await visit(page, { token: await tokenFor(page.may) })];
      const asked = page.may === 'anyone' || (stranger.statusCode === 303 && String(stranger.headers.location).includes('/sign-in?next='));
      return [...faults(stranger), ...faults(somebody), ...(asked ? [] : [`a stranger got ${stranger.statusCode}`])];
    });
    expect(wrong).toEqual([]);
  });

  test.each(['%00', '%F0%A0%AE%B7', '%E2%80%AE', '%25', "'", 'x'.repeat(150), '-1', '__proto__'])(
    'stands %s in its address and its query',
    async (odd) => {
      const wrong = await onEveryPage(async (page) => {
        const token = await tokenFor(page.may);
        const names = [
          'q',
          'cursor',
          'view',
          'on',
          'month',
          'tab',
          'page',
          'parked',
          'lang',
          'care',
          'unit',
          'item',
          'kind',
          'do',
          'next',
          'state',
          'theme',
        ];
        const query = `?${names.map((name) => `${name}=${odd}`).join('&')}`;
        return [...faults(await visit(page, { token, instead: odd })), ...faults(await visit(page, { token, query }))];
      });
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  test('takes any form, posted by whomever, and says in words why it did nothing', async () => {
    const fields = (endpoint: Endpoint) => Object.keys((endpoint.input as { properties?: object }).properties ?? {});
    const wrong = await onEveryPage(async (page) => {
      const lines: string[] = [];
      for (const [name, { endpoint }] of Object.entries(page.forms)) {
        const query = `?do=${name}`;
        for (const odd of ['', 'x', '\0', '-1', '2020-02-30', 'x'.repeat(10_000)]) {
          const form = { ...Object.fromEntries(fields(endpoint).map((key) => [key, odd])), idempotencyKey: odd || 'x'.repeat(300) };
          if (endpoint.perMinute) shiftMs += 10_000;
          lines.push(
            ...faults(await visit(page, { token: await tokenFor(endpoint.may), query, form })).map(
              (fault) => `${name} ${odd.slice(0, 10)}: ${fault}`,
            ),
          );
        }
        const foreign = await visit(page, {
          token: await tokenFor(page.may),
          query,
          form: {},
          headers: { origin: 'https://elsewhere.example' },
        });
        if (foreign.statusCode !== 403) lines.push(`${name}: from elsewhere ${foreign.statusCode}`);
      }
      return lines;
    });
    expect(wrong).toEqual([]);
  }, 120_000);
});
