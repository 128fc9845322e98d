import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { withClient } from '#main/postgres/check.ts';
import { lockNext, setTicket } from './queries/tickets.ts';
import { openHall, type QueueHall, venue } from './testing.ts';

let hall: QueueHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

describe('two clerks who call at once', () => {
  test('never call the same number, and nobody who waits is left out', async () => {
    const tickets = 300;
    const desk = await hall.office.as('window');
    for (let made = 0; made < tickets; made += 50)
      await Promise.all(Array.from({ length: 50 }, () => desk.post(`/hall/${venue}/tickets`, { group: 'B' })));
    const officers = ['window', 'window2', 'window3'];
    const windows = await hall.windowsOf('B');
    const clerks = await Promise.all(
      officers.map(async (name, index) => ({ desk: await hall.office.as(name), id: windows[index] as string })),
    );
    for (const { desk: own, id } of clerks) expect((await own.post(`/hall/windows/${id}/open`)).status).toBe(200);
    const called: string[] = [];
    await Promise.all(
      clerks.map(async ({ desk: own, id }) => {
        for (;;) {
          const [one, two] = await Promise.all([own.post(`/hall/windows/${id}/call-next`), own.post(`/hall/windows/${id}/call-next`)]);
          const done = [one, two].filter(({ status }) => status === 201);
          if (done.length === 0) return expect(one.body.code).toBe('nobody_waits');
          expect(done).toHaveLength(1);
          expect([one.body.code, two.body.code]).toContain('visitor_in_hand');
          called.push(done[0]?.body['ticketNo'] as string);
          await own.post(`/hall/windows/${id}/serve`);
          expect((await own.post(`/hall/windows/${id}/finish`)).status).toBe(200);
        }
      }),
    );
    expect(called).toHaveLength(tickets);
    expect(new Set(called).size).toBe(tickets);
    for (const { desk: own, id } of clerks) await own.post(`/hall/windows/${id}/close`);
  });

  test('a call repeated with its key gets the same visitor', async () => {
    const [id] = await hall.windowsOf('C');
    const desk = await hall.office.as('window');
    await desk.post(`/hall/windows/${id}/open`);
    for (let made = 0; made < 3; made += 1) await desk.post(`/hall/${venue}/tickets`, { group: 'C' });
    const again = () => desk.post(`/hall/windows/${id}/call-next`, {}, { 'idempotency-key': 'call-1' });
    const answers = [await again(), await again(), await again()];
    expect(new Set(answers.map(({ body }) => body['ticketNo'])).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    await desk.post(`/hall/windows/${id}/serve`);
    await desk.post(`/hall/windows/${id}/finish`);
    await desk.post(`/hall/windows/${id}/close`);
  });
});

test('twelve windows that empty a queue of two thousand call nobody twice', async () => {
  const total = 2000;
  const windows = Array.from({ length: 12 }, () => newId());
  const at = { venue: 'crowd', onDay: '2020-08-03' };
  await withClient(hall.office.ownerUrl, (client) =>
    client.query(
      `insert into hall.ticket (ticket_id, venue, on_day, series, no, ticket_no, service_group, kind, party, origin, language, taken_at, effective_at, state, token)
       select gen_random_uuid(), $1, $2, 'A', n, 'A' || n, 'A', case n % 3 when 0 then 'booked' else 'walk-in' end, 1, 'kiosk', 'vi', now() + n * interval '1 s',
         now() + (n - 900 * ((n % 3 = 0)::int)) * interval '1 s', 'waiting', 'crowd-' || n from generate_series(1, $3) n`,
      [at.venue, at.onDay, total],
    ),
  );
  const called: string[] = [];
  const callOnce = (windowId: string) =>
    hall.office.app.db.transaction(async (tx) => {
      const next = await lockNext(tx, { ...at, groups: ['A'], special: false, windowId, partyMax: 2 });
      if (next) await setTicket(tx, next, { state: 'done', windowId, firstCalledAt: hall.office.app.now() });
      return next?.ticketNo;
    });
  await Promise.all(
    windows.map(async (windowId) => {
      for (let ticketNo = await callOnce(windowId); ticketNo; ticketNo = await callOnce(windowId)) called.push(ticketNo);
    }),
  );
  expect(new Set(called).size).toBe(called.length);
  expect(called).toHaveLength(total);
});

test('an officer who opens two windows at once sits at one of them', async () => {
  const desk = await hall.office.as('window');
  const windows = (await hall.windowsOf('A')).slice(0, 3);
  const answers = await Promise.all(windows.map((id) => desk.post(`/hall/windows/${id}/open`)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.code === 'other_window_open')).toHaveLength(2);
  for (const id of windows) await desk.post(`/hall/windows/${id}/close`);
});

test('many who take a number at once get numbers of their own', async () => {
  const desk = await hall.office.as('window');
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => desk.post(`/hall/${venue}/tickets`, { group: 'A', priority: 'elderly' })),
  );
  expect(new Set(answers.map(({ body }) => body['ticketNo'])).size).toBe(60);
  expect(answers.every(({ body }) => /^S\d{3}$/.test(body['ticketNo'] as string))).toBe(true);
});

test('a number taken with the same key is the same number', async () => {
  const desk = await hall.office.as('window');
  const take = () => desk.post(`/hall/${venue}/tickets`, { group: 'A' }, { 'idempotency-key': 'kiosk-7-0001' });
  const answers = await Promise.all([take(), take(), take()]);
  const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => body['ticketNo']);
  expect(new Set(numbers).size).toBe(1);
});

test('the database itself refuses a second visitor at a window', async () => {
  const [id] = await hall.windowsOf('C');
  const second = withClient(hall.office.ownerUrl, (client) =>
    client.query(
      `update hall.ticket set state = 'called', window_id = $1 where ticket_id in (select ticket_id from hall.ticket where state = 'waiting' limit 2)`,
      [id],
    ),
  );
  await expect(second).rejects.toThrow(/ticket_at_window/);
});
