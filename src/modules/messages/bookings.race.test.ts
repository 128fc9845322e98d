import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import type { Fact } from '#kernel/module.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { reactions, routines } from './reactions.ts';

const hall = 'hechuan-hall';
const item = '440131904206';
const hourMs = 3_600_000;

let office: Office;
let owner: pg.Client;
let shiftMs = 0;
let seen = 0;

type Text = { phone: string; language: string; body: string; state: string };
type Notice = { kind: string; title: string; body: string; link: string };

beforeAll(async () => {
  office = await openOffice({ TONGBAN_NOW: '2020-07-29T09:03:00+08:00', PUBLIC_URL: 'https://zw.hechuan.cn' });
  const { now } = office.app;
  Object.assign(office.app, { now: () => new Date(now().getTime() + shiftMs) });
  owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await office.close();
});

async function ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query(sql, values)).rows as Row[];
}

/** Lets this module react to every fact there is, and to the facts that follow from that. */
async function react(from = seen): Promise<void> {
  for (;;) {
    const rows = await ask<Fact & { fact_id: string }>('select * from kernel.outbox where fact_id > $1 order by fact_id', [from]);
    if (rows.length === 0) return;
    for (const row of rows)
      for (const reaction of reactions)
        if (reaction.on === `${row.module}.${row.kind}`)
          await reaction.run(jobOf(office.app, 'messages'), { ...row, factId: Number(row.fact_id) });
    from = Number(rows.at(-1)?.fact_id);
    seen = Math.max(seen, from);
  }
}

const texts = (phone: string) =>
  ask<Text>('select phone, language, body, state from messages.text_message where phone = $1 order by at', [phone]);
const notices = async (desk: Desk) => (await desk.get('/messages/notices')).body['rows'] as Notice[];

async function timesOn(desk: Desk, on: string): Promise<string[]> {
  const { body } = await desk.get(`/appointments/slots?venue=${hall}&item=${item}&on=${on}`);
  return (body['rows'] as { at: string; free: number }[]).filter(({ free }) => free > 0).map(({ at }) => at);
}

async function book(desk: Desk, on: string) {
  const held = await desk.post('/appointments/holds', { venue: hall, item, at: (await timesOn(desk, on))[3] });
  return (await desk.post('/appointments', { holdId: held.body['holdId'] })).body as { bookingNo: string; token: string };
}

describe('who has booked', () => {
  test('is told in the inbox and by a text message that leads to the ticket, and of every change', async () => {
    const citizen = await office.as('citizen');
    const { bookingNo, token } = await book(citizen, '2020-07-31');
    await react();
    const [notice] = await notices(citizen);
    expect(notice).toMatchObject({ kind: 'bookingMade', link: `/b/${token}` });
    expect(notice?.body).toContain(bookingNo);
    const [text] = await texts('0600-620 5521');
    expect(text).toMatchObject({ state: 'sent', language: 'zh-Hans' });
    expect(text?.body).toMatch(/^【.+】7月31日 .+https:\/\/zw\.hechuan\.cn\/t\/[\w-]{10}$/);
    const short = text?.body.split('https://zw.hechuan.cn')[1] ?? '';
    const landing = await office.http.inject({ url: short });
    expect([landing.statusCode, landing.headers.location]).toEqual([303, `/zh-Hans/b/${token}`]);
    const times = await timesOn(citizen, '2020-08-01');
    await citizen.post(`/appointments/${bookingNo}/move`, { at: times[6] });
    await react();
    await citizen.post(`/appointments/${bookingNo}/cancel`, {});
    await react();
    expect((await notices(citizen)).slice(0, 3).map(({ kind }) => kind)).toEqual(['bookingCancelled', 'bookingMoved', 'bookingMade']);
    expect(await texts('0600-620 5521')).toHaveLength(3);
  });

  test('is not told what has changed since by the time it would be said', async () => {
    const enterprise = await office.as('enterprise');
    const { bookingNo } = await book(enterprise, '2020-08-05');
    await enterprise.post(`/appointments/${bookingNo}/cancel`, {});
    await react();
    expect((await notices(enterprise)).map(({ kind }) => kind)).toEqual(['bookingCancelled']);
  });

  test('is told the same thing once, however often the job runs', async () => {
    const before = (await texts('0600-620 5521')).length;
    await react(0);
    expect(await texts('0600-620 5521')).toHaveLength(before);
  });

  test('needs no account: who called is told at the number they gave', async () => {
    const hotline = await office.as('hotline');
    const people = [{ name: '王小满', phone: '0600-620 8001' }];
    const { body } = await hotline.post('/appointments/batches', { venue: hall, item, on: '2020-07-31', people });
    expect(body['booked']).toBe(1);
    await react();
    expect((await texts('0600-620 8001')).map(({ state }) => state)).toEqual(['sent']);
  });

  test('is not woken: what can wait until morning waits, what is on that day does not', async () => {
    shiftMs = 13 * hourMs;
    const elder = await office.as('elder');
    await book(elder, '2020-08-03');
    await react();
    expect((await texts('0600-620 5538')).map(({ state }) => state)).toEqual(['queued']);
    shiftMs += 10 * hourMs;
    await routines.find(({ name }) => name === 'end-quiet-hours')?.run(jobOf(office.app, 'messages'));
    await react();
    expect((await texts('0600-620 5538')).map(({ state }) => state)).toEqual(['sent']);
  });

  test('is reminded in words of the day before and of the day itself', async () => {
    const enterprise = await office.as('enterprise');
    const { bookingNo } = await book(enterprise, '2020-08-04');
    const remind = async (factId: number, at: string) => {
      shiftMs += new Date(at).getTime() - office.app.now().getTime();
      const fact = { factId, module: 'appointments', kind: 'booking_reminder_due', payload: { bookingNo }, at: office.app.now() };
      for (const { on, run } of reactions) if (on === 'appointments.booking_reminder_due') await run(jobOf(office.app, 'messages'), fact);
    };
    await remind(-1, '2020-08-03T09:00:00+08:00');
    await remind(-2, '2020-08-04T07:00:00+08:00');
    expect((await notices(enterprise)).slice(0, 2).map(({ kind }) => kind)).toEqual(['bookingToday', 'bookingTomorrow']);
  });
});

test('a short address that was never made leads nowhere', async () => {
  expect((await office.http.inject({ url: '/t/0000000000' })).statusCode).toBe(404);
});
