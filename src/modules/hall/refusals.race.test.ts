import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, system } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Answer, Desk } from '#test/support/office.ts';
import { insertDevice } from './queries/devices.ts';
import { type Door, hall, openDoor, testPolicy, visitor, withToken } from './testing-door.ts';

const item = '440131904206';
let door: Door;
let citizen: Desk;
let elsewhere: Desk;
beforeAll(async () => {
  door = await openDoor();
  [citizen, elsewhere] = [await door.office.as('citizen'), await door.office.as('supervisor2')];
}, 60_000);
afterAll(() => door.close());

const codes = (answers: readonly Answer[]) => answers.map(({ status, body }) => body.code ?? status);
const come = (given: object, at = hall, desk = door.gate) => desk.post(`${at}/screenings`, visitor(door.now(), given));
const look = (code: string, at = hall, desk = door.gate) => desk.get(`${at}/guests?code=${encodeURIComponent(code)}`);

/** A booking of the citizen at the first time of a day that is so many minutes away or more. */
async function book(on: string, minutesAway: number): Promise<{ bookingNo: string; at: string }> {
  const slots = await citizen.get(`/appointments/slots?venue=hechuan-hall&item=${item}&on=${on}`);
  const rows = slots.body['rows'] as { at: string; free: number }[];
  const slot = rows.find(({ at, free }) => free > 0 && Date.parse(at) >= door.now().getTime() + minutesAway * 60_000);
  const hold = await citizen.post('/appointments/holds', { venue: 'hechuan-hall', item, at: slot?.at, party: 1 });
  const booked = await citizen.post('/appointments', { holdId: hold.body['holdId'] });
  expect(booked.status, JSON.stringify([slots.body, hold.body, booked.body])).toBe(201);
  return { bookingNo: String(booked.body['bookingNo']), at: String(slot?.at) };
}
const passOf = async (bookingNo: string) => String((await citizen.post('/hall/passes', { bookingNo })).body['pass']);

test('a booking opens the door on its own day and place, by its number or by its pass, once', async () => {
  const later = await book('2020-08-03', 120);
  const pass = await passOf(later.bookingNo);
  expect(
    codes([
      await look(pass),
      await look(pass, '/hall/anhe-centre', elsewhere),
      await come({ pass }),
      await come({ pass }, '/hall/anhe-centre', elsewhere),
    ]),
  ).toEqual(['pass_too_early', 'pass_elsewhere', 'pass_too_early', 'pass_elsewhere']);
  door.pass((Date.parse(later.at) - door.now().getTime()) / 1000 - 600);
  expect((await look(pass)).body).toMatchObject({ bookingNo: later.bookingNo, minutesEarly: 10, party: 1 });
  expect(JSON.stringify((await look(later.bookingNo)).body)).not.toContain('phone');
  expect((await come({ pass })).body).toMatchObject({ outcome: 'enter' });
  expect(codes([await look(pass), await come({ bookingNo: later.bookingNo })])).toEqual(['already_inside', 'already_inside']);
  await door.gate.post(`${hall}/exits`, { bookingNo: later.bookingNo, deviceEventId: newId() });
  door.pass(5 * 3600);
  expect(codes([await look(pass), await come({ pass })])).toEqual(['pass_over', 'pass_over']);
  expect(codes([await citizen.post('/hall/passes', { bookingNo: later.bookingNo })])).toEqual(['booking_over']);
  const tomorrow = await book('2020-08-04', 0);
  expect(codes([await look(tomorrow.bookingNo), await come({ bookingNo: tomorrow.bookingNo })])).toEqual([
    'booking_not_today',
    'booking_not_today',
  ]);
  expect(codes([await look('HCAN-RPX9-FDNR'), await look('TB1.AAAA.AAAA'), await look('HCAN', '/hall/nowhere')])).toEqual([
    'booking_unknown',
    'pass_invalid',
    'not_found',
  ]);
  const neighbour = await door.office.as('elder');
  expect(codes([await neighbour.post('/hall/passes', { bookingNo: tomorrow.bookingNo })])).toEqual(['booking_unknown']);
});

test('what is of another unit stays closed', async () => {
  const device = await door.pair('east');
  const there = '/hall/anhe-centre';
  const bare = { deviceEventId: newId() };
  const answers = await Promise.all([
    look('HCAN-RPX9', there),
    door.gate.post(`${there}/exits`, bare),
    door.gate.post(`${there}/undo`, bare),
    door.gate.post(`${there}/close-day`, { reason: 'evening' }),
    door.gate.get(`${there}/doors/east`),
    door.gate.get(`${there}/day`),
    device.post(`${there}/leases`, { waiting: 0 }),
    elsewhere.post(`${hall}/exposures`, { reason: 'tracing' }),
  ]);
  expect(codes(answers)).toEqual(answers.map(() => 'outside_your_unit'));
});

test('the devices of another unit’s halls are not ours to add or to end', async () => {
  const deviceId = newId();
  const row = { deviceId, venueCode: 'anhe-centre', door: null, name: 'x', scopes: ['gate' as const], codeHash: null, codeUntil: null };
  await door.office.app.db.transaction((tx) =>
    insertDevice(tx, { ...row, pairedAt: null, calibratedOn: null, sealedKey: null, madeBy: 'x', madeAt: door.now() }),
  );
  const { resolveSession } = door.office.app;
  const local: Actor = { ...system, kind: 'person', grants: [{ role: 'admin', unitCode: 'service-bureau/items' }] };
  Object.assign(door.office.app, { resolveSession: async (token: string) => (token === 'local' ? local : resolveSession(token)) });
  const admin = withToken(door.office, 'local');
  const add = await admin.post('/hall/devices', { venue: 'anhe-centre', name: 'x', scopes: ['gate'] });
  const end = await admin.post(`/hall/devices/${deviceId}/revoke`, { version: 1 });
  expect(codes([add, end])).toEqual(['outside_your_unit', 'outside_your_unit']);
  const listed = async (desk: Desk) => (await desk.get('/hall/devices')).body['rows'] as { venue: string; deviceId: string }[];
  expect((await listed(admin)).filter(({ venue }) => venue === 'anhe-centre')).toEqual([]);
  expect((await listed(elsewhere)).map((one) => one.deviceId)).toContain(deviceId);
});

test('a supervisor reads the devices without the forms of those who keep them', async () => {
  const see = async ({ token }: Desk, url: string) =>
    (await door.office.http.inject({ url, headers: { cookie: `tongban_session=${token}` } })).body;
  expect(await see(door.admin, '/admin/devices')).toContain('do=add');
  const read = await see(door.supervisor, '/admin/devices');
  expect(read).toContain('<table');
  expect(read).not.toMatch(/do=(add|revoke)/);
  expect(await see(await door.office.as('admin'), '/admin/policies')).toContain('name="stored"');
});

test('a hall that nobody knows, a day that does not exist, a clock that is off', async () => {
  const nowhere = '/hall/nowhere';
  const device = await door.pair('east');
  const answers = [
    await door.gate.get(`${nowhere}/occupancy`),
    await door.gate.get(`${nowhere}/day`),
    await door.gate.get(`${hall}/day?on=2020-02-31`),
    await door.gate.post(`${nowhere}/exits`, { deviceEventId: newId() }),
    await door.gate.post(`${nowhere}/close-day`, { reason: 'evening' }),
    await device.post(`${nowhere}/leases`, { waiting: 0 }),
    await door.gate.post(`${hall}/exits`, { deviceEventId: newId(), deviceAt: '2020-08-03T00:00:00+08:00' }),
  ];
  expect(codes(answers)).toEqual(['not_found', 'not_found', 'no_such_day', 'not_found', 'not_found', 'not_found', 'clock_off']);
});

test('the steps of an alert follow one another, each by the version that was seen', async () => {
  const isolated = await come({ temperature: 38.5, symptoms: ['cough'] });
  const at = (what: string, alertNo = String(isolated.body['alertNo'])) => `/hall/alerts/${alertNo}/${what}`;
  const report = { version: 1, to: 'x', reportNo: 'x' };
  const answers = [
    await door.supervisor.post(at('receive', 'none'), { version: 1 }),
    await door.supervisor.post(at('report', 'none'), report),
    await door.supervisor.post(at('close', 'none'), { version: 1, result: 'none' }),
    await door.supervisor.post(at('open-reading', 'none'), { reason: 'none' }),
    await door.supervisor.post(at('report'), { ...report, version: 7 }),
    await door.supervisor.post(at('close'), { version: 7, result: 'none' }),
    await door.supervisor.post(at('report'), report),
    await door.supervisor.post(at('receive'), { version: 2 }),
    await door.supervisor.post(at('report'), { ...report, version: 2 }),
  ];
  expect(codes(answers)).toEqual([
    'not_found',
    'not_found',
    'not_found',
    'not_found',
    'stale_version',
    'stale_version',
    200,
    'wrong_stage',
    'wrong_stage',
  ]);
  const other = await elsewhere.get('/hall/alerts');
  expect(other.body['rows']).toEqual([]);
});

test('a policy begins now or later, after the newest that was seen; one of two written at once wins', async () => {
  const admin = await door.office.as('admin');
  const { body } = await admin.get('/hall/policies');
  const version = (body['rows'] as { version: number }[])[0]?.version ?? 0;
  const publish = (given: object) => admin.post('/hall/policies', { version, rules: testPolicy, ...given });
  expect(codes([await publish({ effectiveAt: '2020-01-01T00:00:00Z' }), await publish({ version: version + 9 })])).toEqual([
    'begins_in_the_past',
    'stale_version',
  ]);
  const both = await Promise.all([publish({}), publish({ rules: { ...testPolicy, alertMinutes: 31 } })]);
  expect(codes(both).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([201, 'stale_version']);
});
