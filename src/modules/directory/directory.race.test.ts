import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '#kernel/locale.ts';
import { demoCentre, openTestCentre, type TestCentre } from '#modules/identity/testing.ts';
import { type DemoPlaces, directoryModule, getDirectory, loadDemoDirectory } from './index.ts';

let centre: TestCentre;
let admin: string;
const places = demoCentre as unknown as DemoPlaces;
const load = () => centre.app.db.transaction((tx) => loadDemoDirectory(tx, places));

beforeAll(async () => {
  centre = await openTestCentre([directoryModule]);
  await load();
  admin = await centre.tokenOf('admin');
});
afterAll(() => centre.close());

const get = (path: string) => centre.call('GET', `/directory${path}`);
const addWorkdays = (calendar: string, from: string, days: string | number) =>
  get(`/calendars/${calendar}/add-workdays?from=${from}&days=${days}`);

test.each([
  ['CN', '2020-01-23', 5, '2020-02-07'],
  ['CN', '2020-09-25', 4, '2020-09-30'],
  ['CN', '2020-09-25', 5, '2020-10-09'],
  ['CN', '2020-07-30', 0, '2020-07-30'],
  ['CN', '2020-08-03', -1, '2020-07-31'],
  ['VN', '2020-08-31', 3, '2020-09-04'],
  ['hechuan-hall', '2020-07-30', 1, '2020-07-31'],
  ['VN-9901', '2020-09-01', 1, '2020-09-03'],
])('in %s, from %s on, %i working days lead to %s', async (...[calendar, from, days, on]) => {
  expect((await addWorkdays(calendar, from, days)).body).toEqual({ on, published: true });
});

test('years nobody has announced are told so', async () => {
  expect((await addWorkdays('CN', '2150-01-04', 1)).body).toEqual({ on: '2150-01-05', published: false });
});

test.each([
  ['XX', '2020-07-30', '5', 404, 'calendar_unknown'],
  ['CN', '2020-02-30', '5', 400, 'no_such_day'],
  ['CN', '2020-07-30', '2501', 400, 'invalid_input'],
  ['CN', '2020-07-30', '1.5', 400, 'invalid_input'],
  ['CN', '2020-07-30', 'many', 400, 'invalid_input'],
  ['CN', '20200730', '5', 400, 'invalid_input'],
  ['CN', '9999-12-31', '5', 400, 'invalid_input'],
])('%s from %s by %s days is refused with %i %s', async (...[calendar, from, days, status, code]) => {
  expect((await addWorkdays(calendar, from, days)).body).toMatchObject({ status, code });
});

test('days are listed with what they are and why', async () => {
  const { body } = await get('/calendars/CN/days?from=2020-01-30&to=2020-02-03');
  expect(body['rows'].map((row: { day: string; worked: boolean }) => [row.day.slice(8), row.worked])).toEqual([
    ['30', false],
    ['31', false],
    ['01', false],
    ['02', false],
    ['03', true],
  ]);
  expect(body['rows'][0].reason['zh-Hans']).toBeTruthy();
  expect((await get('/calendars/CN/days?from=2020-01-01&to=2022-01-01')).body).toMatchObject({ status: 400, code: 'too_many_days' });
  expect((await get('/calendars/CN/days?from=2020-13-01&to=2020-12-01')).body).toMatchObject({ code: 'no_such_day' });
  expect((await get('/calendars/XX/days?from=2020-01-01&to=2020-01-02')).body).toMatchObject({ code: 'calendar_unknown' });
});

test('units, halls and officers are listed in the reader’s language, page by page', async () => {
  const first = await get('/units?limit=50');
  const rest = await get(`/units?limit=50&cursor=${encodeURIComponent(first.body['nextCursor'])}`);
  expect(first.body['rows'].length + rest.body['rows'].length).toBe(places.units.length);
  expect(rest.body['nextCursor']).toBeNull();
  expect((await get('/units?region=990102')).body['rows'][0]).toMatchObject({
    code: 'beidu-district',
    name: 'Beidu District Services Bureau',
  });
  const unit = await get('/units/market-regulation%2Ffood-licensing');
  expect(unit.body).toMatchObject({
    parentCode: 'market-regulation',
    officers: expect.arrayContaining([expect.objectContaining({ name: 'He Yingchuan' })]),
  });
  expect((await get('/units/nothing')).body).toMatchObject({ status: 404, code: 'not_found' });
  expect((await get('/venues?region=VN-990101')).body['rows']).toMatchObject([{ code: 'hoa-lam-desk', zone: 'Asia/Ho_Chi_Minh' }]);
  const found = await get(`/officers?q=${encodeURIComponent('ha anh xuyen')}`);
  expect(found.body['rows']).toMatchObject([{ name: 'He Yingchuan', unitName: 'Food Licensing Section', phone: '0600-610 2331' }]);
  const ward = (await get('/officers?unit=hoa-lam-ward')).body['rows'];
  expect(ward.length).toBe(places.officers.filter(({ unit }) => unit.split('/')[0] === 'hoa-lam-ward').length);
});

test('an emergency change counts at once for the place and below, and is told to others', async () => {
  const add = (calendar: string, body: object, token = admin) =>
    centre.call('POST', `/directory/calendars/${calendar}/changes`, { token, body });
  const flood = { from: '2020-08-06', to: '2020-08-07', worked: false, reason: { 'zh-Hans': '抗洪', vi: 'chống lũ' } };
  expect((await addWorkdays('990102', '2020-08-05', 1)).body['on']).toBe('2020-08-06');
  expect(await add('990102', flood)).toMatchObject({ status: 201, body: { days: ['2020-08-06', '2020-08-07'] } });
  expect((await addWorkdays('beidu-centre', '2020-08-05', 1)).body['on']).toBe('2020-08-10');
  expect((await addWorkdays('990101', '2020-08-05', 1)).body['on']).toBe('2020-08-06');
  const days = await get('/calendars/990102/days?from=2020-08-06&to=2020-08-06');
  expect(days.body['rows'][0].reason).toEqual({ 'zh-Hans': '抗洪', 'zh-Hant': '抗洪', vi: 'chống lũ' });
  const facts = await centre.app.db.read((tx) => tx.rows(`select module, payload from kernel.outbox where kind = 'calendar_changed'`));
  expect(facts).toEqual([{ module: 'directory', payload: { calendar: '990102', days: ['2020-08-06', '2020-08-07'], worked: false } }]);

  expect((await add('XX', flood)).body).toMatchObject({ code: 'calendar_unknown' });
  expect((await add('CN', { ...flood, from: '2020-02-30' })).body).toMatchObject({ status: 400, code: 'no_such_day' });
  expect((await add('CN', { ...flood, to: '2021-08-06' })).body).toMatchObject({ code: 'too_many_days' });
  expect((await add('CN', { ...flood, reason: { en: 'flood' } })).body).toMatchObject({ status: 422, code: 'reason_needed' });
  expect((await add('CN', flood, await centre.tokenOf('reviewer'))).status).toBe(403);
  const rewrite = centre.app.db.transaction((tx) => tx.run(`delete from directory.calendar_change`));
  await expect(rewrite).rejects.toThrow('permission denied');
});

test('phones, titles and heads are edited with the version one has seen; everybody sees them at once', async () => {
  const put = (path: string, body: object, token = admin) => centre.call('PUT', `/directory${path}`, { token, body });
  const { body: unit } = await get('/units/health');
  expect((await put('/units/health', { version: 1, phone: '0600-610 2499', names: { en: 'Health Office' } })).body).toEqual({
    code: 'health',
    version: 2,
  });
  expect((await get('/units/health')).body).toMatchObject({ phone: '0600-610 2499', name: 'Health Office' });
  expect((await put('/units/health', { version: 1, phone: '0600-610 2400' })).body).toMatchObject({
    status: 409,
    code: 'stale_version',
    facts: { version: 2 },
  });
  expect((await put('/units/health', { version: 2, headId: '019f0000-0000-7000-8000-000000000000' })).body).toMatchObject({
    code: 'officer_unknown',
  });
  expect((await put('/units/nothing', { version: 1 })).body).toMatchObject({ status: 404 });
  const [officer] = (await get('/officers?q=Ye%20Shutong')).body['rows'];
  expect(unit['headName']).toBeTruthy();
  expect((await put('/units/health', { version: 2, headId: officer.personId })).status).toBe(200);
  expect((await get('/units/health')).body['headName']).toBe('Ye Shutong');
  expect(
    (await put(`/officers/${officer.personId}`, { version: 1, phone: '0600-610 2498', title: { 'zh-Hans': '组长' } })).body['version'],
  ).toBe(2);
  expect((await put(`/officers/${officer.personId}`, { version: 1 })).body).toMatchObject({ code: 'stale_version' });
  expect((await put('/officers/019f0000-0000-7000-8000-000000000000', { version: 1 })).body).toMatchObject({
    status: 404,
    code: 'not_found',
  });
});

test('an administrator of one unit edits only there', async () => {
  const { body } = await centre.call('GET', '/identity/people?q=reviewer2', { token: admin });
  const person = body['rows'].find(({ username }: { username: string }) => username === 'reviewer2');
  await centre.call('PUT', `/identity/people/${person.personId}/grants`, {
    token: admin,
    body: { grants: [{ role: 'admin', unitCode: 'market-regulation' }] },
  });
  const token = await centre.tokenOf('reviewer2');
  const put = (path: string, body: object) => centre.call('PUT', `/directory${path}`, { token, body });
  expect((await put('/units/tax', { version: 1 })).body).toMatchObject({ status: 403, code: 'outside_your_unit' });
  expect((await put('/units/market-regulation', { version: 1 })).status).toBe(200);
  const [officer] = (await get('/officers?unit=tax')).body['rows'];
  expect((await put(`/officers/${officer.personId}`, { version: 1 })).body).toMatchObject({ code: 'outside_your_unit' });
  const change = { from: '2020-08-20', worked: false, reason: { 'zh-Hans': '停电' } };
  expect((await centre.call('POST', '/directory/calendars/CN/changes', { token, body: change })).body).toMatchObject({
    code: 'outside_your_unit',
  });
});

test('the demo’s directory answers for every unit and hall, and loading it again changes nothing', async () => {
  await load();
  await load();
  const directory = await centre.app.db.read(getDirectory);
  expect(directory.agencyName['zh-Hant']).toBe('禾川市政務服務中心');
  for (const { code } of directory.units) {
    expect(directory.calendarOf(code).code).toMatch(/^(CN|VN)$/);
    expect(directory.prefixOf(code)).toMatch(/^[A-Y]{2}$/);
    expect(directory.unitByCode.has(directory.windowUnitOf(code))).toBe(true);
  }
  expect(directory.prefixOf('market-regulation')).toBe('HC');
  expect(directory.windowUnitOf('market-regulation/food-licensing')).toBe('service-bureau/window');
  expect(directory.windowUnitOf('hoa-lam-ward/civil-status')).toBe('hoa-lam-ward/one-stop');
  expect(directory.openingOf('hechuan-hall', '2020-07-30').length).toBe(2);
});

function open(url: string, token?: string) {
  return centre.http.inject({ url, headers: { host: 'localhost:80' }, ...(token ? { cookies: { tongban_session: token } } : {}) });
}

test.each(languages)('contacts, halls and calendars are drawn in %s', async (language) => {
  for (const url of [`/${language}/contacts`, `/${language}/halls`, `/admin/calendars?lang=${language}&calendar=990102&year=2020`]) {
    const answer = await open(url, admin);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    expect(answer.body).not.toContain('undefined');
  }
});

test('phones can be called by a tap, and names are found with or without marks', async () => {
  const { body } = await open('/vi/contacts?q=le%20thi%20thu');
  expect(body).toContain('href="tel:06007103012"');
  expect(body).toContain('Lê Thị Thu Lam');
  expect(body).not.toContain('Hà Ánh Xuyên');
});

test('an administrator adds a change on the page; a planner only reads', async () => {
  const post = (fields: Record<string, string>) =>
    centre.http.inject({
      method: 'POST',
      url: '/admin/calendars?do=add&lang=en',
      headers: { host: 'localhost:80', origin: 'http://localhost:80', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
      cookies: { tongban_session: admin },
    });
  const fields = {
    calendar: 'hechuan-hall',
    'from-year': '2020',
    'from-month': '8',
    'from-day': '14',
    worked: 'false',
    'reason.zh-Hans': '设备检修',
  };
  expect((await post(fields)).headers.location).toBe('/admin/calendars?year=2020');
  expect((await addWorkdays('hechuan-hall', '2020-08-13', 1)).body['on']).toBe('2020-08-17');
  const wrong = await post({ ...fields, 'from-day': '' });
  expect([wrong.statusCode, wrong.body.includes('value="2020"')]).toEqual([400, true]);
  const page = await open('/admin/calendars?lang=en&calendar=hechuan-hall&year=2020', await centre.tokenOf('planner'));
  expect(page.body).toContain('2020-08-14');
  expect(page.body).not.toContain('do=add');
});
