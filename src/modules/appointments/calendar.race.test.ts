import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counter, openCounter, type Slot } from './testing.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
}, 60_000);
afterAll(() => counter.close());

/** The entry as another program's calendar reads it. */
async function entryOf(token: string) {
  const { body, headers } = await counter.office.http.inject({
    url: `/api/v1/appointments/tickets/${token}/calendar.ics`,
    headers: { 'accept-language': 'vi' },
  });
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const calendar = new ICAL.Component(ICAL.parse(body) as never);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as never);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    from: event.startDate.toJSDate().toISOString(),
    until: event.endDate.toJSDate().toISOString(),
    location: event.location,
    status: event.component.getFirstPropertyValue('status'),
  };
}

test('a calendar takes the booking in, moves it and takes it away: one UID, a rising SEQUENCE, METHOD:CANCEL', async () => {
  const [first, second] = (await counter.slots('2020-08-03')).filter(({ free }) => free > 0) as [Slot, Slot];
  const citizen = counter.someone();
  const { bookingNo, token = '', until } = await counter.book(citizen, first.at);
  const booked = await entryOf(token);
  expect(booked).toMatchObject({ method: 'PUBLISH', uid: `${bookingNo}@tongban`, from: first.at, until, status: 'CONFIRMED' });
  expect(booked.location).toContain('Đại sảnh');
  await citizen.post(`/appointments/${bookingNo}/move`, { at: second.at });
  const moved = await entryOf(token);
  expect(moved).toMatchObject({ method: 'PUBLISH', uid: booked.uid, from: second.at });
  expect(moved.sequence).toBeGreaterThan(booked.sequence);
  await citizen.post(`/appointments/${bookingNo}/cancel`);
  const gone = await entryOf(token);
  expect(gone).toMatchObject({ method: 'CANCEL', uid: booked.uid, status: 'CANCELLED' });
  expect(gone.sequence).toBeGreaterThan(moved.sequence);
});
