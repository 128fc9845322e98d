import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '#test/support/office.ts';
import { type Counter, openCounter } from './testing.ts';

let counter: Counter;
let [officer, colleague]: Desk[] = [];
beforeAll(async () => {
  counter = await openCounter();
  [officer, colleague] = await Promise.all([counter.office.as('window'), counter.office.as('reviewer')]);
}, 60_000);
afterAll(async () => {
  expect(await counter.faults()).toEqual([]);
  await counter.close();
});

const rooms = 'hechuan-hall:rooms';
const canteen = 'hechuan-hall:canteen';
async function take(desk: Desk | undefined, body: object): Promise<Record<string, unknown>> {
  const held = await (desk as Desk).post('/appointments/holds', body);
  if (held.status !== 201) return held.body;
  return (await (desk as Desk).post('/appointments', { holdId: held.body['holdId'], phone: '0600-610 2015' })).body;
}

test('a room is taken for as long as it is wanted, by one meeting at a time, and for no more people than it holds', async () => {
  const nine = '2020-07-30T01:15:00.000Z';
  const meeting = { venue: rooms, group: 'meeting', minutes: 90, at: nine, party: 10 };
  expect(await take(officer, meeting)).toMatchObject({
    state: 'confirmed',
    at: nine,
    until: '2020-07-30T02:45:00.000Z',
    windowGroup: 'meeting',
  });
  expect(await take(colleague, meeting)).toMatchObject({ state: 'confirmed' });
  expect(await take(colleague, { ...meeting, at: '2020-07-30T02:30:00.000Z' })).toMatchObject({ code: 'slot_taken' });
  expect(await take(colleague, { ...meeting, at: '2020-07-30T02:45:00.000Z' })).toMatchObject({ state: 'confirmed' });
  expect(await take(officer, { venue: rooms, group: 'tender', at: '2020-07-31T00:00:00.000Z', party: 21 })).toMatchObject({
    code: 'party_too_large',
  });
  expect(await take(officer, { venue: rooms, group: 'tender', at: '2020-07-31T00:00:00.000Z', party: 20 })).toMatchObject({
    windowNo: '305',
  });
});

test('meals are taken in turns: as many at once as the canteen seats, twice a day each', async () => {
  const first = '2020-07-30T03:20:00.000Z';
  const meal = { venue: canteen, group: 'meal', at: first, party: 4 };
  const tables = await Promise.all(Array.from({ length: 6 }, () => take(counter.someone(['window']), meal)));
  expect(tables.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'confirmed'));
  expect(await take(officer, meal)).toMatchObject({ code: 'slot_taken' });
  expect(await take(officer, { ...meal, at: '2020-07-30T03:40:00.000Z' })).toMatchObject({ state: 'confirmed' });
  expect(await take(officer, { ...meal, at: '2020-07-30T09:20:00.000Z' })).toMatchObject({ state: 'confirmed' });
  expect(await take(officer, { ...meal, at: '2020-07-30T09:40:00.000Z' })).toMatchObject({ code: 'booked_already' });
});

test('rooms and meals are for the staff, and no citizen is shown them as halls', async () => {
  expect(await take(counter.someone(), { venue: canteen, group: 'meal', at: '2020-07-30T03:40:00.000Z' })).toMatchObject({
    code: 'forbidden',
  });
  const halls = (await counter.someone().get('/appointments/halls')).body['rows'] as { venue: string }[];
  expect(halls.map(({ venue }) => venue)).not.toContain(canteen);
});
