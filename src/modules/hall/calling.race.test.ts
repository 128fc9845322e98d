import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '#main/postgres/check.ts';
import type { Desk } from '#test/support/office.ts';
import { type Clerk, openHall, type QueueHall, venue } from './testing.ts';

let hall: QueueHall;
let desk: Desk;
beforeAll(async () => {
  hall = await openHall();
  desk = await hall.office.as('window');
});
afterAll(() => hall.close());

const take = async (body: object) => (await desk.post(`/hall/${venue}/tickets`, body)).body;
const sql = (text: string, values: unknown[] = []) => withClient(hall.office.ownerUrl, (client) => client.query(text, values));

const nowhere = '0198c0de-0000-7000-8000-000000000009';
const visiting = ['recall', 'serve', 'finish', 'no-show', 'park', 'move'];

/** Nobody waits any more from the test before. */
const sweep = () => sql(`update hall.ticket set state = 'lapsed' where state in ('waiting', 'missed', 'parked')`);

async function withClerk(group: string, work: (clerk: Clerk) => Promise<void>): Promise<void> {
  await sweep();
  const clerk = await hall.sit('window2', group);
  await work(clerk);
  for (const name of ['serve', 'finish', 'close']) await clerk.act(name);
}

describe('at the window', () => {
  test('a visitor is called, comes, is served and leaves', () =>
    withClerk('B', async ({ act }) => {
      const { ticketNo } = await take({ group: 'B' });
      expect((await act('call-next')).body).toMatchObject({ ticketNo, state: 'open', people: 0, ticket: { state: 'called', calls: 1 } });
      expect((await act('serve')).body).toMatchObject({ people: 1, ticket: { state: 'serving' } });
      expect((await act('serve')).status).toBe(200);
      expect((await act('finish')).body).toMatchObject({ ticketNo: null, people: 0 });
      const { body } = await desk.get(`/hall/${venue}/tickets/${String(ticketNo)}`);
      expect(body).toMatchObject({ state: 'done', ahead: 0, waitMinutes: null });
    }));

  test('is called three times at most; twice within five seconds is once', () =>
    withClerk('B', async ({ act }) => {
      await take({ group: 'B' });
      await act('call-next');
      const calls = async () => (await act('recall')).body['ticket'];
      expect(await calls()).toMatchObject({ calls: 1 });
      hall.pass(6);
      expect(await calls()).toMatchObject({ calls: 2 });
      hall.pass(6);
      expect(await calls()).toMatchObject({ calls: 3 });
      hall.pass(6);
      expect((await act('recall')).body.code).toBe('enough_calls');
      await act('serve');
      expect((await act('recall')).body.code).toBe('served_already');
      expect((await act('no-show')).body.code).toBe('served_already');
    }));

  test('is missed only after two calls, time to come, and while the window was free', () =>
    withClerk('B', async ({ act }) => {
      const { ticketNo } = await take({ group: 'B' });
      await act('call-next');
      expect((await act('no-show')).body).toMatchObject({ code: 'call_again_first', facts: { calls: 1, waitSeconds: 60 } });
      hall.pass(61);
      expect((await act('no-show')).body.code).toBe('call_again_first');
      await act('recall');
      hall.pass(61);
      await act('people', { people: 1 });
      expect((await act('no-show')).body.code).toBe('desk_not_free');
      await act('people', { people: 0 });
      expect((await act('no-show')).body).toMatchObject({ ticketNo: null });
      expect((await desk.get(`/hall/${venue}/tickets/${String(ticketNo)}`)).body).toMatchObject({ state: 'missed' });
    }));

  test('who missed the call comes back near the front, three times at most', () =>
    withClerk('B', async ({ act }) => {
      const first = (await take({ group: 'B' }))['ticketNo'];
      const later: unknown[] = [];
      expect((await desk.post(`/hall/${venue}/tickets/${String(first)}/return`)).body.code).toBe('ticket_not_away');
      await act('call-next');
      await act('park', { note: 'photo' });
      hall.pass(1200);
      later.push((await take({ group: 'B' }))['ticketNo']);
      hall.pass(600);
      expect((await desk.post(`/hall/${venue}/tickets/${String(first)}/return`)).body).toMatchObject({ state: 'waiting', ahead: 1 });
      expect((await act('call-next')).body['ticketNo']).toBe(later[0]);
      await act('serve');
      await act('finish');
      for (const _ of [1, 2]) {
        expect((await act('call-next')).body['ticketNo']).toBe(first);
        await act('park');
        expect((await desk.post(`/hall/${venue}/tickets/${String(first)}/return`)).status).toBe(200);
      }
      await act('call-next');
      await act('park');
      expect((await desk.post(`/hall/${venue}/tickets/${String(first)}/return`)).body.code).toBe('too_many_returns');
      expect((await desk.post(`/hall/${venue}/tickets/X999/return`)).body.code).toBe('not_found');
    }));

  test('is sent to another group or window with the place it had', () =>
    withClerk('B', async ({ act, windowId }) => {
      const { ticketNo } = await take({ group: 'B' });
      await act('call-next');
      expect((await act('move')).body.code).toBe('not_served_here');
      expect((await act('move', { group: 'Z' })).body.code).toBe('not_served_here');
      expect((await act('move', { toWindowId: windowId })).body.code).toBe('not_served_here');
      expect((await act('move', { group: 'C', note: 'wrong floor' })).status).toBe(200);
      const other = await hall.sit('window3', 'C');
      expect((await other.act('call-next')).body['ticketNo']).toBe(ticketNo);
      expect((await other.act('move', { toWindowId: windowId })).status).toBe(200);
      expect((await other.act('call-next')).body.code).toBe('nobody_waits');
      await other.act('close');
      expect((await act('call-next')).body['ticketNo']).toBe(ticketNo);
    }));

  test('never stand more people than its limit', () =>
    withClerk('B', async ({ act }) => {
      await take({ group: 'B', party: 2 });
      await act('call-next');
      expect((await act('serve', { people: 3 })).body).toMatchObject({ code: 'window_full', facts: { cap: 2 } });
      await act('serve');
      expect((await act('people', { people: 3 })).body.code).toBe('window_full');
      expect((await act('finish', { staying: 3 })).body.code).toBe('window_full');
      expect((await act('finish', { staying: 2 })).body).toMatchObject({ people: 2 });
      await take({ group: 'B' });
      expect((await act('call-next')).body.code).toBe('window_full');
      await act('people', { people: 1 });
      expect((await act('call-next')).status).toBe(201);
    }));
});

describe('a window', () => {
  test('is one officer’s at a time, is away only without a visitor, and calls only while it is open', () =>
    withClerk('B', async ({ act, windowId, desk: own }) => {
      const other = await hall.office.as('window3');
      expect((await other.post(`/hall/windows/${windowId}/open`)).body.code).toBe('window_taken');
      expect((await other.post(`/hall/windows/${windowId}/call-next`)).body.code).toBe('not_your_window');
      const [elsewhere] = await hall.windowsOf('C');
      expect((await own.post(`/hall/windows/${elsewhere}/open`)).body.code).toBe('other_window_open');
      expect((await act('call-next')).body.code).toBe('nobody_waits');
      expect((await act('serve')).body.code).toBe('nobody_called');
      await take({ group: 'B' });
      const { version } = (await act('call-next')).body;
      expect((await act('call-next')).body.code).toBe('visitor_in_hand');
      for (const name of ['pause', 'close']) expect((await act(name)).body.code).toBe('visitor_in_hand');
      expect((await act('finish')).body.code).toBe('not_served_yet');
      expect((await act('serve', { version: Number(version) - 1 })).body.code).toBe('stale_version');
      await act('serve', { version });
      await act('finish');
      expect((await act('pause')).body).toMatchObject({ state: 'paused', mine: true });
      expect((await act('pause')).status).toBe(200);
      expect((await act('call-next')).body.code).toBe('window_not_open');
      expect((await act('open')).body).toMatchObject({ state: 'open' });
    }));

  test('that nobody has opened is nobody’s', async () => {
    const [closed] = (await hall.windowsOf('C')).slice(-1);
    const own = await hall.office.as('window2');
    expect((await (await hall.office.as('window4')).post(`/hall/windows/${closed}/open`)).body.code).toBe('outside_your_unit');
    expect((await own.post(`/hall/windows/${closed}/close`)).body.code).toBe('not_found');
    await own.post(`/hall/windows/${closed}/open`);
    await own.post(`/hall/windows/${closed}/close`);
    expect((await own.post(`/hall/windows/${closed}/pause`)).body.code).toBe('not_your_window');
    expect((await own.post(`/hall/windows/${nowhere}/open`)).body.code).toBe('not_found');
  });

  test.each(['pause', 'close', 'call-next', 'recall', 'serve', 'people', 'finish', 'no-show', 'park', 'move'])(
    'is asked to %s by its officer, who saw its latest state',
    (name) =>
      withClerk('B', async ({ act, windowId }) => {
        const other = await hall.office.as('window3');
        const body = { people: 1 };
        expect((await other.post(`/hall/windows/${nowhere}/${name}`, body)).body.code).toBe('not_found');
        expect((await other.post(`/hall/windows/${windowId}/${name}`, body)).body.code).toBe('not_your_window');
        expect((await act(name, { ...body, version: 99_999 })).body.code).toBe('stale_version');
        if (visiting.includes(name)) expect((await act(name)).body.code).toBe('nobody_called');
      }),
  );

  test('that has changed is not opened over it', async () => {
    const [windowId] = await hall.windowsOf('C');
    expect((await desk.post(`/hall/windows/${windowId}/open`, { version: 99_999 })).body.code).toBe('stale_version');
  });
});
