import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { openSms, readTexts } from './sms.ts';

const message = { id: 'notice-1', to: '0600-620 5521', text: '禾川市政务服务中心：明天9:40有预约。', language: 'zh-Hans' };
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function gateway(status: number) {
  const received: { headers: Record<string, unknown>; body: unknown }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body: JSON.parse(body) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, received };
}

test('a gateway is told the number, the text and an id it can drop repetitions by, with its token', async () => {
  const { url, received } = await gateway(202);
  const sms = openSms({ smsUrl: url, token: 'secret', outboxFolder: '/nowhere' });
  expect(await sms.send(message)).toEqual({ refusal: undefined });
  expect(received[0]).toMatchObject({ body: message, headers: { 'idempotency-key': 'notice-1', authorization: 'Bearer secret' } });
});

test('a gateway that is away, busy or does not know us is tried again, one that says no is not', async () => {
  for (const status of [401, 429, 503])
    await expect(openSms({ smsUrl: (await gateway(status)).url, outboxFolder: '/nowhere' }).send(message)).rejects.toThrow(String(status));
  await expect(openSms({ smsUrl: 'http://127.0.0.1:1', outboxFolder: '/nowhere' }).send(message)).rejects.toThrow();
  expect(await openSms({ smsUrl: (await gateway(422)).url, outboxFolder: '/nowhere' }).send(message)).toEqual({ refusal: '422' });
});

test('without a gateway every message is a readable file, once per id', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sms-'));
  const sms = openSms({ outboxFolder: folder });
  await sms.send(message);
  await sms.send({ ...message, text: 'second' });
  expect(await readFile(join(folder, 'notice-1.txt'), 'utf8')).toContain(message.text);
  expect((await readTexts(folder, 5)).map(({ text: said }) => said)).toEqual([message.text]);
});
