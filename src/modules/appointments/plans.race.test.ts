import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from './rules/plan.ts';
import { type Counter, hall, openCounter } from './testing.ts';

let counter: Counter;
let plan: Plan;
beforeAll(async () => {
  counter = await openCounter();
  plan = (await counter.planner.get(`/appointments/plans/${hall}`)).body['plan'] as Plan;
}, 60_000);
afterAll(async () => {
  expect(await counter.faults()).toEqual([]);
  await counter.close();
});

const path = `/appointments/plans/${hall}`;
const reason = { 'zh-Hans': '延长时间', en: 'Longer hours' };
const freeOn = async (on: string) => (await counter.slots(on)).reduce((sum, slot) => sum + slot.free, 0);

test('longer hours show what they yield before they are saved, and yield it then', async () => {
  const on = '2020-08-01';
  const change = { on, spans: [{ from: '08:30', to: '20:00' }], reason };
  const before = await freeOn(on);
  const preview = await counter.planner.post(`${path}/days/preview`, change);
  expect(preview.body).toMatchObject({ overflow: 0, days: [{ on, limitedBy: 'windows' }] });
  expect(preview.body['gained']).toBeGreaterThan(0);
  expect(await freeOn(on)).toBe(before);
  expect((await counter.planner.post(`${path}/days`, change)).status).toBe(201);
  expect(await freeOn(on)).toBeGreaterThan(before);
  expect((await counter.slots(on)).at(-1)?.at).toBe('2020-08-01T11:50:00.000Z');
});

test('shorter hours and lower caps only move the caps: who no longer fits is listed, nobody is lost', async () => {
  const on = '2020-08-03';
  const slots = (await counter.slots(on)).filter(({ free }) => free > 1);
  const [early, late] = [0, 8].map((hour) => slots.find(({ at }) => new Date(at).getUTCHours() === hour));
  const kept = await counter.book(counter.someone(), early?.at as string);
  const hit = await counter.book(counter.someone(), late?.at as string);
  const change = { on, spans: [{ from: '08:30', to: '12:00' }], reason };
  expect((await counter.planner.post(`${path}/days/preview`, change)).body).toMatchObject({ overflow: 1 });
  await counter.planner.post(`${path}/days`, change);
  const over = (await counter.planner.get(`${path}/overflow`)).body['rows'] as { bookingNo: string }[];
  expect(over.map(({ bookingNo }) => bookingNo)).toEqual([hit['bookingNo']]);
  expect(await counter.faults()).toEqual([]);
  const { body } = await counter.planner.get(`/appointments?venue=${hall}&on=${on}&state=confirmed`);
  expect(body['rows']).toMatchObject([{ bookingNo: kept['bookingNo'] }, { bookingNo: hit['bookingNo'] }]);
  await counter.planner.post(`${path}/days`, { on, spans: [{ from: '08:30', to: '18:00' }], reason });
  expect((await counter.planner.get(`${path}/overflow`)).body['rows']).toEqual([]);
});

test('a new version of the plan holds from its day on, and adds windows without touching what is booked', async () => {
  const before = [await freeOn('2020-08-06'), await freeOn('2020-08-07')];
  const window = { windowNo: '13', groups: ['A'], zone: '1', personCap: 2 };
  const next = { validFrom: '2020-08-07', plan: { ...plan, windows: [...plan.windows, window] } };
  expect((await counter.planner.post(`${path}/preview`, next)).body['gained']).toBeGreaterThan(0);
  const saved = await counter.planner.post(path, { ...next, version: 1 });
  expect(saved).toMatchObject({ status: 201, body: { version: 2, overflow: 0 } });
  expect(await freeOn('2020-08-06')).toBe(before[0]);
  expect(await freeOn('2020-08-07')).toBeGreaterThan(before[1] as number);
  expect((await counter.planner.get(path)).body).toMatchObject({ version: 1, nextVersion: { version: 2, validFrom: '2020-08-07' } });
  const load = (await counter.planner.get(`${path}/load?on=2020-08-07`)).body['rows'] as { kind: string; ref: string }[];
  expect(load.filter(({ kind }) => kind === 'window')).toHaveLength(13);
});

test('fewer heads at once make fewer places than windows would', async () => {
  const lower = { validFrom: '2020-08-10', plan: { ...plan, cap: 4 } };
  const { body } = await counter.planner.post(`${path}/preview`, lower);
  expect((body['days'] as { limitedBy: string }[])[0]).toMatchObject({ on: '2020-08-10', limitedBy: 'headcount' });
  await counter.planner.post(path, lower);
  expect((await counter.slots('2020-08-10')).every(({ free }) => free <= 4)).toBe(true);
  expect((await counter.planner.get(`/hall/${hall}/occupancy`)).body['cap'], 'the door counts by the plan of today').toBe(plan.cap);
});

test('a day that the planner closes is closed on the page of the hall', async () => {
  const shown = async () => (await counter.office.http.inject({ url: `/en/halls/${hall}` })).body;
  expect(await shown()).not.toContain('Closed today');
  await counter.planner.post(`${path}/days`, { on: '2020-07-29', spans: [], reason });
  expect(await shown()).toContain('Closed today');
});

test('of those who save upon the same version at once one is written, the others are told that it is stale', async () => {
  const [{ version } = { version: 0 }] = await counter.sql<{ version: number }>(
    `select max(version) as version from appointments.plan where place = '${hall}'`,
  );
  const save = () => counter.planner.post(path, { validFrom: '2020-08-12', plan, version });
  const saved = await Promise.all([save(), save(), save()]);
  expect(saved.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(saved.filter(({ body }) => body['code'] === 'stale_version')).toHaveLength(2);
});

test('says why a plan cannot be changed so', async () => {
  const elsewhere = await counter.office.as('planner');
  const code = async (where: string, body: object) => (await counter.planner.post(where, body)).body['code'];
  const day = { on: '2020-08-04', spans: [], reason };
  expect(await code('/appointments/plans/nowhere/preview', { validFrom: '2020-08-04', plan })).toBe('unknown_venue');
  expect(await code('/appointments/plans/nowhere', { validFrom: '2020-08-04', plan })).toBe('unknown_venue');
  expect(await code('/appointments/plans/nowhere/days', day)).toBe('unknown_venue');
  expect(await code('/appointments/plans/nowhere/days/preview', day)).toBe('unknown_venue');
  for (const rest of ['', '/overflow', '/load?on=2020-08-04'])
    expect((await counter.planner.get(`/appointments/plans/nowhere${rest}`)).body['code']).toBe('unknown_venue');
  expect((await counter.planner.get('/appointments/rebookings?venue=nowhere')).body['code']).toBe('unknown_venue');
  const ward = '/appointments/plans/hoa-lam-desk';
  expect(await code(`${ward}/preview`, { validFrom: '2020-08-04', plan })).toBe('outside_your_unit');
  expect(await code(ward, { validFrom: '2020-08-04', plan })).toBe('outside_your_unit');
  expect(await code(`${ward}/days`, day)).toBe('outside_your_unit');
  expect(await code(`${ward}/days/preview`, day)).toBe('outside_your_unit');
  expect((await counter.planner.get(`${ward}/overflow`)).body['code']).toBe('outside_your_unit');
  expect((await counter.planner.get('/appointments/rebookings?venue=hoa-lam-desk')).body['code']).toBe('forbidden');
  expect(await code(path, { validFrom: '2020-07-01', plan })).toBe('begins_in_the_past');
  expect(await code(`${path}/days`, { ...day, on: '2020-07-01' })).toBe('begins_in_the_past');
  expect(await code(path, { validFrom: '2020-08-20', plan, version: 1 })).toBe('stale_version');
  const wrong = { ...plan, services: [{ group: 'Q', cells: 2 }] };
  expect((await counter.planner.post(path, { validFrom: '2020-08-20', plan: wrong })).body).toMatchObject({
    status: 400,
    paths: [{ path: 'plan.services.0.group' }],
  });
  expect((await elsewhere.get(path)).status).toBe(200);
  expect((await counter.someone().get(path)).status).toBe(403);
});
