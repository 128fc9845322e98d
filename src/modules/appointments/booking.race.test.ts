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

const freeAt = async (at: string) => (await counter.slots(at.slice(0, 10))).find((slot) => slot.at === at)?.free;
const freeOn = async (on: string) => (await counter.slots(on)).filter((slot) => slot.free > 1) as [Slot, Slot, ...Slot[]];
const minuteMs = 60_000;

test('a time is held, booked, moved and cancelled, and its places are counted at each step', async () => {
  const [first, second] = await freeOn('2020-07-31');
  const citizen = counter.someone();
  const held = await counter.hold(citizen, first.at);
  expect(held).toMatchObject({ status: 201, body: { at: first.at, windowGroup: 'A' } });
  expect(await freeAt(first.at)).toBe(first.free - 1);
  const booked = await citizen.post('/appointments', { holdId: held.body['holdId'], phone: '0600-610 9999' });
  expect(booked).toMatchObject({ status: 201, body: { at: first.at, state: 'confirmed', venue: hall } });
  const { bookingNo, version, token } = booked.body as Record<string, string>;
  const again = await citizen.post('/appointments', { holdId: held.body['holdId'] });
  expect(again.body).toMatchObject({ bookingNo, token });
  const moved = await citizen.post(`/appointments/${bookingNo}/move`, { at: second.at, version });
  expect(moved).toMatchObject({ status: 200, body: { at: second.at, bookingNo } });
  expect(await freeAt(second.at)).toBe(second.free - 1);
  expect((await citizen.get('/appointments')).body['rows']).toMatchObject([{ bookingNo, at: second.at }]);
  expect((await citizen.get(`/appointments/${bookingNo}`)).body).toMatchObject({ bookingNo });
  expect((await counter.someone().post(`/appointments/${bookingNo}/cancel`)).status).toBe(404);
  expect((await citizen.post(`/appointments/${bookingNo}/cancel`, { version: 1 })).body['code']).toBe('stale_version');
  const anyone = await counter.office.as();
  expect((await anyone.get(`/appointments/tickets/${token}`)).body).toMatchObject({ bookingNo, state: 'confirmed' });
  const cancelled = await anyone.post(`/appointments/tickets/${token}/cancel`);
  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect((await anyone.post(`/appointments/tickets/${token}/cancel`)).body['code']).toBe('wrong_state');
  expect((await anyone.post(`/appointments/tickets/${token}/move`, { at: first.at })).body['code']).toBe('wrong_state');
  expect((await anyone.post(`/appointments/tickets/${token}/answer`, { choice: 'accept' })).body['code']).toBe('wrong_state');
  expect((await anyone.get(`/appointments/tickets/${token}x`)).status).toBe(404);
});

test('a freed place is not seen by others at once, and comes back within the hour', async () => {
  const [slot] = await freeOn('2020-08-03');
  const citizen = counter.someone();
  const { bookingNo } = await counter.book(citizen, slot.at);
  await citizen.post(`/appointments/${bookingNo}/cancel`);
  expect(await freeAt(slot.at)).toBe(slot.free - 1);
  counter.pass(61 * minuteMs);
  expect(await freeAt(slot.at)).toBe(slot.free);
});

test('an expired hold is free at once, without anybody tidying up, and confirms only while nobody took its place', async () => {
  const slot = (await freeOn('2020-08-04'))[0];
  const all = await Promise.all(Array.from({ length: slot.free }, () => counter.hold(counter.someone(), slot.at)));
  expect(all.every(({ status }) => status === 201)).toBe(true);
  const refused = await counter.hold(counter.someone(), slot.at);
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'slot_taken', facts: { alternatives: [{ venue: hall }, { venue: hall }, { venue: hall }] } },
  });
  counter.pass(5 * minuteMs + 1);
  expect(await freeAt(slot.at)).toBe(slot.free);
  const late = counter.someone();
  expect((await late.post('/appointments', { holdId: all[0]?.body['holdId'] })).status).toBe(201);
  const others = await Promise.all(Array.from({ length: slot.free }, () => counter.hold(counter.someone(), slot.at)));
  expect(others.filter(({ status }) => status === 201)).toHaveLength(slot.free - 1);
  const gone = await Promise.all(all.slice(1).map(({ body }) => late.post('/appointments', { holdId: body['holdId'] })));
  expect(gone.map(({ body }) => body['code'])).toEqual(gone.map(() => 'hold_expired'));
  expect((await late.post('/appointments', { holdId: '0198c0de-0000-7000-8000-000000000000' })).status).toBe(404);
});

test('a new hold gives the earlier one back, a dropped one is free at once, the same key gives the same answer', async () => {
  const [first, second] = await freeOn('2020-08-05');
  const citizen = counter.someone();
  const body = { venue: hall, item, at: first.at };
  const one = await citizen.post('/appointments/holds', body, { 'idempotency-key': 'k' });
  const replay = await citizen.post('/appointments/holds', body, { 'idempotency-key': 'k' });
  expect(replay.body).toEqual(one.body);
  expect(await freeAt(first.at)).toBe(first.free - 1);
  const two = await counter.hold(citizen, second.at);
  expect([await freeAt(first.at), await freeAt(second.at)]).toEqual([first.free, second.free - 1]);
  expect((await citizen.post(`/appointments/holds/${two.body['holdId'] as string}/drop`)).body).toEqual({ dropped: true });
  expect((await citizen.post(`/appointments/holds/${two.body['holdId'] as string}/drop`)).body).toEqual({ dropped: false });
  expect((await citizen.post('/appointments/holds/0198c0de-0000-7000-8000-000000000000/drop')).status).toBe(404);
  expect(await freeAt(second.at)).toBe(second.free);
});

test('says why a time cannot be had', async () => {
  const [slot, other] = await freeOn('2020-08-06');
  const citizen = counter.someone();
  const code = async (answer: ReturnType<typeof counter.hold>) => (await answer).body['code'];
  expect(await code((await counter.office.as()).post('/appointments/holds', { venue: hall, item, at: slot.at }))).toBe('sign_in_needed');
  expect(await code(counter.hold(citizen, slot.at, { venue: 'nowhere' }))).toBe('unknown_venue');
  expect(await code(counter.hold(citizen, slot.at, { item: 'nothing' }))).toBe('unknown_item');
  expect(await code(counter.hold(citizen, slot.at, { group: 'Z' }))).toBe('not_bookable_here');
  expect(await code(counter.hold(citizen, slot.at, { party: 3 }))).toBe('party_too_large');
  expect(await code(counter.hold(citizen, '2020-08-06T01:07:00Z'))).toBe('not_a_slot');
  expect(await code(counter.hold(citizen, '2020-07-28T01:30:00Z'))).toBe('not_a_slot');
  expect(await code(counter.hold(citizen, '2020-08-28T00:30:00Z'))).toBe('not_released');
  const visitor = { name: '甲', phone: '0600-610 8888' };
  expect(await code(counter.hold(citizen, slot.at, { for: visitor }))).toBe('forbidden');
  await counter.book(citizen, slot.at);
  expect(await code(counter.hold(citizen, other.at))).toBe('booked_already');
  expect((await counter.office.as().then((desk) => desk.get('/appointments/slots?venue=nowhere&on=2020-08-06'))).status).toBe(404);
  expect((await citizen.get(`/appointments/slots?venue=${hall}&item=nothing&on=2020-08-06`)).body['code']).toBe('unknown_item');
  expect((await citizen.get(`/appointments/days?venue=${hall}&group=Z`)).body['code']).toBe('not_bookable_here');
  expect((await citizen.get('/appointments/halls?item=nothing')).body['code']).toBe('unknown_item');
  expect((await citizen.get(`/appointments?venue=${hall}`)).body['code']).toBe('forbidden');
  expect((await counter.planner.get('/appointments?venue=nowhere')).body['code']).toBe('unknown_venue');
});

test('a phone counts once, with and without its country', async () => {
  const [first, second] = await freeOn('2020-08-07');
  const code = async (at: string, phone: string) => {
    const held = await counter.hold(counter.planner, at, { for: { name: '甲', phone } });
    return held.body['code'] ?? (await counter.planner.post('/appointments', { holdId: held.body['holdId'] })).status;
  };
  expect(await code(first.at, '0600-610 7001')).toBe(201);
  for (const phone of ['+86 600 610 7001', '0086 0600-610 7001', '06006107001', '+84 600 610 7001'])
    expect(await code(second.at, phone)).toBe('booked_already');
});

test('what has begun can no longer be changed', async () => {
  const slot = (await freeOn('2020-07-29'))[0];
  const citizen = counter.someone();
  const { bookingNo } = await counter.book(citizen, slot.at);
  counter.pass(new Date(slot.at).getTime() - counter.now().getTime() + 1);
  expect((await citizen.post(`/appointments/${bookingNo}/cancel`)).body['code']).toBe('too_late');
});

test('halls, days and times tell what is free, closed and not released yet', async () => {
  const anyone = await counter.office.as();
  const halls = await anyone.get(`/appointments/halls?item=${item}`);
  expect(halls.body['rows']).toEqual(expect.arrayContaining([expect.objectContaining({ venue: hall, hasSpecialHall: true })]));
  const days = (await anyone.get(`/appointments/days?venue=${hall}&item=${item}&days=20`)).body['rows'] as { on: string; state: string }[];
  const stateOf = (on: string) => days.find((day) => day.on === on)?.state;
  expect([stateOf('2020-07-31'), stateOf('2020-08-02'), stateOf('2020-08-14')]).toEqual(['open', 'closed', 'not-released']);
});
