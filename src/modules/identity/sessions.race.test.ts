import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { configureIdentity, identityModule } from './index.ts';
import { forgetSessionsOf } from './resolve.ts';
import { openTestCentre, type TestCentre } from './testing.ts';

const minute = 60_000;
let centre: TestCentre;
beforeAll(async () => {
  centre = await openTestCentre();
});
afterAll(() => centre.close());

const signIn = (username: string, password = 'tongban-demo', code?: string) =>
  centre.call('POST', '/identity/sessions', { body: { username, password, ...(code ? { code } : {}) } });

test('a sign-in answers with a token, its end and the person', async () => {
  const { status, body } = await signIn('reviewer');
  expect(status).toBe(201);
  expect(body).toMatchObject({
    token: expect.stringMatching(/^[\w-]{43}$/),
    expiresAt: '2020-07-30T09:00:00.000Z',
    person: { name: '何映川', roles: ['reviewer'], unitCode: 'market-regulation/food-licensing' },
  });
});

test('a citizen has half an hour, in care mode an hour, staff eight hours', async () => {
  const lasts = async (username: string) => new Date((await signIn(username)).body['expiresAt']).getTime() - centre.app.now().getTime();
  expect(await lasts('citizen')).toBe(30 * minute);
  expect(await lasts('elder')).toBe(60 * minute);
  expect(await lasts('window')).toBe(8 * 60 * minute);
});

test('a wrong password and an unknown name are refused alike and take about as long', async () => {
  const timed = async (username: string) => {
    const start = performance.now();
    const { status, body } = await signIn(username, 'not the password');
    return { status, code: body['code'], took: performance.now() - start };
  };
  await timed('nobody-0');
  const [known, unknown] = [await timed('gate2'), await timed('nobody-1')];
  expect([known.status, known.code]).toEqual([401, 'wrong_credentials']);
  expect([unknown.status, unknown.code]).toEqual([401, 'wrong_credentials']);
  expect(unknown.took).toBeGreaterThan(known.took / 4);
});

test('the fifth wrong password makes the next try wait, existing name or not, even when all come at once; the wait doubles', async () => {
  for (const username of ['gate', 'nobody-2']) {
    await Promise.all(Array.from({ length: 5 }, () => signIn(username, 'guess')));
    const locked = await signIn(username);
    expect(locked.status).toBe(423);
    expect(locked.body).toMatchObject({ code: 'locked', facts: { minutes: 1, until: '2020-07-30T01:01:00.000Z' } });
  }
  centre.pass(minute);
  expect((await signIn('gate', 'guess')).status).toBe(401);
  expect((await signIn('gate')).body).toMatchObject({ code: 'locked', facts: { minutes: 2 } });
  centre.pass(2 * minute);
  expect((await signIn('gate')).status).toBe(201);
});

const from = async (address: string, username: string, password = 'tongban-demo') => {
  const answer = await centre.http.inject({
    method: 'POST',
    url: '/api/v1/identity/sessions',
    remoteAddress: address,
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0' },
    payload: { username, password },
  });
  return answer.json<{ code?: string; token?: string }>();
};

test('a stranger who guesses keeps out themselves alone, and from however many addresses never one the person uses', async () => {
  expect((await from('198.51.100.9', 'gate2')).token).toBeDefined();
  for (let i = 0; i < 5; i += 1) await from('203.0.113.1', 'gate2', 'guess');
  expect((await from('203.0.113.1', 'gate2')).code).toBe('locked');
  expect((await from('198.51.100.10', 'gate2')).token).toBeDefined();
  await Promise.all(Array.from({ length: 50 }, (_, index) => from(`203.0.114.${index}`, 'gate2', 'guess')));
  expect((await from('203.0.115.1', 'gate2')).code).toBe('locked');
  expect((await from('198.51.100.9', 'gate2')).token).toBeDefined();
});

test('a new one-time link is the way out of a lock', async () => {
  for (let i = 0; i < 5; i += 1) await from('203.0.113.2', 'hotline', 'guess');
  const admin = await centre.tokenOf('admin');
  const { body } = await centre.call('GET', '/identity/people?q=hotline', { token: admin });
  const found = body['rows'].find((row: { username: string }) => row.username === 'hotline');
  const link = await centre.call('POST', `/identity/people/${found.personId}/invitations`, { token: admin });
  const password = 'the heron waits at dusk';
  await centre.call('POST', '/identity/invitations/accept', { body: { invitation: link.body['invitation'], password } });
  expect((await from('203.0.113.2', 'hotline', password)).token).toBeDefined();
});

test('a session is called after the browser, unless the caller gave it a name', async () => {
  const { token } = await from('198.51.100.9', 'signer');
  const { body } = await centre.call('GET', '/identity/sessions', { token });
  expect(body['rows']).toMatchObject([{ device: 'Firefox · Linux', current: true }]);
});

test('one address gets only so many tries a minute', async () => {
  centre.pass(minute);
  const answers = await Promise.all(Array.from({ length: 63 }, (_, index) => signIn(`somebody-${index}`, 'guess')));
  expect(answers.filter(({ status }) => status === 429).length).toBe(3);
  centre.pass(minute);
});

test('a session that is used lives on, an idle one ends, and so does its token', async () => {
  const token = await centre.tokenOf('citizen');
  const me = async () => {
    forgetSessionsOf((await centre.app.resolveSession(token))?.personId ?? '');
    return centre.call('GET', '/identity/me', { token });
  };
  for (let i = 0; i < 3; i += 1) {
    centre.pass(20 * minute);
    expect((await me()).status).toBe(200);
  }
  centre.pass(31 * minute);
  expect((await me()).body).toMatchObject({ status: 401, code: 'sign_in_needed' });
});

test('signing out ends the session at once', async () => {
  const token = await centre.tokenOf('citizen');
  expect((await centre.call('GET', '/identity/me', { token })).status).toBe(200);
  expect((await centre.call('DELETE', '/identity/sessions/current', { token })).body).toEqual({ signedOut: true });
  expect((await centre.call('GET', '/identity/me', { token })).status).toBe(401);
});

test('one sees and ends one’s own sessions, and nobody else’s', async () => {
  const [here, there] = [await centre.tokenOf('planner'), await centre.tokenOf('planner')];
  const { body } = await centre.call('GET', '/identity/sessions', { token: here });
  const other = body['rows'].find((row: { current: boolean }) => !row.current);
  expect(body['rows'].length).toBe(2);
  const stranger = await centre.tokenOf('inspector');
  const path = `/identity/sessions/${other.sessionId}`;
  expect((await centre.call('DELETE', path, { token: stranger })).body).toMatchObject({ status: 404, code: 'not_found' });
  expect((await centre.call('GET', '/identity/me', { token: there })).status).toBe(200);
  expect((await centre.call('DELETE', path, { token: here })).status).toBe(200);
  expect((await centre.call('GET', '/identity/me', { token: there })).status).toBe(401);
});

test('a changed password ends the other sessions; weak and wrong ones are refused', async () => {
  const registered = await register('0600-888 0001');
  const token = registered.body['token'];
  const other = (await signIn('06008880001', 'a quiet river bank')).body['token'];
  const change = (current: string, password: string) => centre.call('PUT', '/identity/me/password', { token, body: { current, password } });
  expect((await change('wrong', 'another quiet bank')).body).toMatchObject({ status: 403, code: 'wrong_password' });
  expect((await change('a quiet river bank', '12345678')).body).toMatchObject({ status: 422, code: 'weak_password' });
  expect((await change('a quiet river bank', 'another quiet bank')).status).toBe(200);
  expect((await centre.call('GET', '/identity/me', { token: other })).status).toBe(401);
  expect((await centre.call('GET', '/identity/me', { token })).status).toBe(200);
});

const register = (phone: string, password = 'a quiet river bank') =>
  centre.call('POST', '/identity/people', { body: { name: '石一苇', phone, password } });

test('a citizen registers with a phone number once, however it is written', async () => {
  expect((await register('0600-888 0002')).status).toBe(201);
  expect((await register('０６００８８８０００２')).status).toBe(400);
  expect((await register('06008880002')).body).toMatchObject({ status: 409, code: 'phone_taken' });
  expect((await register('0600-888 0003', 'aaaaaaaa')).body).toMatchObject({ status: 422, code: 'weak_password' });
  expect((await signIn('0600 888-0002', 'a quiet river bank')).body['person']).toMatchObject({ name: '石一苇', roles: ['citizen'] });
});

test('no token and no password is kept under an idempotency key', async () => {
  const body = { username: 'admin', password: 'tongban-demo' };
  const headers = { 'idempotency-key': 'again' };
  const once = () => centre.http.inject({ method: 'POST', url: '/api/v1/identity/sessions', headers, payload: body });
  const [first, second] = [await once(), await once()];
  expect(first.json().token).not.toBe(second.json().token);
  const kept = await centre.app.db.read((tx) => tx.rows<{ body: unknown }>(`select body from kernel.answer`));
  expect(JSON.stringify(kept)).not.toContain('token');
});

test('with a second factor on, a password alone is not enough and a code counts once', async () => {
  const token = (await register('0600-888 0004')).body['token'];
  const factor = (method: 'POST' | 'PUT' | 'DELETE', body?: object) =>
    centre.call(method, '/identity/me/second-factor', { token, ...(body ? { body } : {}) });
  const codeOf = (key: string) => generateSync({ secret: key, epoch: Math.floor(centre.app.now().getTime() / 1000) });
  expect((await factor('PUT', { code: '000000' })).body).toMatchObject({ status: 409, code: 'second_factor_not_prepared' });
  const { key, uri } = (await factor('POST')).body as { key: string; uri: string };
  expect(uri).toMatch(/^otpauth:\/\/totp\//);
  const wrong = String((Number(codeOf(key)) + 1) % 1_000_000).padStart(6, '0');
  expect((await factor('PUT', { code: wrong })).body).toMatchObject({ status: 422, code: 'wrong_code' });
  expect((await factor('PUT', { code: codeOf(key) })).status).toBe(200);
  const kept = await centre.app.db.read((tx) => tx.rows(`select totp_secret from identity.account where totp_secret is not null`));
  expect(JSON.stringify(kept)).toMatch(/^\[\{"totpSecret":"sealed\.1\./);
  expect(JSON.stringify(kept)).not.toContain(key);
  expect((await factor('PUT', { code: codeOf(key) })).body).toMatchObject({ code: 'second_factor_is_on' });
  expect((await factor('POST')).body).toMatchObject({ status: 409, code: 'second_factor_is_on' });

  const enter = (code?: string) => signIn('06008880004', 'a quiet river bank', code);
  expect((await enter()).body).toMatchObject({ status: 401, code: 'code_needed' });
  expect((await enter(codeOf(key))).body).toMatchObject({ status: 401, code: 'wrong_code' });
  centre.pass(minute);
  expect((await enter(codeOf(key))).status).toBe(201);
  expect((await enter(codeOf(key))).body).toMatchObject({ code: 'wrong_code' });

  expect((await factor('DELETE', { current: 'wrong' })).body).toMatchObject({ status: 403, code: 'wrong_password' });
  expect((await factor('DELETE', { current: 'a quiet river bank' })).status).toBe(200);
  expect((await enter()).status).toBe(201);
});

test('a key that was written before keys were sealed is sealed by itself, and its codes go on counting', async () => {
  const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const { personId } = (await register('0600-888 0005')).body['person'];
  await centre.app.db.transaction((tx) =>
    tx.run(`update identity.account set totp_secret = $2, totp_since = $3 where person_id = $1`, [personId, key, centre.app.now()]),
  );
  const open = async () => {
    const found = await Promise.all(identityModule.checkups.map(({ run }) => jobOf(centre.app, 'identity').transaction(run)));
    return found.flat();
  };
  expect(await open()).toEqual([personId]);
  await identityModule.routines.find(({ name }) => name === 'seal-factors')?.run(jobOf(centre.app, 'identity'));
  expect(await open()).toEqual([]);
  const code = generateSync({ secret: key, epoch: Math.floor(centre.app.now().getTime() / 1000) });
  expect((await signIn('06008880005', 'a quiet river bank', code)).status).toBe(201);
});

test('demo people sign in with one click in demo mode, and not at all outside of it', async () => {
  const enter = () => centre.call('POST', '/identity/personas/window/sessions');
  expect((await enter()).body).toMatchObject({ start: '/desk/inbox', person: { name: '沈牧之' } });
  expect((await centre.call('POST', '/identity/personas/window2/sessions')).status).toBe(404);
  configureIdentity({ demo: false });
  expect((await enter()).body).toMatchObject({ status: 404, code: 'not_found' });
  expect((await signIn('window')).body).toMatchObject({ status: 401, code: 'wrong_credentials' });
  configureIdentity({ demo: true });
});

test('preferences are kept', async () => {
  const token = await centre.tokenOf('citizen2');
  const put = (body: object) => centre.call('PUT', '/identity/me/preferences', { token, body });
  expect((await put({ language: 'vi', care: true, email: 'thu@example.vn' })).body).toEqual({ language: 'vi', care: true });
  expect((await put({ language: 'fr' })).status).toBe(400);
  expect((await centre.call('GET', '/identity/me', { token })).body).toMatchObject({
    language: 'vi',
    care: true,
    email: 'thu@example.vn',
    username: 'citizen2',
    hasPassword: true,
    secondFactorSince: null,
    grants: [{ role: 'citizen', unitCode: '' }],
  });
});
