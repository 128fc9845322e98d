import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { openMail, readOutbox } from './mail.ts';

const from = '禾川市政务服务中心 <noreply@hechuan.example>';
const message = { id: 'notice-1', to: 'wang@example.org', subject: '您的申请已受理', text: '编号 HC20 0730 0001', language: 'zh-Hans' };
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Received = { raw: string; to: string[] };
type Session = { envelope: { rcptTo: { address: string }[] } };

async function listen(reply?: Error): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const keep = async (stream: NodeJS.ReadableStream, session: Session, done: (error?: Error) => void) => {
    received.push({ raw: await text(stream), to: session.envelope.rcptTo.map((one) => one.address) });
    done(reply);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream: NodeJS.ReadableStream, session: Session, done: (error?: Error) => void) => {
      void keep(stream, session, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received };
}

/** The decoded words of a header (RFC 2047), enough to read what we sent. */
function subjectOf(raw: string): string {
  const folded = /^Subject: (.*(?:\r?\n[ \t].*)*)/m.exec(raw)?.[1] ?? '';
  return folded.replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, body: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(body, 'base64').toString()
      : Buffer.from(
          body.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString(),
  );
}

test('Chinese and Vietnamese subjects arrive as they were written, with a stable message id', async () => {
  const { url, received } = await listen();
  const mail = openMail({ smtpUrl: url, outboxFolder: '/nowhere', from });
  const vietnamese = { ...message, id: 'notice-2', subject: 'Hồ sơ đã được tiếp nhận, hẹn trả kết quả ngày 03/8/2020', language: 'vi' };
  await mail.send(message);
  await mail.send(vietnamese);
  expect(received.map(({ raw }) => subjectOf(raw))).toEqual([message.subject, vietnamese.subject]);
  expect(received[0]?.raw).toContain('Message-ID: <notice-1@hechuan.example>');
  expect(received[1]?.raw).toContain('Content-Language: vi');
});

test('a recipient can only be one address, and a line break in a subject opens no header', async () => {
  const { url, received } = await listen();
  const mail = openMail({ smtpUrl: url, outboxFolder: '/nowhere', from });
  await mail.send({ ...message, subject: 'a\r\nBcc: all@example.org' });
  expect(received[0]?.to).toEqual(['wang@example.org']);
  expect(received[0]?.raw).not.toMatch(/^Bcc:/m);
  expect((await mail.send({ ...message, to: 'a@example.org, b@example.org' })).refusal).toBeDefined();
  expect(received).toHaveLength(1);
});

test('a server that is down or answers "later" makes sending reject', async () => {
  const later = await listen(Object.assign(new Error('try later'), { responseCode: 451 }));
  await expect(openMail({ smtpUrl: later.url, outboxFolder: '/nowhere', from }).send(message)).rejects.toThrow('try later');
  await expect(openMail({ smtpUrl: 'smtp://127.0.0.1:1', outboxFolder: '/nowhere', from }).send(message)).rejects.toThrow('ECONNREFUSED');
});

test('a recipient whom the server will never take is answered with its code, so that nobody tries again', async () => {
  const never = await listen(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
  expect(await openMail({ smtpUrl: never.url, outboxFolder: '/nowhere', from }).send(message)).toEqual({ refusal: '550' });
});

test('without a server every message is one readable file and one JSON file, once per id', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mail-'));
  const mail = openMail({ outboxFolder: folder, from });
  await mail.send({ ...message, id: '../case/1' });
  await mail.send({ ...message, id: '../case/1', text: 'second' });
  expect((await readdir(folder)).sort()).toEqual(['..%2Fcase%2F1.json', '..%2Fcase%2F1.txt']);
  expect(await readFile(join(folder, '..%2Fcase%2F1.txt'), 'utf8')).toContain('Subject: 您的申请已受理\n');
  expect(JSON.parse(await readFile(join(folder, '..%2Fcase%2F1.json'), 'utf8'))).toMatchObject({ text: message.text, from });
  expect(mail.standIn).toBe(true);
  await mail.send({ ...message, id: 'later' });
  expect((await readOutbox(folder, 1)).map(({ id, from: sender }) => [id, sender])).toEqual([['later', from]]);
  expect(await readOutbox(join(folder, 'nowhere'), 5)).toEqual([]);
});
