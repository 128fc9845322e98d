import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counter, hall, item, openCounter, type Slot } from './testing.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
}, 60_000);
afterAll(async () => {
  expect(await counter.faults()).toEqual([]);
  await counter.close();
});

test('a freed place is offered to the first in the waiting list before anybody else sees it', async () => {
  const [first, second] = [await counter.office.as('elder'), await counter.office.as('citizen')];
  const slot = (await counter.slots('2020-08-03')).find(({ free }) => free > 0) as Slot;
  const holder = counter.someone();
  const { bookingNo } = await counter.book(holder, slot.at);
  const wish = { venue: hall, item, fromOn: '2020-08-03', untilOn: '2020-08-04' };
  expect((await first.post('/appointments/waitlist', wish)).body).toMatchObject({ state: 'waiting', ahead: 0 });
  counter.pass(1000);
  const behind = (await second.post('/appointments/waitlist', wish)).body;
  expect(behind).toMatchObject({ state: 'waiting', ahead: 1 });
  expect((await first.post('/appointments/waitlist', wish)).body['code']).toBe('waiting_already');
  await holder.post(`/appointments/${bookingNo}/cancel`);
  await counter.react();
  const mine = (await first.get('/appointments/waitlist')).body['rows'] as Record<string, string>[];
  expect(mine).toMatchObject([{ state: 'offered' }]);
  expect((await counter.planner.get(`/appointments/waitlist?venue=${hall}`)).body['rows']).toHaveLength(2);
  const offered = String(mine[0]?.['bookingNo']);
  expect((await first.post(`/appointments/${offered}/answer`, { choice: 'accept' })).body).toMatchObject({
    state: 'confirmed',
    at: slot.at,
  });
  expect((await first.get('/appointments/waitlist')).body['rows']).toMatchObject([{ state: 'served' }]);
  expect((await second.post(`/appointments/waitlist/${behind['entryId'] as string}/leave`)).body).toMatchObject({ state: 'left' });
  expect((await first.post(`/appointments/waitlist/${behind['entryId'] as string}/leave`)).status).toBe(404);
  expect((await first.get(`/appointments/waitlist?venue=${hall}`)).body['code']).toBe('forbidden');
});

test('an offer from the list that nobody answers goes to the next who waits', async () => {
  const [first, second] = [await counter.office.as('elder'), await counter.office.as('enterprise')];
  const slot = (await counter.slots('2020-08-05')).find(({ free }) => free > 0) as Slot;
  const holder = counter.someone();
  const { bookingNo } = await counter.book(holder, slot.at);
  const wish = { venue: hall, item, fromOn: '2020-08-05', untilOn: '2020-08-05' };
  const stateOf = async (desk: typeof first) =>
    ((await desk.get('/appointments/waitlist')).body['rows'] as { state: string }[]).at(-1)?.state;
  await first.post('/appointments/waitlist', wish);
  counter.pass(1000);
  const { entryId } = (await second.post('/appointments/waitlist', wish)).body as Record<string, string>;
  await holder.post(`/appointments/${bookingNo}/cancel`);
  await counter.react();
  expect([await stateOf(first), await stateOf(second)]).toEqual(['offered', 'waiting']);
  counter.pass(31 * 60_000);
  await counter.routine('rebook');
  await counter.react();
  expect([await stateOf(first), await stateOf(second)]).toEqual(['left', 'offered']);
  expect((await counter.planner.get(`/appointments/rebookings?venue=${hall}`)).body['rows']).toEqual([]);
  expect((await second.post(`/appointments/waitlist/${entryId}/leave`)).body).toMatchObject({ state: 'left' });
});

test('says why somebody cannot wait', async () => {
  const reader = await counter.office.as('cadre');
  const code = async (wish: object) =>
    (await reader.post('/appointments/waitlist', { venue: hall, item, fromOn: '2020-08-05', untilOn: '2020-08-05', ...wish })).body['code'];
  expect(await code({ venue: 'nowhere' })).toBe('unknown_venue');
  expect(await code({ item: 'nothing' })).toBe('unknown_item');
  expect(await code({ untilOn: '2020-08-04' })).toBe('ends_before_it_begins');
  expect(await code({ party: 50 })).toBe('party_too_large');
  expect(await code({ untilOn: '2199-08-04' })).toBe('not_released');
  expect((await reader.post('/appointments/waitlist', { venue: hall, item, fromOn: '2020-02-31', untilOn: '2020-08-05' })).status).toBe(
    400,
  );
  const days = async (from: string) => (await reader.get(`/appointments/days?venue=${hall}&days=31&from=${from}`)).status;
  expect(await Promise.all(['1900-00-99', '2199-12-31', '2020-08-03'].map(days))).toEqual([400, 400, 200]);
  const meal = { venue: 'hechuan-hall:canteen', fromOn: '2020-07-30', untilOn: '2020-07-30' };
  expect((await counter.someone().post('/appointments/waitlist', meal)).body['code']).toBe('forbidden');
});

test('a cadre books many in one go, and each has an answer of their own', async () => {
  const cadre = await counter.office.as('cadre');
  const people = Array.from({ length: 6 }, (_, index) => ({ name: `村民${index}`, phone: `0600-610 80${index}0` }));
  const answer = await cadre.post('/appointments/batches', {
    venue: hall,
    item,
    on: '2020-08-06',
    people: [...people, { name: '又来', phone: '0600-610 8000' }, { name: '多人', phone: '0600-610 8100', party: 9 }],
  });
  expect(answer).toMatchObject({ status: 201, body: { booked: 6 } });
  const rows = answer.body['rows'] as { refused: { code: string } | null; booking: { at: string; windowNo: string } | null }[];
  expect(rows.slice(6).map(({ refused }) => refused?.code)).toEqual(['booked_already', 'slot_taken']);
  const seats = rows.flatMap(({ booking }) => (booking ? [`${booking.at} ${booking.windowNo}`] : []));
  expect(new Set(seats).size).toBe(6);
  expect((await cadre.post('/appointments/batches', { venue: 'nowhere', on: '2020-08-06', people })).body['code']).toBe('unknown_venue');
  const refused = async (more: object) =>
    (await cadre.post('/appointments/batches', { venue: hall, item, on: '2020-08-06', people, ...more })).body['code'];
  expect(await refused({ venue: 'hechuan-hall:canteen', item: undefined })).toBe('forbidden');
  expect(await refused({ people: people.map((one) => ({ ...one, urgent: true })) })).toBe('forbidden');
  expect((await counter.someone().post('/appointments/batches', { venue: hall, on: '2020-08-06', people })).status).toBe(403);
});

test('two cadres at once take nobody’s place twice and wait for each other', async () => {
  const cadre = await counter.office.as('cadre');
  const batch = (from: number) => ({
    venue: hall,
    item,
    on: '2020-08-07',
    people: Array.from({ length: 20 }, (_, index) => ({ name: '村民', phone: `0600-611 ${from + index}` })),
  });
  const answers = await Promise.all([1000, 2000, 3000].map((from) => cadre.post('/appointments/batches', batch(from))));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(answers.map(({ body }) => body['booked'])).toEqual([20, 20, 20]);
});
