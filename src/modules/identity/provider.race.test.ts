import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configureIdentity } from './index.ts';
import { openTestCentre, type TestCentre } from './testing.ts';

const redirectUri = 'http://tongban.test/sign-in/oidc/callback';
let centre: TestCentre;
let server: Server;
let issuer: string;

beforeAll(async () => {
  centre = await openTestCentre();
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', identityProvider(issuer).callback());
  configureIdentity({ provider: { issuer, clientId: 'tongban', clientSecret: 'a secret between the two', redirectUri } });
});
afterAll(async () => {
  configureIdentity({ provider: undefined });
  server.close();
  await centre.close();
});

/** A real provider with its own sign-in pages; everybody who types a name is that person. */
function identityProvider(url: string): Provider {
  return new Provider(url, {
    clients: [{ client_id: 'tongban', client_secret: 'a secret between the two', redirect_uris: [redirectUri] }],
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    cookies: { keys: ['a', 'b'] },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id} 同志`, email: `${id}@example.vn` }),
    }),
  });
}

/** A browser that keeps the provider's cookies, signs in there, agrees, and stops where it is sent back to us. */
async function answerAtProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let body: URLSearchParams | undefined;
  for (let hop = 0; hop < 15; hop += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...(body ? { method: 'POST', body } : {}) });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    body = undefined;
    const location = answer.headers.get('location');
    if (location?.startsWith(redirectUri)) return location;
    if (location) url = new URL(location, url).href;
    else {
      const page = await answer.text();
      const form = /action="([^"]+)"[\s\S]*?name="prompt" value="(\w+)"/.exec(page);
      if (!form) throw new Error(`no form at ${url}: ${page.slice(0, 300)}`);
      url = new URL(form[1] as string, url).href;
      body = new URLSearchParams({ prompt: form[2] as string, login, password: 'any' });
    }
  }
  throw new Error('the provider never sent us back');
}

async function begin(next = '/en/my/views') {
  const answer = await centre.http.inject(`/sign-in/oidc?next=${encodeURIComponent(next)}`);
  const cookie = answer.cookies.find(({ name }) => name === 'tongban_provider')?.value as string;
  return { location: answer.headers.location as string, cookie };
}

function comeBack(location: string, cookie: string | undefined) {
  return centre.http.inject({
    url: location.replace('http://tongban.test', ''),
    ...(cookie ? { cookies: { tongban_provider: cookie } } : {}),
  });
}

const sessionIn = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.find(({ name }) => name === 'tongban_session')?.value as string;

async function signIn(login: string) {
  const { location, cookie } = await begin();
  return comeBack(await answerAtProvider(location, login), cookie);
}

test('who is known to the provider is signed in and goes on; the same subject is the same person', async () => {
  const first = await signIn('minh');
  expect([first.statusCode, first.headers.location]).toEqual([303, '/en/my/views']);
  const again = await signIn('minh');
  const [one, two] = await Promise.all([first, again].map((answer) => centre.call('GET', '/identity/me', { token: sessionIn(answer) })));
  expect(one?.body).toMatchObject({ name: 'minh 同志', email: 'minh@example.vn', roles: ['citizen'], username: null, hasPassword: false });
  expect(two?.body['personId']).toBe(one?.body['personId']);
  expect((await signIn('thu')).statusCode).toBe(303);
});

test('two first visits of one subject at the same moment are one person', async () => {
  const answers = await Promise.all([signIn('lan'), signIn('lan'), signIn('lan')]);
  const people = await Promise.all(answers.map((answer) => centre.call('GET', '/identity/me', { token: sessionIn(answer) })));
  expect(new Set(people.map(({ body }) => body['personId'])).size).toBe(1);
  const made = await centre.app.db.read((tx) => tx.rows(`select from identity.person where name = 'lan 同志'`));
  expect(made.length).toBe(1);
});

test('an answer counts once, only in the browser that asked, and not for long', async () => {
  const { location, cookie } = await begin();
  const answer = await answerAtProvider(location, 'minh');
  expect((await comeBack(answer, undefined)).headers.location).toBe('/sign-in?provider=over');
  expect((await comeBack(answer, 'another state')).headers.location).toBe('/sign-in?provider=over');
  expect((await comeBack(answer, cookie)).headers.location).toBe('/en/my/views');
  expect((await comeBack(answer, cookie)).headers.location).toBe('/sign-in?provider=over');

  const late = await begin();
  const lateAnswer = await answerAtProvider(late.location, 'minh');
  centre.pass(11 * 60_000);
  expect((await comeBack(lateAnswer, late.cookie)).headers.location).toBe('/sign-in?provider=over');
});

test('a forged or foreign answer is refused', async () => {
  const mine = await begin();
  const other = await begin();
  const others = await answerAtProvider(other.location, 'minh');
  expect((await comeBack(others, mine.cookie)).headers.location).toBe('/sign-in?provider=refused');
  const again = await begin();
  const forged = `${redirectUri}?code=made-up&state=${again.cookie}&iss=${encodeURIComponent(issuer)}`;
  expect((await comeBack(forged, again.cookie)).headers.location).toBe('/sign-in?provider=refused');
});

test('no address of another site is followed afterwards', async () => {
  const { location, cookie } = await begin('https://evil.example/');
  expect((await comeBack(await answerAtProvider(location, 'minh'), cookie)).headers.location).toBe('/my');
});

test('a provider that does not answer, or none at all, leads back to the password', async () => {
  const provider = { issuer: 'http://127.0.0.1:1', clientId: 'tongban', clientSecret: 'x', redirectUri };
  configureIdentity({ provider });
  expect((await centre.http.inject('/sign-in/oidc')).headers.location).toBe('/sign-in?provider=unavailable');
  configureIdentity({ provider: undefined });
  expect((await centre.http.inject('/sign-in/oidc')).headers.location).toBe('/sign-in?provider=unavailable');
  expect((await centre.http.inject('/en/sign-in?provider=unavailable')).body).toContain('Single sign-on does not answer');
});
