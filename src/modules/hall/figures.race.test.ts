import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import type { Desk } from '#test/support/office.ts';
import { moveDemoQueue } from './demo-queue.ts';
import { queueCheckups, queueRoutines } from './queue-routines.ts';
import { openHall, type QueueHall, venue } from './testing.ts';

let hall: QueueHall;
let planner: Desk;
beforeAll(async () => {
  hall = await openHall('2020-08-03T14:00:00+08:00');
  planner = await hall.office.as('planner');
  await moveDemoQueue(jobOf(hall.office.app, 'hall'));
}, 120_000);
afterAll(() => hall.close());

type Numbers = Record<string, number>;
const day = `/hall/${venue}/queue/days/2020-08-03`;
const findings = () =>
  jobOf(hall.office.app, 'hall').transaction(async (act) => (await Promise.all(queueCheckups.map(({ run }) => run(act)))).flat());

test('the demonstration’s queue has a morning behind it and breaks no invariant', async () => {
  expect(await findings()).toEqual([]);
  const { body } = await planner.get(day);
  const sum = (key: string) => (body['groups'] as Numbers[]).reduce((total, group) => total + (group[key] ?? 0), 0);
  expect(sum('served')).toBeGreaterThan(20);
  expect(sum('taken')).toBeGreaterThanOrEqual(sum('served') + sum('waiting') + sum('missed'));
});

test('it moves on, and a person finds the window free that they play', async () => {
  const before = (await planner.get(`/hall/${venue}/board`)).body['version'] as number;
  for (let turn = 0; turn < 8; turn += 1) {
    hall.pass(15);
    await moveDemoQueue(jobOf(hall.office.app, 'hall'));
  }
  expect((await planner.get(`/hall/${venue}/board`)).body['version']).toBeGreaterThan(before);
  const rows = (await planner.get(`/hall/${venue}/windows`)).body['rows'] as { windowNo: string; state: string }[];
  expect(rows.find(({ windowNo }) => windowNo === '05')?.state).toBe('closed');
  expect(await findings()).toEqual([]);
});

test('a day is told in numbers: windows by the time they were open, forecasts by what became of them', async () => {
  const { body } = await planner.get(day);
  for (const { busyMinutes = 0, openMinutes = 0 } of body['windows'] as Numbers[]) expect(busyMinutes).toBeLessThanOrEqual(openMinutes + 1);
  const { count = 0, within = 0, coverage = 0 } = body['calibration'] as Numbers;
  expect(count).toBeGreaterThan(20);
  expect(coverage).toBeCloseTo(within / count, 6);
  expect((body['halfHours'] as unknown[]).length).toBeGreaterThan(2);
});

test('fewer windows and a lower cap mean longer waits, never more people inside', async () => {
  const { body } = await planner.get(`/hall/${venue}/what-if?closed=1,3,4&cap=10`);
  expect(body['closed']).toEqual(['01', '03', '04']);
  const [asItIs, asAsked] = [body['asItIs'], body['asAsked']] as [Numbers, Numbers];
  expect(asAsked['mostInside']).toBeLessThanOrEqual(10);
  expect(asAsked['waitP90']).toBeGreaterThan(asItIs['waitP90'] ?? 0);
  const more = (await planner.get(`/hall/${venue}/what-if?demandPercent=200`)).body['asAsked'] as Numbers;
  expect(more['visitors']).toBeGreaterThan((asItIs['visitors'] ?? 0) * 1.5);
});

test('numbers of a hall are for those who work there', async () => {
  const elsewhere = await hall.office.as('window4');
  for (const path of [day, `/hall/${venue}/what-if`]) expect((await elsewhere.get(path)).body.code).toBe('outside_your_unit');
  for (const path of ['/hall/nowhere/queue/days/2020-08-03', '/hall/nowhere/what-if'])
    expect((await planner.get(path)).body.code).toBe('unknown_venue');
  expect((await planner.get(`/hall/${venue}/queue/days/2026-02-31`)).body.code).toBe('no_such_day');
  const all = Array.from({ length: 12 }, (_, index) => index + 1).join(',');
  expect((await planner.get(`/hall/${venue}/what-if?closed=${all}`)).body.code).toBe('no_window_left');
});

test('the page of a day that does not exist shows today, of a hall that does not exist nothing', async () => {
  const open = (query: string) =>
    hall.office.http.inject({ url: `/desk/hall/queue?${query}`, headers: { cookie: `tongban_session=${planner.token}` } });
  expect((await open('on=2026-02-31')).statusCode).toBe(200);
  expect((await open('venue=__proto__')).statusCode).toBe(404);
});

test('the next day begins with number one, and what was left over lapses', async () => {
  hall.pass(20 * 3600);
  const desk = await hall.office.as('window');
  expect((await desk.post(`/hall/${venue}/tickets`, { group: 'A' })).body['ticketNo']).toBe('A001');
  const lapse = queueRoutines.find(({ name }) => name === 'lapse-tickets');
  await lapse?.run(jobOf(hall.office.app, 'hall'));
  await lapse?.run(jobOf(hall.office.app, 'hall'));
  const { body } = await planner.get(day);
  expect((body['groups'] as Numbers[]).every(({ waiting }) => waiting === 0)).toBe(true);
  expect(await findings()).toEqual([]);
});
