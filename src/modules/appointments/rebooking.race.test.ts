import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '#test/support/office.ts';
import { type Counter, hall, openCounter } from './testing.ts';

let counter: Counter;
let admin: Desk;
beforeAll(async () => {
  counter = await openCounter();
  admin = await counter.office.as('admin');
}, 60_000);
afterAll(() => counter.close());

const closing = (from: string, until?: string) => ({
  scope: { venue: hall },
  channels: ['appointment', 'walk-in'],
  from,
  ...(until ? { until } : {}),
  reason: { 'zh-Hans': '疫情防控' },
  urgentExcepted: true,
});
type State = { booking_no: string; state: string; starts_at: Date; place: string };
const states = async (numbers: string[]) => {
  const rows = await counter.sql<State>(
    `select booking_no, state, starts_at, place from appointments.booking where booking_no = any ($1)`,
    [numbers],
  );
  return numbers.map((no) => rows.find((row) => row.booking_no === no) as State);
};

test('a closed day is shown before, then its people are held the nearest places in their order, and answer', async () => {
  const on = '2020-08-03';
  const free = (await counter.slots(on)).filter((slot) => slot.free > 0);
  const people = free.slice(0, 12).map(() => counter.someone());
  const booked = [];
  for (const [index, person] of people.entries()) booked.push(await counter.book(person, free[index]?.at as string));
  const numbers = booked.map(({ bookingNo }) => bookingNo as string);

  const period = closing(`${on}T00:00:00+08:00`, '2020-08-04T00:00:00+08:00');
  const preview = await admin.post('/channels/suspensions/preview', period);
  expect(preview.body['bookings']).toBe(12);
  const seen = await admin.get(`/appointments/closing-preview?venue=${hall}&from=${encodeURIComponent(period.from)}`);
  expect(seen.body['rows']).toHaveLength(12);
  expect((await admin.post('/channels/suspensions', period)).status).toBe(201);
  await counter.react();
  const after = await states(numbers);
  expect(after.every(({ state }) => state === 'offered')).toBe(true);
  const isClosed = ({ place, starts_at }: State) =>
    place === hall && starts_at >= new Date(period.from) && starts_at < new Date(period.until as string);
  expect(after.filter(isClosed)).toEqual([]);
  expect(await counter.faults()).toEqual([]);
  expect(await counter.slots(on)).toEqual(expect.not.arrayContaining([expect.objectContaining({ free: 1 })]));

  const list = await counter.planner.get(`/appointments/rebookings?venue=${hall}&unanswered=true`);
  expect(list.body['rows']).toHaveLength(12);
  const [first, second, third] = [people[0] as Desk, people[1] as Desk, people[2] as Desk];
  expect((await first.post(`/appointments/${numbers[0]}/answer`, { choice: 'accept' })).body).toMatchObject({ state: 'confirmed' });
  expect((await second.post(`/appointments/${numbers[1]}/answer`, { choice: 'home-visit' })).body).toMatchObject({ state: 'cancelled' });
  const other = (await counter.slots('2020-08-06')).find((slot) => slot.free > 0)?.at;
  expect((await third.post(`/appointments/${numbers[2]}/move`, { at: other, venue: hall })).body).toMatchObject({
    state: 'confirmed',
    at: other,
  });
  expect((await counter.planner.post(`/appointments/rebookings/${numbers[3]}/answer`, { choice: 'accept' })).body).toMatchObject({
    state: 'confirmed',
  });
  expect((await first.post(`/appointments/${numbers[0]}/answer`, { choice: 'accept' })).body['code']).toBe('wrong_state');

  counter.pass(49 * 3_600_000);
  await counter.routine('rebook');
  const late = await states(numbers.slice(4, 12));
  expect(late.every(({ state }) => state === 'displaced')).toBe(true);
  expect((await people[4]?.post(`/appointments/${numbers[4]}/answer`, { choice: 'accept' }))?.body['code']).toBe('offer_expired');
  const desk = await counter.planner.get(`/appointments/rebookings?venue=${hall}`);
  expect((desk.body['rows'] as { answer: string }[]).every(({ answer }) => answer === 'expired')).toBe(true);
  expect(await counter.faults()).toEqual([]);
}, 60_000);

test('when the end is open, no date is promised: people stay in line, and come first when it opens again', async () => {
  const on = '2020-08-05';
  const free = (await counter.slots(on)).filter((slot) => slot.free > 0);
  const numbers: string[] = [];
  for (const slot of free.slice(0, 6)) numbers.push((await counter.book(counter.someone(), slot.at))['bookingNo'] as string);
  const suspended = await admin.post('/channels/suspensions', { ...closing(counter.now().toISOString()), scope: 'all' });
  expect(suspended).toMatchObject({ status: 201 });
  await counter.react();
  expect((await states(numbers)).every(({ state }) => state === 'displaced')).toBe(true);
  expect(await counter.faults()).toEqual([]);
  const refused = await counter.hold(counter.someone(), free[7]?.at as string);
  expect(refused).toMatchObject({ status: 409, body: { code: 'channel_closed' } });
  await admin.post(`/channels/suspensions/${suspended.body['suspensionId'] as string}/end`, { version: 1 });
  await counter.react();
  const after = await states(numbers);
  expect(after.every(({ state }) => state === 'offered')).toBe(true);
  expect(after.map(({ starts_at }) => starts_at.toISOString())).toEqual(free.slice(0, 6).map(({ at }) => at));
  expect(await counter.faults()).toEqual([]);
}, 60_000);

test('while a hall is being closed, moves and cancels go on, and nobody is lost or counted twice', async () => {
  const on = '2020-08-10';
  counter.pass(0);
  const free = (await counter.slots(on)).filter((slot) => slot.free > 1);
  const people = free.slice(0, 20).map(() => counter.someone());
  const numbers: string[] = [];
  for (const [index, person] of people.entries())
    numbers.push((await counter.book(person, free[index]?.at as string))['bookingNo'] as string);
  await admin.post('/channels/suspensions', closing(`${on}T00:00:00+08:00`, '2020-08-11T00:00:00+08:00'));
  const answers = await Promise.all([
    counter.react(),
    ...people.slice(0, 7).map((person, index) => person.post(`/appointments/${numbers[index]}/cancel`)),
    ...people
      .slice(7, 14)
      .map((person, index) => person.post(`/appointments/${numbers[index + 7]}/move`, { at: '2020-08-11T01:30:00.000Z' })),
    ...free.slice(0, 7).map(({ at }) => counter.hold(counter.someone(), at)),
  ]);
  expect(answers.filter((answer) => answer && answer.status >= 500)).toEqual([]);
  await counter.routine('rebook');
  const after = await states(numbers);
  expect(after.filter(({ state }) => !['cancelled', 'offered', 'confirmed', 'displaced'].includes(state))).toEqual([]);
  expect(await counter.faults()).toEqual([]);
}, 60_000);
