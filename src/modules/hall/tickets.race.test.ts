import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { withClient } from '#main/postgres/check.ts';
import type { Desk } from '#test/support/office.ts';
import { openHall, type QueueHall, venue } from './testing.ts';

let hall: QueueHall;
let desk: Desk;
let citizen: Desk;
let elder: Desk;
beforeAll(async () => {
  hall = await openHall();
  [desk, citizen, elder] = await Promise.all([hall.office.as('window'), hall.office.as('citizen'), hall.office.as('elder')]);
});
afterAll(() => hall.close());

const tickets = `/hall/${venue}/tickets`;
const item = '440131904206';
const sql = (text: string, values: unknown[] = []) => withClient(hall.office.ownerUrl, (client) => client.query(text, values));

async function book(who: Desk, on: string): Promise<{ bookingNo: string; at: string }> {
  const { body } = await who.get(`/appointments/slots?venue=${venue}&item=${item}&on=${on}`);
  const slot = (body['rows'] as { at: string; free: number }[]).find(({ free }) => free > 0);
  const held = await who.post('/appointments/holds', { venue, item, at: slot?.at });
  const { body: booked } = await who.post('/appointments', { holdId: held.body['holdId'] });
  return { bookingNo: booked['bookingNo'] as string, at: slot?.at as string };
}

/** Somebody in the building, as the door writes it. */
async function enter(area: 'hall' | 'special', { bookingNo, personKey }: { bookingNo?: string; personKey?: string } = {}): Promise<string> {
  const [visitId, screeningId] = [newId(), newId()];
  await sql(
    `insert into hall.screening (screening_id, venue_code, policy_version, outcome, local_day, device_at, at, received_at, by_name, source)
     values ($1, $2, (select min(version) from hall.policy), 'enter', '2020-08-03', now(), now(), now(), 'x', 'x')`,
    [screeningId, venue],
  );
  await sql(
    `insert into hall.visit (visit_id, venue_code, area, screening_id, booking_no, party, shown, person_key, local_day, entered_at)
     values ($1, $2, $3, $4, $5, 1, '林**', $6, '2020-08-03', '2020-08-03T01:00:00Z')`,
    [visitId, venue, area, screeningId, bookingNo ?? null, personKey ?? null],
  );
  return visitId;
}

describe('a number', () => {
  test('is taken by group or by item, and says who is ahead and how long it may take', async () => {
    const first = await desk.post(tickets, { group: 'B' });
    expect(first).toMatchObject({ status: 201, body: { ticketNo: 'B001', state: 'waiting', ahead: 0, waitMinutes: null, group: 'B' } });
    const clerk = await hall.sit('window2', 'B');
    const { body } = await desk.post(tickets, { item });
    expect(body).toMatchObject({ group: 'A', ticketNo: 'A001', kind: 'walk-in' });
    const second = await desk.post(tickets, { group: 'B' });
    expect(second.body).toMatchObject({ ahead: 1 });
    const wait = second.body['waitMinutes'] as { p50: number; p90: number };
    expect(wait.p50).toBeGreaterThan(0);
    expect(wait.p90).toBeGreaterThanOrEqual(wait.p50);
    const urgent = await desk.post(tickets, { group: 'B', priority: 'elderly' });
    expect(urgent.body).toMatchObject({ ticketNo: 'S001', kind: 'priority', ahead: 0 });
    expect((await clerk.act('call-next')).body['ticketNo']).toBe('S001');
    await clerk.act('serve');
    await clerk.act('finish');
    await clerk.act('close');
  });

  test('of a booking keeps its group and its place, once', async () => {
    const { bookingNo } = await book(citizen, '2020-08-03');
    expect((await elder.post(tickets, { bookingNo })).body.code).toBe('not_your_booking');
    const taken = await citizen.post(tickets, { bookingNo });
    expect(taken).toMatchObject({ status: 201, body: { kind: 'booked', group: 'A' } });
    expect((await desk.post(tickets, { bookingNo })).body).toMatchObject({
      code: 'has_ticket',
      facts: { ticketNo: taken.body['ticketNo'] },
    });
    const { rows } = await sql(`select state from appointments.booking where booking_no = $1`, [bookingNo]);
    expect(rows).toEqual([{ state: 'arrived' }]);
  });

  test('of a booking asked for many times at once is one number', async () => {
    const { bookingNo } = await book(elder, '2020-08-03');
    const answers = await Promise.all(Array.from({ length: 8 }, () => elder.post(tickets, { bookingNo })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'has_ticket')).toHaveLength(7);
  });

  test('is refused with the reason', async () => {
    const { bookingNo } = await book(citizen, '2020-08-04');
    const refused = async (who: Desk, body: object, path = tickets) => (await who.post(path, body)).body.code;
    expect(await refused(citizen, { bookingNo })).toBe('booking_of_another_day');
    expect(await refused(desk, { bookingNo: 'XXXX-XXXX-XXXX' })).toBe('unknown_booking');
    expect(await refused(citizen, { group: 'A' })).toBe('booking_needed');
    expect(await refused(desk, { group: 'Z' })).toBe('not_served_here');
    expect(await refused(desk, {})).toBe('not_served_here');
    expect(await refused(desk, { group: 'A', party: 3 })).toBe('party_too_large');
    expect(await refused(desk, { group: 'A' }, '/hall/nowhere/tickets')).toBe('unknown_venue');
    expect(await refused(await hall.office.as('window4'), { group: 'A' })).toBe('outside_your_unit');
    expect((await desk.get(`${tickets}/A999`)).body.code).toBe('not_found');
    expect((await (await hall.office.as('window4')).post(`${tickets}/B001/return`)).body.code).toBe('outside_your_unit');
    for (const list of ['queue', 'windows', 'board']) expect((await desk.get(`/hall/nowhere/${list}`)).body.code).toBe('unknown_venue');
  });

  test('of somebody in the special hall is served there, also when they come again the same day', async () => {
    const special = await enter('special', { personKey: 'somebody' });
    expect((await desk.post(tickets, { group: 'B', visitId: special })).body).toMatchObject({ special: true, ticketNo: 'T001' });
    const again = await enter('hall', { personKey: 'somebody' });
    expect((await desk.post(tickets, { group: 'B', visitId: again })).body).toMatchObject({ special: true });
    await sql(`update appointments.plan set body = jsonb_set(body, '{windows,11,groups}', '["A"]') where place = $1`, [venue]);
    await sql(`update appointments.plan_edition set edition = edition + 1`);
    await sleep(600);
    expect((await desk.post(tickets, { group: 'B', visitId: again })).body.code).toBe('special_hall_only');
  });
});

describe('the holder’s own page', () => {
  test('lets the visit be rated once, after it and within seven days', async () => {
    const { token } = (await desk.post(tickets, { group: 'C' })).body;
    const late = (await desk.post(tickets, { group: 'C' })).body['token'];
    const anybody = await hall.office.as();
    const rate = (level: number, of: unknown = token) => anybody.post(`/hall/tickets/${String(of)}/rate`, { level, comment: '快' });
    expect((await rate(5)).body.code).toBe('not_served_yet');
    expect((await rate(5, 'x'.repeat(40))).body.code).toBe('not_found');
    const clerk = await hall.sit('window3', 'C');
    for (const _ of [1, 2]) for (const name of ['call-next', 'serve', 'finish']) expect((await clerk.act(name)).status).toBeLessThan(300);
    await clerk.act('close');
    const answers = await Promise.all([rate(5), rate(1), rate(3)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'rated_already')).toHaveLength(2);
    hall.pass(8 * 86_400);
    expect((await rate(4, late)).body.code).toBe('rating_over');
  });
});
