import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';

let office: Office;
let citizen: Desk;
let elder: Desk;
beforeAll(async () => {
  office = await openOffice({ TONGBAN_NOW: '2020-07-29T09:03:00+08:00' });
  [citizen, elder] = await Promise.all([office.as('citizen'), office.as('elder')]);
}, 60_000);
afterAll(() => office.close());

type Slot = { at: string; free: number };
const venue = 'hechuan-hall';
const item = '440131904206';
async function slots(on: string): Promise<Slot[]> {
  const { body } = await citizen.get(`/appointments/slots?venue=${venue}&item=${item}&on=${on}`);
  return body['rows'] as Slot[];
}
const freeAt = async (at: string) => (await slots(at.slice(0, 10))).find((slot) => slot.at === at)?.free;

test('a time is held, booked, moved and cancelled, and its places are counted at each step', async () => {
  const [first, second] = (await slots('2020-07-31')).filter((slot) => slot.free > 1) as [Slot, Slot];
  const held = await citizen.post('/appointments/holds', { venue, item, at: first.at }, { 'idempotency-key': 'h1' });
  expect(held).toMatchObject({ status: 201, body: { at: first.at } });
  expect(await freeAt(first.at)).toBe(first.free - 1);
  const booked = await citizen.post('/appointments', { holdId: held.body['holdId'] });
  expect(booked).toMatchObject({ status: 201, body: { at: first.at, state: 'confirmed', venue } });
  const { bookingNo, version, token } = booked.body as Record<string, string>;
  const moved = await citizen.post(`/appointments/${bookingNo}/move`, { at: second.at, version });
  expect(moved).toMatchObject({ status: 200, body: { at: second.at, bookingNo } });
  expect(await freeAt(second.at)).toBe(second.free - 1);
  expect((await elder.post(`/appointments/${bookingNo}/cancel`)).status).toBe(404);
  const cancelled = await (await office.as()).post(`/appointments/tickets/${token}/cancel`);
  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
});
