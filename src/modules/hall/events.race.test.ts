import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from '#kernel/http/server.ts';
import { mountHallEvents } from './events.ts';
import { openHall, type QueueHall, venue } from './testing.ts';
import type { Board } from './contract/board.ts';

let hall: QueueHall;
let base: string;
const servers: { close: () => PromiseLike<unknown> }[] = [];
beforeAll(async () => {
  hall = await openHall();
  base = await listen();
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await hall.close();
});

/** A server of its own on the same database: it shares nothing with the one that takes the calls. */
async function listen(): Promise<string> {
  const http = await createServer(hall.office.app, {
    render: { page: async () => '', problem: async () => '' },
    drawFailure: () => '',
    fallbackLanguage: 'zh-Hans',
    assets: new URL('.', import.meta.url).pathname,
    trustProxy: 0,
    secureCookies: false,
  });
  mountHallEvents(http, hall.office.app);
  servers.push({ close: () => http.close() });
  return http.listen({ host: '127.0.0.1', port: 0 });
}

/** The messages of a stream as they come. */
async function* messages(path: string): AsyncGenerator<Board | 'ping'> {
  const ending = new AbortController();
  const answer = await fetch(`${base}/api/v1/hall/${path}`, { signal: ending.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const piece = await reader?.read();
        if (!piece || piece.done) return;
        text += piece.value;
        continue;
      }
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1] ?? '';
      text = text.slice(end + 2);
      yield data.startsWith('{') ? (JSON.parse(data) as Board) : 'ping';
    }
  } finally {
    ending.abort();
  }
}

test('a screen at another process hears of a call, and its version never goes back', async () => {
  const clerk = await hall.sit('window', 'A');
  const stream = messages(`${venue}/events?zone=all&lang=vi`);
  const first = (await stream.next()).value as Board;
  expect(first).toMatchObject({ venue, calls: [] });
  const { body } = await clerk.desk.post(`/hall/${venue}/tickets`, { group: 'A' });
  await clerk.act('call-next');
  let last = first;
  for await (const message of stream) {
    if (message === 'ping') continue;
    expect(message.version).toBeGreaterThanOrEqual(last.version);
    last = message;
    if (message.calls.length > 0) break;
  }
  expect(last.calls[0]).toMatchObject({ ticketNo: body['ticketNo'] });
  expect(last.venueName).toMatch(/Hòa Xuyên/);
  expect(JSON.stringify(last)).not.toMatch(/personId|bookingNo|token/);
  for (const name of ['serve', 'finish', 'close']) await clerk.act(name);
});

test('while nothing happens a ping says that the last snapshot still holds', async () => {
  const stream = messages(`${venue}/events`);
  await stream.next();
  hall.pass(4);
  let heard: Board | 'ping' | undefined;
  for await (const message of stream) {
    heard = message;
    if (message === 'ping') break;
    hall.pass(4);
  }
  expect(heard).toBe('ping');
});

test('a hall that is none has no stream', async () => {
  expect((await fetch(`${base}/api/v1/hall/nowhere/events`)).status).toBe(404);
});
