import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Desk } from '#test/support/office.ts';
import { type Counter, hall, item, openCounter, type Slot } from './testing.ts';

let counter: Counter;
let anyone: Desk;
beforeAll(async () => {
  counter = await openCounter();
  anyone = await counter.office.as();
}, 60_000);
afterAll(() => counter.close());

const on = '2020-08-04';
const freeOn = async (day = on) => (await counter.slots(day)).filter(({ free }) => free > 0) as [Slot, Slot, ...Slot[]];
type Way = (act: string, body?: object) => Promise<Answer>;
/** A booking and the three ways to it: by its number, by its ticket, and by the desk that has its holder on the phone. */
async function booked(day = on): Promise<{ bookingNo: string; own: Way; ticket: Way; desk: Way; holder: Desk }> {
  const holder = counter.someone();
  const [slot] = await freeOn(day);
  const { bookingNo = '', token = '' } = await counter.book(holder, slot.at);
  return {
    bookingNo,
    holder,
    own: (act, body) => holder.post(`/appointments/${bookingNo}/${act}`, body),
    ticket: (act, body) => anyone.post(`/appointments/tickets/${token}/${act}`, body),
    desk: (act, body) => counter.planner.post(`/appointments/rebookings/${bookingNo}/${act}`, body),
  };
}
const codes = async (ways: readonly Way[], act: string, body: object) =>
  Promise.all(ways.map(async (way) => (await way(act, body)).body['code']));
const both = (code: string) => [code, code];

test('a move is refused for the reasons for which a booking is', async () => {
  const { bookingNo, own, ticket, holder } = await booked();
  const ways = [own, ticket];
  const [, slot] = await freeOn();
  expect(await codes(ways, 'move', { at: slot.at, venue: 'nowhere' })).toEqual(both('unknown_venue'));
  expect(await codes(ways, 'move', { at: '2020-08-29T01:30:00Z' })).toEqual(both('not_released'));
  expect(await codes(ways, 'move', { at: '2020-08-04T01:31:00Z' })).toEqual(both('not_a_slot'));
  expect(await codes(ways, 'move', { at: slot.at, party: 9 })).toEqual(both('party_too_large'));
  expect(await codes(ways, 'move', { at: slot.at, version: 99 })).toEqual(both('stale_version'));
  const full = (await freeOn('2020-08-05'))[0];
  for (let left = full.free; left > 0; left -= 1) await counter.hold(counter.someone(), full.at);
  expect(await codes(ways, 'move', { at: full.at })).toEqual(both('slot_taken'));
  const other = (await freeOn('2020-08-06'))[0];
  await counter.book(holder, other.at);
  expect(await codes(ways, 'move', { at: other.at })).toEqual(both('booked_already'));
  await counter.sql(`update appointments.booking set item_code = 'gone' where booking_no = $1`, [bookingNo]);
  expect(await codes(ways, 'move', { at: slot.at })).toEqual(both('unknown_item'));
  await counter.sql(`update appointments.booking set item_code = null, service_group = 'Z' where booking_no = $1`, [bookingNo]);
  expect(await codes(ways, 'move', { at: slot.at })).toEqual(both('not_bookable_here'));
});

test('staff who list bookings are not given the links that change them', async () => {
  const { holder } = await booked('2020-08-10');
  const links = async (rows: Answer) => (rows.body['rows'] as { ticketUrl: string }[]).map(({ ticketUrl }) => ticketUrl.slice(0, 3));
  expect(await links(await holder.get('/appointments'))).toEqual(['/b/']);
  expect(await links(await counter.planner.get(`/appointments?venue=${hall}&on=2020-08-10`))).toEqual(['']);
});

test('nobody moves into a closed time', async () => {
  const admin = await counter.office.as('admin');
  const { own, ticket } = await booked('2020-08-07');
  const late = counter.someone();
  const { holdId } = (await counter.hold(late, '2020-08-11T01:30:00.000Z')).body;
  expect((await late.post('/appointments', { holdId, caseNo: 'any' })).status).toBe(400);
  const suspended = await admin.post('/channels/suspensions', {
    scope: { venue: hall },
    channels: ['appointment'],
    from: '2020-08-11T00:00:00+08:00',
    until: '2020-08-12T00:00:00+08:00',
    reason: { 'zh-Hans': '消杀' },
  });
  expect(suspended.status).toBe(201);
  expect(await codes([own, ticket], 'move', { at: '2020-08-11T01:30:00.000Z' })).toEqual(both('channel_closed'));
  expect((await late.post('/appointments', { holdId })).body['code']).toBe('channel_closed');
});

test('a booking is cancelled, answered and moved only while it can be', async () => {
  const { bookingNo, own, ticket, desk } = await booked('2020-07-30');
  const three = [own, ticket, desk];
  const accept = { choice: 'accept' };
  expect(await codes([own, ticket], 'cancel', { version: 99 })).toEqual(both('stale_version'));
  expect(await codes(three, 'answer', { ...accept, version: 99 })).toEqual([...both('stale_version'), 'stale_version']);
  expect(await codes(three, 'answer', accept)).toEqual([...both('wrong_state'), 'wrong_state']);
  await counter.sql(`update appointments.booking set state = 'displaced', lapsed_at = now(), was_at = starts_at where booking_no = $1`, [
    bookingNo,
  ]);
  expect(await codes(three, 'answer', accept)).toEqual([...both('offer_expired'), 'offer_expired']);
  await counter.sql(`update appointments.booking set state = 'confirmed' where booking_no = $1`, [bookingNo]);
  counter.pass(2 * 86_400_000);
  expect(await codes([own, ticket], 'cancel', {})).toEqual(both('too_late'));
  expect(await codes([own, ticket], 'move', { at: '2020-08-11T01:30:00.000Z' })).toEqual(both('too_late'));
  expect(await codes(three, 'answer', accept)).toEqual([...both('too_late'), 'too_late']);
  await counter.sql(`update appointments.booking set state = 'missed' where booking_no = $1`, [bookingNo]);
  expect(await codes([own, ticket], 'cancel', {})).toEqual(both('wrong_state'));
  expect(await codes([own, ticket], 'move', { at: '2020-08-11T01:30:00.000Z' })).toEqual(both('wrong_state'));
  expect((await counter.planner.post('/appointments/rebookings/HC7K-4M2P-9XQ6/answer', accept)).status).toBe(404);
});

test('times, days and the waiting list say what cannot be asked for', async () => {
  const ask = async (path: string) => (await anyone.get(`/appointments/${path}`)).body['code'];
  expect(await ask(`slots?venue=${hall}&group=Z&on=${on}`)).toBe('not_bookable_here');
  expect(await ask(`slots?venue=nowhere&on=${on}`)).toBe('unknown_venue');
  expect(await ask('days?venue=nowhere')).toBe('unknown_venue');
  expect(await ask(`days?venue=${hall}&item=nothing`)).toBe('unknown_item');
  await counter.sql(
    `update appointments.plan set body = jsonb_set(body, '{services}', '[{"group": "A", "cells": 2, "items": ["x"]}]') where place = 'beidu-centre'`,
  );
  await counter.sql(`update appointments.plan_edition set edition = edition + 1`);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const citizen = await counter.office.as('citizen');
  const wish = { venue: 'beidu-centre', item, fromOn: on, untilOn: on };
  expect((await citizen.post('/appointments/waitlist', wish)).body['code']).toBe('not_bookable_here');
});
