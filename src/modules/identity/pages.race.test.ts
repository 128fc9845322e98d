import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '#kernel/locale.ts';
import { openTestCentre, type TestCentre } from './testing.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await openTestCentre();
});
afterAll(() => centre.close());

const origin = 'http://localhost:80';

function open(url: string, token?: string) {
  return centre.http.inject({
    method: 'GET',
    url,
    headers: { host: 'localhost:80' },
    ...(token ? { cookies: { tongban_session: token } } : {}),
  });
}

function post(url: string, fields: Record<string, string>, token?: string) {
  return centre.http.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:80', origin, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
    ...(token ? { cookies: { tongban_session: token } } : {}),
  });
}

const sessionIn = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.find(({ name }) => name === 'tongban_session')?.value as string;

test.each(languages)('every page is drawn in %s', async (language) => {
  const admin = await centre.tokenOf('admin');
  const { body } = await centre.call('GET', '/identity/people?q=reviewer2', { token: admin });
  const portal = ['/sign-in', '/register', '/sign-in/invitation', '/demo', '/my/profile', '/my/views', '/my/acting'];
  const desk = ['/desk/profile', '/admin/people', `/admin/people/${body['rows'][0].personId}`].map((path) => `${path}?lang=${language}`);
  for (const url of [...portal.map((path) => `/${language}${path}`), ...desk]) {
    const answer = await open(url, admin);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    expect(answer.body).not.toContain('undefined');
    expect(answer.body).toMatch(/<h1>/);
  }
});

test('signing in without JavaScript leads back to where one came from, in the cookie nothing but the token', async () => {
  const page = await open('/vi/sign-in?next=%2Fvi%2Fmy%2Facting');
  expect(page.body).toContain('action="?next=%2Fvi%2Fmy%2Facting&amp;do=signIn"');
  const answer = await post('/vi/sign-in?do=signIn&next=%2Fvi%2Fmy%2Facting', { username: 'citizen2', password: 'tongban-demo' });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/vi/my/acting']);
  expect(answer.cookies.find(({ name }) => name === 'tongban_session')).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect((await open('/vi/my/acting', sessionIn(answer))).statusCode).toBe(200);
});

test('a wrong password keeps the name, says so, and never shows the password again', async () => {
  const answer = await post('/en/sign-in?do=signIn&next=%2Fen%2Fmy', { username: 'citizen', password: 'my secret guess' });
  expect(answer.statusCode).toBe(401);
  expect(answer.body).toContain('The user name or the password is wrong.');
  expect(answer.body).toContain('value="citizen"');
  expect(answer.body).not.toContain('my secret guess');
  expect(answer.body).toContain('next=%2Fen%2Fmy');
});

test('foreign addresses are never followed; staff begin at the desk, a citizen in care mode at home', async () => {
  const signIn = (username: string, query = '') => post(`/en/sign-in?do=signIn${query}`, { username, password: 'tongban-demo' });
  expect((await signIn('reviewer', '&next=https%3A%2F%2Fevil.example')).headers.location).toBe('/desk');
  expect((await signIn('reviewer', '&next=%2F%2Fevil.example')).headers.location).toBe('/desk');
  expect((await signIn('elder')).headers.location).toBe('/zh-Hans/my?care=1');
});

test('a page that needs signing in sends there and back', async () => {
  const answer = await open('/en/my/profile');
  expect(answer.headers.location).toBe('/en/sign-in?next=%2Fen%2Fmy%2Fprofile');
});

test('a form posted after the session ended is parked, and the sign-in page says that it is kept', async () => {
  const parked = await post('/en/my/acting?do=offer', { as: 'agent', name: 'somebody' });
  const next = new URL(parked.headers.location as string, origin).searchParams.get('next') ?? '';
  expect(next).toMatch(/^\/en\/my\/acting\?parked=/);
  expect((await open(parked.headers.location as string)).body).toContain('What you typed is kept');
  const signedIn = await post(`/en/sign-in?do=signIn&next=${encodeURIComponent(next)}`, { username: 'citizen', password: 'tongban-demo' });
  const back = await open(signedIn.headers.location as string, sessionIn(signedIn));
  expect(back.body).toContain('value="somebody"');
});

test('a password form is never parked', async () => {
  const answer = await post('/en/my/profile?do=password', { current: 'tongban-demo', password: 'a new long one' });
  expect(answer.headers.location).toBe('/en/sign-in?next=%2Fen%2Fmy%2Fprofile');
  const kept = await centre.app.db.read((tx) => tx.rows(`select * from kernel.parked_form where path like '%profile%'`));
  expect(kept).toEqual([]);
});

test('one click on a demo card signs in and leads to that person’s work', async () => {
  const page = await open('/en/demo');
  expect(page.body.match(/name="username"/g)?.length).toBe(18);
  expect(page.body).toContain('Lin Qinghe');
  expect((await post('/en/demo?do=enter', { username: 'window' })).headers.location).toBe('/desk/inbox');
  expect((await post('/en/demo?do=enter', { username: 'citizen2' })).headers.location).toBe('/vi/my');
  expect((await post('/en/demo?do=enter', { username: 'elder' })).headers.location).toBe('/?care=1');
});

test('signing out on the page forgets the cookie and the session', async () => {
  const token = await centre.tokenOf('citizen');
  expect((await open('/en/sign-in', token)).body).toContain('You are signed in as 林青禾.');
  const answer = await post('/en/sign-in?do=signOut', {}, token);
  expect([answer.headers.location, sessionIn(answer)]).toEqual(['/sign-in', '']);
  expect((await open('/en/my/profile', token)).statusCode).toBe(303);
});

test('the second factor is switched on from the page: key and picture, then a code', async () => {
  const token = await centre.tokenOf('supervisor');
  expect((await post('/desk/profile?do=prepareFactor', {}, token)).headers.location).toBe('/desk/profile#factor');
  const page = await open('/desk/profile?lang=en', token);
  expect(page.body).toMatch(/<svg[^>]*role="img"/);
  expect(page.body).toMatch(/([A-Z2-7]{4} ){7}[A-Z2-7]{4}/);
  const answer = await post('/desk/profile?do=confirmFactor&lang=en', { code: '000000' }, token);
  expect([answer.statusCode, answer.body.includes('The code is wrong')]).toEqual([422, true]);
});

test('preferences change language and care mode together', async () => {
  const token = await centre.tokenOf('citizen');
  const answer = await post('/en/my/profile?do=preferences', { language: 'zh-Hant', care: 'true', email: '' }, token);
  expect(answer.headers.location).toBe('/zh-Hant/my/profile?care=1');
  const wrong = await post('/en/my/profile?do=preferences', { language: 'en', email: 'no address' }, token);
  expect(wrong.statusCode).toBe(400);
  expect(wrong.body).toContain('value="no address"');
});

test('mandates are offered, accepted and ended on the page', async () => {
  const [agent, principal] = [await centre.tokenOf('bidder'), await centre.tokenOf('citizen')];
  const fields = {
    as: 'agent',
    name: '林青禾',
    phone: '0600-620 5521',
    'untilOn-year': '2020',
    'untilOn-month': '9',
    'untilOn-day': '30',
    items: 'a, b',
  };
  expect((await post('/en/my/acting?do=offer', fields, agent)).headers.location).toBe('/my/acting');
  const page = await open('/en/my/acting', principal);
  expect(page.body).toContain('程北望');
  expect(page.body).toContain('2020-09-30');
  const mandateId = /name="mandateId" value="([^"]+)"/.exec(page.body)?.[1] as string;
  expect((await post('/en/my/acting?do=accept', { mandateId, version: '1' }, principal)).statusCode).toBe(303);
  expect((await open('/en/my/acting', agent)).body).toContain('In force');
  expect((await post('/en/my/acting?do=end', { mandateId, version: '2' }, principal)).statusCode).toBe(303);
  const wrong = await post('/en/my/acting?do=offer', { ...fields, 'untilOn-day': '' }, agent);
  expect([wrong.statusCode, wrong.body.includes('value="2020"')]).toEqual([400, true]);
});

test('a new member of staff gets a link, shown once and in no address', async () => {
  const token = await centre.tokenOf('admin');
  const fields = {
    name: 'New Hand',
    username: 'newhand',
    unitCode: 'health',
    'grants.0.role': 'reviewer',
    'grants.0.unitCode': 'health',
    'grants.1.role': '',
  };
  const answer = await post('/admin/people?do=add&lang=en', fields, token);
  const link = /http:\/\/localhost:80(\/sign-in\/invitation\?invitation=[\w-]+)/.exec(answer.body)?.[1] as string;
  expect(answer.statusCode).toBe(200);
  const page = await open(`/en${link}`);
  expect(page.body).toContain('your user name is newhand');
  const invitation = link.split('=')[1] as string;
  const weak = await post(`/en/sign-in/invitation?do=accept&invitation=${invitation}`, { invitation, password: 'newhand' });
  expect([weak.statusCode, weak.body.includes('easy to guess')]).toEqual([422, true]);
  const accepted = await post(`/en/sign-in/invitation?do=accept&invitation=${invitation}`, { invitation, password: 'cranes over paddies' });
  expect(accepted.headers.location).toBe('/desk');
  expect((await open(`/en${link}`)).body).toContain('This link was used or has expired.');
});

test('roles are set on a person’s page', async () => {
  const token = await centre.tokenOf('admin');
  const { body } = await centre.call('GET', '/identity/people?q=reviewer29', { token });
  const path = `/admin/people/${body['rows'][0].personId}`;
  const fields = { 'grants.0.role': 'reviewer', 'grants.0.unitCode': 'health', 'grants.1.role': 'supervisor', 'grants.1.unitCode': '' };
  expect((await post(`${path}?do=roles`, fields, token)).headers.location).toBe(path);
  const after = await centre.call('GET', '/identity/people?q=reviewer29', { token });
  expect(after.body['rows'][0].grants).toEqual([
    { role: 'reviewer', unitCode: 'health' },
    { role: 'supervisor', unitCode: '' },
  ]);
  expect((await open(`${path}x`, token)).statusCode).toBe(404);
});
