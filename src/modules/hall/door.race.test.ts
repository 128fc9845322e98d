import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { Desk } from '#test/support/office.ts';
import { type Door, hall, openDoor, testPolicy, visitor } from './testing-door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
}, 60_000);
afterAll(() => door.close());
beforeEach(async () => {
  await door.supervisor.post(`${hall}/close-day`, { reason: 'begin anew' });
  door.pass(60);
});

const come = (desk: Desk, given: object = {}) => desk.post(`${hall}/screenings`, visitor(door.now(), given));
const go = (desk: Desk, given: object = {}) =>
  desk.post(`${hall}/exits`, { deviceEventId: newId(), deviceAt: door.now().toISOString(), ...given });
const count = async () =>
  (await door.gate.get(`${hall}/occupancy`)).body as { now: number; cap: number; special: { now: number; cap: number } };
const sumOfMovements = () =>
  door.office.app.db.read(
    async (tx) => (await tx.one<{ sum: number }>(`select coalesce(sum(people), 0)::int as sum from hall.movement where area = 'hall'`)).sum,
  );

async function publish(rules: object): Promise<void> {
  const planner = await door.office.as('admin');
  const { body } = await planner.get('/hall/policies');
  const version = (body['rows'] as { version: number }[])[0]?.version ?? 0;
  const answer = await planner.post('/hall/policies', { version, rules: { ...testPolicy, ...rules } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

test('a healthy visitor comes in and is counted; the same event sent again is answered the same and counts nothing', async () => {
  const body = visitor(door.now());
  const answers = await Promise.all(Array.from({ length: 5 }, () => door.gate.post(`${hall}/screenings`, body)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(answers.map(({ body: answer }) => answer['visitId'])).size).toBe(1);
  expect(answers[0]?.body).toMatchObject({ outcome: 'enter', reasons: ['healthy'], alertNo: null });
  expect((await count()).now).toBe(1);
});

test('a hundred people at once never fill the hall above its cap, and everybody counted came in', async () => {
  const { cap } = await count();
  const gates = [door.gate, door.supervisor, ...(await Promise.all([door.pair('east'), door.pair('west')]))];
  const answers = await Promise.all(Array.from({ length: cap + 40 }, (_, i) => come(gates[i % 4] as Desk, { party: 1 })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(cap);
  expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(new Set(['hall_full']));
  expect((await count()).now).toBe(cap);
  expect(await sumOfMovements()).toBe(cap);
}, 30_000);

test('entries and exits at once leave the counter at the sum of its events, a company of three stays whole', async () => {
  await Promise.all(Array.from({ length: 10 }, () => come(door.gate, { party: 3 })));
  const answers = await Promise.all([
    ...Array.from({ length: 12 }, () => come(door.gate, { party: 3 })),
    ...Array.from({ length: 15 }, () => go(door.gate, { people: 2 })),
  ]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect((await count()).now).toBe(await sumOfMovements());
}, 30_000);

test('nobody leaves an empty hall, and nobody leaves twice', async () => {
  expect((await go(door.gate)).body.code).toBe('nobody_inside');
  const { body } = await come(door.gate);
  expect((await go(door.gate, { visitId: body['visitId'] })).body).toMatchObject({ now: 0 });
  expect((await go(door.gate, { visitId: body['visitId'] })).body.code).toBe('left_already');
  expect((await go(door.gate, { visitId: newId() })).body.code).toBe('visit_unknown');
});

test('the last act can be undone within the time the policy gives, once', async () => {
  const entered = visitor(door.now());
  await door.gate.post(`${hall}/screenings`, entered);
  const undo = (deviceEventId: unknown) => door.gate.post(`${hall}/undo`, { deviceEventId });
  expect((await undo(entered['deviceEventId'])).body).toMatchObject({ now: 0 });
  expect((await undo(entered['deviceEventId'])).body.code).toBe('undone_already');
  expect((await undo(newId())).body.code).toBe('not_found');
  await come(door.gate);
  const left = { deviceEventId: newId(), deviceAt: door.now().toISOString() };
  await door.gate.post(`${hall}/exits`, left);
  expect((await undo(left.deviceEventId)).body).toMatchObject({ now: 1 });
  const late = visitor(door.now());
  await door.gate.post(`${hall}/screenings`, late);
  door.pass(61);
  expect((await undo(late['deviceEventId'])).body.code).toBe('too_late_to_undo');
});

test('a fever is measured again, a second one is isolated, reported and followed to its end', async () => {
  const identity = { name: '沙小满', phone: '13900000001', unit: '安和街道' };
  const first = await come(door.gate, { temperature: 37.8, identity });
  expect(first.body).toMatchObject({ outcome: 'refuse', reasons: ['fever_measure_again'], visitId: null });
  expect((first.body['offers'] as { kind: string }[]).map(({ kind }) => kind)).toContain('measure-again');
  const second = await come(door.gate, { temperature: 37.9, repeats: first.body['screeningId'], identity });
  expect(second.body).toMatchObject({ outcome: 'isolate', reasons: ['fever'] });
  const alertNo = String(second.body['alertNo']);
  const at = (what = '') => `/hall/alerts/${alertNo}${what}`;
  const listed = (await door.gate.get('/hall/alerts')).body['rows'] as { alertNo: string; told: string; overdue: boolean }[];
  expect(listed.find((one) => one.alertNo === alertNo)).toMatchObject({ told: '安和街道', overdue: false });
  expect(JSON.stringify(listed)).not.toMatch(/37\.|沙/);
  expect((await door.supervisor.post(at('/close'), { version: 1, result: 'none' })).body.code).toBe('wrong_stage');
  expect((await door.gate.post(at('/receive'), { version: 2 })).body.code).toBe('stale_version');
  expect((await door.gate.post(at('/receive'), { version: 1 })).body).toMatchObject({ state: 'received', version: 2 });
  door.pass(31 * 60);
  expect((await door.gate.get(at())).body).toMatchObject({ overdue: true });
  expect((await door.gate.post(at('/report'), { version: 2, to: 'health office', reportNo: 'W-7' })).body).toMatchObject({
    state: 'reported',
  });
  expect((await door.supervisor.post(at('/close'), { version: 3, result: 'tested, negative' })).body).toMatchObject({ state: 'closed' });
  const opened = await door.supervisor.post(at('/open-reading'), { reason: 'contact tracing' });
  expect(opened.body).toMatchObject({ gone: false, name: '沙小满', temperature: 37.9 });
  expect((await door.gate.get(at())).body['steps']).toHaveLength(4);
});

test('somebody from a region of concern goes to the special hall, which has its own count and its own cap', async () => {
  await publish({ regions: [{ code: '42', name: { en: 'Hubei' } }] });
  const { special } = await count();
  const answers = await Promise.all(
    Array.from({ length: special.cap + 3 }, () => come(door.gate, { region: '420100', isolationRecord: true })),
  );
  expect(answers.filter(({ body }) => body['outcome'] === 'special')).toHaveLength(special.cap);
  expect(await count()).toMatchObject({ now: 0, special: { now: special.cap } });
  expect((await come(door.gate, { region: '420100' })).body).toMatchObject({ outcome: 'refuse' });
  await publish({});
});

test('a device whose clock is off is corrected when it is known by how much, and refused when it is not', async () => {
  const device = await door.pair('east');
  const wrong = () => new Date(door.now().getTime() + 10 * 60_000).toISOString();
  expect((await come(device, { deviceAt: wrong() })).body.code).toBe('clock_off');
  expect((await device.post('/hall/devices/heartbeat', { deviceAt: wrong() })).body).toMatchObject({ offsetMs: 600_000, skewed: true });
  expect((await come(device, { deviceAt: wrong() })).status).toBe(201);
  await publish({ skewed: 'refuse' });
  expect((await come(device, { deviceAt: wrong() })).body.code).toBe('clock_off');
  await publish({});
  const listed = (await door.admin.get('/hall/devices')).body['rows'] as { skewed: boolean; offsetSeconds: number }[];
  expect(listed.filter(({ skewed }) => skewed).map(({ offsetSeconds }) => offsetSeconds)).toEqual([600]);
});

test('three doors without a line fill the hall to its cap and not above; what they tell afterwards is counted once, at its own time', async () => {
  await publish({ leasePlaces: 15 });
  const { cap } = await count();
  const doors = await Promise.all([door.pair('east'), door.pair('east'), door.pair('east')]);
  const out = await door.pair('west');
  const skews = [10, -10, 0];
  const clock = (i: number) => new Date(door.now().getTime() + (skews[i] as number) * 60_000).toISOString();
  for (const [i, device] of doors.entries()) await device.post('/hall/devices/heartbeat', { deviceAt: clock(i) });
  await come(door.gate, { party: 20 });
  const leases = await Promise.all(doors.map((device) => device.post(`${hall}/leases`, { waiting: 0 })));
  const places = leases.map(({ body }) => Number(body['places']));
  expect(places.every((one) => one > 0)).toBe(true);
  expect((await out.post(`${hall}/leases`, { waiting: 0 })).body).toMatchObject({ places: 0 });
  const began = door.now();
  door.pass(300);
  const outbox = places.map((n, i) =>
    Array.from({ length: n }, () => visitor(door.now(), { deviceAt: clock(i), offline: true, policyVersion: 1 })),
  );
  const stay = await Promise.all(Array.from({ length: cap }, () => come(door.gate)));
  const entered = 20 + stay.filter(({ status }) => status === 201).length;
  expect(entered + places.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(cap);
  door.pass(1500);
  expect((await doors[0].post(`${hall}/leases`, { waiting: 3 })).body.code).toBe('send_first');
  const told = [
    ...outbox.flatMap((list, i) => list.map((body) => ({ i, body }))),
    ...outbox.flatMap((list, i) => list.map((body) => ({ i, body }))),
  ];
  const answers = await Promise.all(told.map(({ i, body }) => (doors[i] as Desk).post(`${hall}/screenings`, body)));
  expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
  expect((await count()).now).toBe(entered + places.reduce((sum, n) => sum + n, 0));
  expect((await count()).now).toBeLessThanOrEqual(cap);
  const times = await door.office.app.db.read((tx) =>
    tx.rows<{ at: Date }>(
      `select v.entered_at as at from hall.visit v join hall.screening s using (screening_id) where s.received_at > s.at + interval '5 minutes'`,
    ),
  );
  expect(times).toHaveLength(places.reduce((sum, n) => sum + n, 0));
  for (const { at } of times) expect(at.getTime() - began.getTime()).toBe(300_000);
  await publish({});
}, 60_000);

test('a door that comes back after the day was closed adds nobody to the new day', async () => {
  const device = await door.pair('east');
  await device.post('/hall/devices/heartbeat', { deviceAt: door.now().toISOString() });
  await device.post(`${hall}/leases`, { waiting: 0 });
  const then = door.now();
  door.pass(3600);
  expect((await door.supervisor.post(`${hall}/close-day`, { reason: 'evening' })).status).toBe(200);
  door.pass(60);
  expect((await device.post(`${hall}/screenings`, visitor(then, { offline: true }))).body).toMatchObject({ outcome: 'enter' });
  expect((await count()).now).toBe(0);
});

test('only a paired device tells afterwards what happened without a line, and lets out only whom its own hall has inside', async () => {
  expect((await come(door.gate, { offline: true, policyVersion: 1 })).body.code).toBe('forbidden');
  expect((await go(door.supervisor, { offline: true, people: 1 })).body.code).toBe('forbidden');
  const device = await door.pair('east');
  const { body } = await come(device);
  expect((await go(device, { offline: true, visitId: newId() })).body.code).toBe('visit_unknown');
  expect((await go(device, { offline: true, visitId: body['visitId'] })).body).toMatchObject({ now: 0 });
  expect((await go(device, { offline: true, visitId: body['visitId'] })).body.code).toBe('left_already');
});

test('what the door does not know is refused, never taken for healthy', async () => {
  const unknown = [{ symptoms: ['fiebre'] }, { region: 'Hubei' }, { region: ['42', '?'] }, { policyVersion: 2 ** 31 }];
  for (const given of unknown) expect((await come(door.gate, given)).status, JSON.stringify(given)).toBe(400);
  expect((await come(door.gate, { region: ' 110000 ' })).status).toBe(201);
  const rules = { ...testPolicy, regions: [{ code: 'Hubei', name: { en: 'Hubei' } }] };
  expect((await (await door.office.as('admin')).post('/hall/policies', { version: 1, rules })).status).toBe(400);
});

test('above the cap only a supervisor lets somebody in, and says why', async () => {
  const { cap } = await count();
  await Promise.all(Array.from({ length: cap / 20 }, () => come(door.gate, { party: 20 })));
  expect((await come(door.gate)).body).toMatchObject({ code: 'hall_full', facts: { now: cap, cap } });
  expect((await come(door.gate, { override: 'fire in the yard' })).body.code).toBe('override_not_yours');
  expect((await come(door.supervisor, { override: 'fire in the yard' })).status).toBe(201);
  expect((await count()).now).toBe(cap + 1);
});

test('a pairing code opens once, and a revoked device opens nothing any more', async () => {
  const made = await door.admin.post('/hall/devices', { venue: 'hechuan-hall', door: 'east', name: 'x', scopes: ['gate'] });
  const nobody = await door.office.as();
  const pair = () => nobody.post('/hall/devices/pair', { code: made.body['code'] });
  const both = await Promise.all([pair(), pair()]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  expect(both.find(({ status }) => status === 422)?.body.code).toBe('code_wrong');
  const { deviceId } = made.body;
  const revoke = (version: number) => door.admin.post(`/hall/devices/${String(deviceId)}/revoke`, { version });
  expect((await revoke(1)).body.code).toBe('stale_version');
  expect((await revoke(2)).status).toBe(200);
  expect((await door.admin.post(`/hall/devices/${newId()}/revoke`, { version: 1 })).body.code).toBe('not_found');
});

test('what is refused at the door is refused in words of its own', async () => {
  const codes = await Promise.all([
    come(door.gate, { measuredBy: 'robot', temperature: 37.1 }),
    come(door.gate, { bookingNo: 'HCAN-RPX9-FDNR' }),
    come(door.gate, { pass: 'TB1.AAAA.AAAA' }),
    come(door.gate, { repeats: newId() }),
    door.gate.post('/hall/nowhere/screenings', visitor(door.now())),
    door.gate.post('/hall/hoa-lam-desk/screenings', visitor(door.now())),
    door.gate.post(`${hall}/leases`, { waiting: 0 }),
    door.gate.post('/hall/devices/heartbeat', { deviceAt: door.now().toISOString() }),
    door.gate.get(`${hall}/doors/nowhere`),
    door.gate.get('/hall/alerts/nothing'),
    door.admin.post('/hall/devices', { venue: 'nowhere', name: 'x', scopes: ['gate'] }),
    door.admin.post('/hall/devices', { venue: 'hechuan-hall', door: 'x', name: 'x', scopes: ['gate'] }),
    door.admin.post('/hall/devices', { venue: 'hechuan-hall', name: 'x', scopes: ['robot'], calibratedOn: '2020-02-31' }),
  ]);
  expect(codes.map(({ body }) => body.code)).toEqual([
    'second_reading_needed',
    'booking_unknown',
    'pass_invalid',
    'screening_unknown',
    'not_found',
    'outside_your_unit',
    'not_a_device',
    'not_a_device',
    'not_found',
    'not_found',
    'venue_unknown',
    'door_unknown',
    'no_such_day',
  ]);
});
