import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import type { Fact } from '#kernel/module.ts';
import {
  createOwner,
  ensurePerson,
  findPersonByNumber,
  hasMandate,
  holdersOf,
  identityModule,
  logView,
  personIdsByUsername,
  personsById,
  principalsOf,
} from './index.ts';
import { demoPassword } from './demo.ts';
import { openTestCentre, type TestCentre } from './testing.ts';

let centre: TestCentre;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  centre = await openTestCentre();
  ids = await centre.app.db.read((tx) =>
    personIdsByUsername(tx, ['citizen', 'elder', 'cadre', 'enterprise', 'reviewer', 'signer', 'admin', 'window']),
  );
});
afterAll(() => centre.close());

const idOf = (username: string) => ids.get(username) as string;
const mayAct = (agent: string, principal: string, itemCode = 'any-item') =>
  centre.app.db.read((tx) => hasMandate(tx, { agentId: idOf(agent), principalId: idOf(principal), itemCode, at: centre.app.now() }));

test('the demo brings a mandate of the elder to the cadre, and of the kitchen to its clerk', async () => {
  expect(await mayAct('cadre', 'elder')).toBe(true);
  expect(await mayAct('elder', 'cadre')).toBe(false);
  const principals = await centre.app.db.read((tx) => principalsOf(tx, idOf('enterprise'), centre.app.now()));
  expect(principals).toMatchObject([{ principalName: '禾味小厨', items: undefined }]);
});

test('who offers to act needs the principal’s consent; either side ends it', async () => {
  const [agent, principal] = [await centre.tokenOf('citizen'), await centre.tokenOf('enterprise')];
  const body = { as: 'agent', name: '梅若笙', phone: '0600 620 5550', untilOn: '2020-12-31', items: ['food-licence'] };
  const offered = await centre.call('POST', '/identity/mandates', { token: agent, body });
  expect(offered).toMatchObject({ status: 201, body: { state: 'offered', version: 1 } });
  expect(await mayAct('citizen', 'enterprise', 'food-licence')).toBe(false);

  const path = `/identity/mandates/${offered.body['mandateId']}`;
  const act = (what: string, token: string, version: number) => centre.call('POST', `${path}/${what}`, { token, body: { version } });
  expect((await act('accept', agent, 1)).body).toMatchObject({ status: 404 });
  expect((await act('accept', principal, 7)).body).toMatchObject({ status: 409, code: 'stale_version', facts: { version: 1 } });
  expect((await act('accept', principal, 1)).body).toMatchObject({ state: 'active', version: 2 });
  expect((await act('accept', principal, 2)).body).toMatchObject({ status: 409, code: 'wrong_state' });
  expect(await mayAct('citizen', 'enterprise', 'food-licence')).toBe(true);
  expect(await mayAct('citizen', 'enterprise', 'tax')).toBe(false);

  const listed = await centre.call('GET', '/identity/mandates', { token: principal });
  expect(listed.body['rows']).toContainEqual(expect.objectContaining({ agentName: '林青禾', items: ['food-licence'], state: 'active' }));
  expect((await act('end', await centre.tokenOf('elder'), 2)).status).toBe(404);
  expect((await act('end', agent, 9)).body).toMatchObject({ code: 'stale_version' });
  expect((await act('end', agent, 2)).body).toMatchObject({ state: 'ended' });
  expect((await act('end', agent, 3)).body).toMatchObject({ code: 'wrong_state' });
  expect(await mayAct('citizen', 'enterprise', 'food-licence')).toBe(false);
});

test('a principal lets somebody act at once; oneself, unknown people and wrong days are refused', async () => {
  const token = await centre.tokenOf('citizen');
  const offer = (body: object) =>
    centre.call('POST', '/identity/mandates', { token, body: { as: 'principal', untilOn: '2020-12-31', ...body } });
  expect((await offer({ name: '陆知夏', phone: '0600-620 5544' })).body).toMatchObject({ state: 'active' });
  expect(await mayAct('cadre', 'citizen')).toBe(true);
  expect((await offer({ name: '陆知夏', phone: '0600-620 9999' })).body).toMatchObject({ status: 404, code: 'person_unknown' });
  expect((await offer({ name: '林青禾', phone: '0600-620 5521' })).body).toMatchObject({ status: 422, code: 'own_mandate' });
  expect((await offer({ name: '陆知夏', phone: '0600-620 5544', untilOn: '2020-07-29' })).body).toMatchObject({
    status: 422,
    code: 'wrong_days',
  });
});

test('a cadre records a mandate signed on paper for somebody without an account; the number is kept only as a mask and a hash', async () => {
  const token = await centre.tokenOf('cadre');
  const record = (body: object) =>
    centre.call('POST', '/identity/mandates/on-paper', {
      token,
      body: { name: '何有田', number: '990101193005050011', proof: 'drawer 3', untilOn: '2021-06-30', ...body },
    });
  expect(await record({})).toMatchObject({ status: 201, body: { state: 'active' } });
  expect((await record({ name: '何无田' })).body).toMatchObject({ status: 409, code: 'another_name' });
  expect((await record({ untilOn: '2019-06-30' })).body).toMatchObject({ code: 'wrong_days' });
  expect((await record({ name: '陆知夏', number: 'DEMO5544' })).body).toMatchObject({ code: 'own_mandate' });
  const person = await centre.app.db.read((tx) => findPersonByNumber(tx, ' 990101 19300505 0011 '));
  expect(person).toMatchObject({ name: '何有田', numberMasked: '990*************11', phone: '' });
  const stored = await centre.app.db.read((tx) => tx.rows(`select * from identity.person where name = '何有田'`));
  expect(JSON.stringify(stored)).not.toContain('990101193005050011');
  expect((await centre.call('POST', '/identity/mandates/on-paper', { token: await centre.tokenOf('citizen'), body: {} })).status).toBe(403);
});

test('two people with one number are one person, also at the same moment', async () => {
  const known = { name: '一人', number: '990101199901010099' };
  const make = () => centre.app.db.transaction((tx) => ensurePerson({ tx, now: centre.app.now(), language: 'zh-Hans' }, known));
  const made = await Promise.all([make(), make(), make()]);
  expect(new Set(made.map(({ personId }) => personId)).size).toBe(1);
});

test('people see who looked at their data, once a look, and never their own looks', async () => {
  const reviewer = {
    kind: 'person',
    personId: idOf('reviewer'),
    name: '何映川',
    grants: [],
    unitCode: 'market-regulation',
    sessionId: undefined,
  } as const;
  const job = jobOf(centre.app, 'cases');
  await job.transaction(async (act) => {
    const looking = { ...act, actor: reviewer };
    logView(looking, { subjectId: idOf('citizen'), what: 'case HC7K-4M2P-9XQ6', why: 'review' });
    logView(looking, { subjectId: idOf('reviewer'), what: 'profile', why: 'help' });
  });
  const facts = await centre.app.db.read((tx) =>
    tx.rows<Fact>(`select fact_id, module, kind, payload, at from kernel.outbox where kind = 'person_viewed'`),
  );
  expect(facts.map(({ module }) => module)).toEqual(['identity']);
  const keep = identityModule.reactions.find(({ on }) => on === 'identity.person_viewed');
  for (const fact of [...facts, ...facts]) await keep?.run(jobOf(centre.app, 'identity'), fact);
  const { body } = await centre.call('GET', '/identity/views?limit=10', { token: await centre.tokenOf('citizen') });
  expect(body).toMatchObject({
    rows: [{ actorName: '何映川', actorUnit: 'market-regulation', what: 'case HC7K-4M2P-9XQ6', why: 'review' }],
    nextCursor: null,
  });
  const forge = centre.app.db.transaction((tx) => tx.run(`update identity.view_log set why = 'nothing'`));
  await expect(forge).rejects.toThrow('permission denied');
});

test('an administrator adds a member of staff, who sets a password with the link once', async () => {
  const token = await centre.tokenOf('admin');
  const staff = {
    username: 'New.Hand',
    name: '新人',
    unitCode: 'health/medical-practice',
    grants: [{ role: 'reviewer', unitCode: 'health/medical-practice' }],
  };
  const added = await centre.call('POST', '/identity/staff', { token, body: staff });
  expect(added.status).toBe(201);
  expect((await centre.call('POST', '/identity/staff', { token, body: staff })).body).toMatchObject({
    status: 409,
    code: 'username_taken',
  });
  const accept = (password: string) =>
    centre.call('POST', '/identity/invitations/accept', { body: { invitation: added.body['invitation'], password } });
  expect((await accept('new.hand1')).body).toMatchObject({ status: 422, code: 'weak_password' });
  expect((await accept('cranes over paddies')).body).toMatchObject({ person: { name: '新人', roles: ['reviewer'] } });
  expect((await accept('cranes over paddies')).body).toMatchObject({ status: 410, code: 'invitation_over' });
  const listed = await centre.call('GET', '/identity/people?q=new.hand', { token });
  expect(listed.body['rows']).toMatchObject([{ username: 'new.hand', unitCode: 'health/medical-practice', secondFactor: false }]);
  const first = await centre.call('GET', '/identity/people?limit=2', { token });
  const second = await centre.call('GET', `/identity/people?limit=2&cursor=${first.body['nextCursor']}`, { token });
  expect(second.body['rows'][0].personId).not.toBe(first.body['rows'][1].personId);
});

test('changed roles count from the next request on; nobody changes their own, nor beyond their units', async () => {
  const admin = await centre.tokenOf('admin');
  const reviewer = await centre.tokenOf('reviewer');
  const set = (token: string, personId: string, grants: object[]) =>
    centre.call('PUT', `/identity/people/${personId}/grants`, { token, body: { grants } });
  expect((await centre.call('GET', '/identity/people', { token: reviewer })).status).toBe(403);
  expect((await set(admin, idOf('reviewer'), [{ role: 'admin', unitCode: 'market-regulation' }])).status).toBe(200);
  expect((await centre.call('GET', '/identity/people', { token: reviewer })).status).toBe(200);
  expect((await set(reviewer, idOf('signer'), [{ role: 'signer', unitCode: 'health' }])).body).toMatchObject({
    status: 403,
    code: 'outside_your_unit',
  });
  expect((await set(reviewer, idOf('admin'), [])).body).toMatchObject({ code: 'outside_your_unit' });
  expect((await set(reviewer, idOf('reviewer'), [{ role: 'admin' }])).body).toMatchObject({ status: 409, code: 'own_roles' });
  expect((await set(admin, '019f0000-0000-7000-8000-000000000000', [])).body).toMatchObject({ status: 404, code: 'not_found' });
  const staff = { username: 'far.away', name: '远', unitCode: 'health', grants: [] };
  expect((await centre.call('POST', '/identity/staff', { token: reviewer, body: staff })).body).toMatchObject({
    code: 'outside_your_unit',
  });
});

test('a unit’s administrator sees and helps the people of that unit alone, and no citizen', async () => {
  const admin = await centre.tokenOf('admin');
  const set = { grants: [{ role: 'admin', unitCode: 'market-regulation' }] };
  await centre.call('PUT', `/identity/people/${idOf('reviewer')}/grants`, { token: admin, body: set });
  const local = await centre.tokenOf('reviewer');
  const listed = async (token: string, q: string) =>
    (await centre.call('GET', `/identity/people?q=${q}&limit=200`, { token })).body['rows'];
  const rows = await listed(local, '');
  expect(rows.map(({ username }: { username: string }) => username)).toContain('signer');
  for (const { unitCode, grants } of rows) expect(JSON.stringify([unitCode, grants])).toMatch(/market-regulation/);
  expect(await listed(local, 'citizen')).toEqual([]);
  const act = (method: 'POST' | 'DELETE' | 'PUT', who: string, what: string, body?: object) =>
    centre.call(method, `/identity/people/${idOf(who)}/${what}`, { token: local, ...(body ? { body } : {}) });
  for (const who of ['citizen', 'window', 'admin']) {
    expect((await act('POST', who, 'invitations')).body).toMatchObject({ status: 403, code: 'outside_your_unit' });
    expect((await act('DELETE', who, 'sessions')).body).toMatchObject({ status: 403, code: 'outside_your_unit' });
    expect((await act('PUT', who, 'grants', { grants: [{ role: 'window', unitCode: 'market-regulation' }] })).body).toMatchObject({
      status: 403,
      code: 'outside_your_unit',
    });
  }
});

test('no list gives away a citizen’s phone, which is their user name too; the page of one that does is written down', async () => {
  const admin = await centre.tokenOf('admin');
  const phone = '0600-888 7001';
  const made = await centre.call('POST', '/identity/people', { body: { name: '温言', phone, password: 'a quiet river bank' } });
  const { personId } = made.body['person'];
  const { body } = await centre.call('GET', `/identity/people?q=${encodeURIComponent('温言')}`, { token: admin });
  expect(body['rows']).toMatchObject([{ personId, phone: null, username: '…7001' }]);
  const page = await centre.http.inject({ url: `/admin/people/${personId}`, headers: { authorization: `Bearer ${admin}` } });
  expect(page.body).toContain(phone);
  const viewed = await centre.app.db.read((tx) => tx.rows(`select payload from kernel.outbox where kind = 'person_viewed'`));
  expect(JSON.stringify(viewed)).toContain(personId);
});

test('an administrator ends somebody’s sessions and helps who forgot the password', async () => {
  const admin = await centre.tokenOf('admin');
  const window = await centre.tokenOf('window');
  const path = `/identity/people/${idOf('window')}`;
  expect((await centre.call('DELETE', `${path}/sessions`, { token: admin })).body).toEqual({ ended: 1 });
  expect((await centre.call('GET', '/identity/me', { token: window })).status).toBe(401);
  const { status, body } = await centre.call('POST', `${path}/invitations`, { token: admin });
  expect([status, body['path']]).toEqual([201, expect.stringMatching(/^\/sign-in\/invitation\?invitation=/)]);
  const old = { username: 'window', password: demoPassword };
  expect((await centre.call('POST', '/identity/sessions', { body: old })).body).toMatchObject({ code: 'wrong_credentials' });
  const nobody = '/identity/people/019f0000-0000-7000-8000-000000000000';
  expect((await centre.call('DELETE', `${nobody}/sessions`, { token: admin })).body).toMatchObject({ code: 'not_found' });
  expect((await centre.call('POST', `${nobody}/invitations`, { token: admin })).body).toMatchObject({ code: 'not_found' });
  const local = await centre.tokenOf('reviewer');
  expect((await centre.call('DELETE', `${path}/sessions`, { token: local })).body).toMatchObject({ code: 'outside_your_unit' });
  expect((await centre.call('POST', `${path}/invitations`, { token: local })).body).toMatchObject({ code: 'outside_your_unit' });
});

test('the first owner gets a link of thirty minutes, until there is an administrator with a password', async () => {
  const make = () => centre.app.db.transaction((tx) => createOwner(tx, centre.app.now()));
  const [first, second] = [await make(), await make()];
  const tokenIn = (link: typeof first) => new URLSearchParams(link?.path.split('?')[1]).get('invitation');
  const accept = (invitation: string | null) =>
    centre.call('POST', '/identity/invitations/accept', { body: { invitation, password: 'lanterns on the river' } });
  expect((await accept(tokenIn(first))).body).toMatchObject({ code: 'invitation_over' });
  expect((await accept(tokenIn(second))).body).toMatchObject({ person: { roles: ['admin', 'operator'] } });
  expect(await make()).toBeUndefined();
});

test('other modules find people in numbers, and who holds a role for a unit', async () => {
  const found = await centre.app.db.read((tx) => personsById(tx, [idOf('citizen'), idOf('elder'), idOf('citizen')]));
  expect(found.get(idOf('elder'))).toMatchObject({ name: '佟桂珍', care: true });
  const heads = await centre.app.db.read((tx) => holdersOf(tx, 'signer', 'market-regulation/food-licensing'));
  expect(heads.map(({ name }) => name)).toContain('周亦安');
});
