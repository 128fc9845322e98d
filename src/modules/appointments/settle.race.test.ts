import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counter, hall, openCounter } from './testing.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

const dayMs = 86_400_000;

test('who did not come is said by a person after the time has passed, once', async () => {
  const { planner } = counter;
  const [slot] = await counter.slots('2020-07-30');
  const { bookingNo } = await counter.book(counter.someone(), slot?.at ?? '');
  const settle = (outcome: string) => planner.post(`/appointments/${bookingNo}/settle`, { outcome });
  expect((await settle('missed')).body.code).toBe('not_over');
  expect((await planner.get(`/appointments/unsettled?venue=${hall}`)).body['rows']).toEqual([]);
  counter.pass(2 * dayMs);
  const listed = (await planner.get(`/appointments/unsettled?venue=${hall}`)).body['rows'] as { bookingNo: string }[];
  expect(listed.map((row) => row.bookingNo)).toEqual([bookingNo]);
  expect((await settle('missed')).body['state']).toBe('missed');
  expect((await settle('served')).body.code).toBe('wrong_state');
  expect((await planner.get(`/appointments/unsettled?venue=${hall}`)).body['rows']).toEqual([]);
});

test('only the staff of the hall look after its bookings', async () => {
  const { planner, office } = counter;
  expect((await planner.post('/appointments/HCHC-HCHC-HCHC/settle', { outcome: 'missed' })).body.code).toBe('not_found');
  expect((await planner.get('/appointments/unsettled?venue=nowhere')).body.code).toBe('unknown_venue');
  const elsewhere = await office.as('reviewer');
  expect((await elsewhere.get(`/appointments/unsettled?venue=${hall}`)).status).toBe(403);
  expect((await planner.get('/appointments/unsettled?venue=hoa-lam-desk')).body.code).toBe('forbidden');
});
