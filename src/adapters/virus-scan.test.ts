import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { openScanner } from './virus-scan.ts';

const eicar = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-' + 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*');
const pieces = (...parts: Uint8Array[]) => Readable.from(parts, { objectMode: true });
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A clamd that understands INSTREAM and answers with what the test tells it. */
async function stubClamd(answer: (file: Buffer) => string | undefined, rude = false): Promise<string> {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      if (rude) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      got = Buffer.concat([got, chunk]);
      const file = fileIn(got);
      const said = file && answer(file);
      if (said !== undefined) socket.end(said);
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `tcp://127.0.0.1:${(server.address() as { port: number }).port}`;
}

function fileIn(got: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (got.length < command.length) return undefined;
  expect(got.subarray(0, command.length).toString()).toBe(command);
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

test('the scanner receives exactly the file, however it is cut, and its verdict is told', async () => {
  const seen: Buffer[] = [];
  const clamdUrl = await stubClamd((file) => {
    seen.push(file);
    return file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
  });
  const scanner = openScanner({ clamdUrl });
  const big = Buffer.alloc(3_000_000, 7);
  expect(await scanner.scan(pieces(big.subarray(0, 1), Buffer.alloc(0), big.subarray(1)))).toEqual({ verdict: 'clean' });
  expect(await scanner.scan(pieces(eicar.subarray(0, 20), eicar.subarray(20)))).toEqual({
    verdict: 'infected',
    name: 'Eicar-Test-Signature',
  });
  expect(await scanner.scan(pieces())).toEqual({ verdict: 'clean' });
  expect(seen[0]?.equals(big)).toBe(true);
});

test('what the scanner could not look into is unreadable, never clean', async () => {
  const say = async (answer: string) => openScanner({ clamdUrl: await stubClamd(() => answer) }).scan(pieces(eicar));
  expect(await say('stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0')).toMatchObject({ verdict: 'unreadable' });
  expect(await say('stream: Heuristics.Encrypted.PDF FOUND\0')).toMatchObject({ verdict: 'unreadable' });
  await expect(say('stream: Can’t allocate memory ERROR\0')).rejects.toThrow('allocate memory');
  await expect(say('')).rejects.toThrow('hung up without an answer');
});

test('a scanner that hangs up in the middle of a large file is heard', async () => {
  const clamdUrl = await stubClamd(() => undefined, true);
  const endless = Readable.from(
    (function* () {
      for (let i = 0; i < 400; i += 1) yield Buffer.alloc(100_000);
    })(),
  );
  expect(await openScanner({ clamdUrl }).scan(endless)).toEqual({ verdict: 'unreadable', why: 'size limit' });
});

test('a scanner that hangs or is not there makes the scan reject', async () => {
  const clamdUrl = await stubClamd(() => undefined);
  await expect(openScanner({ clamdUrl, timeoutMs: 100 }).scan(pieces(eicar))).rejects.toThrow('no answer in 100 ms');
  await expect(openScanner({ clamdUrl: 'tcp://127.0.0.1:1' }).scan(pieces(eicar))).rejects.toThrow('ECONNREFUSED');
  await expect(openScanner({ clamdUrl: 'unix:///nowhere.sock' }).scan(pieces(eicar))).rejects.toThrow('ENOENT');
});

test('a file that breaks off while it is read makes the scan reject', async () => {
  const clamdUrl = await stubClamd(() => undefined);
  const broken = async function* () {
    yield eicar;
    throw new Error('disk error');
  };
  await expect(openScanner({ clamdUrl, timeoutMs: 2_000 }).scan(broken())).rejects.toThrow('disk error');
});

test('the stand-in finds the EICAR file across pieces and says that it is a stand-in', async () => {
  const scanner = openScanner({});
  expect(scanner.standIn).toBe(true);
  expect(await scanner.scan(pieces(Buffer.from('%PDF'), eicar.subarray(0, 30), eicar.subarray(30)))).toMatchObject({ verdict: 'infected' });
  expect(await scanner.scan(pieces(Buffer.from('hello')))).toEqual({ verdict: 'clean' });
});

const hasClamd = spawnSync('clamd', ['--version']).status === 0;
describe.skipIf(!hasClamd)('a real clamd (Debian package clamav-daemon)', () => {
  /** Its own signature file, because the public ones come by network: the bytes of EICAR, anywhere in a file. */
  async function startClamd(): Promise<{ clamdUrl: string; child: ChildProcess }> {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    await writeFile(join(folder, 'own.ndb'), `Own-Eicar:0:*:${eicar.toString('hex')}\n`);
    const socket = join(folder, 'clamd.sock');
    const settings = {
      LocalSocket: socket,
      DatabaseDirectory: folder,
      Foreground: 'yes',
      StreamMaxLength: '1M',
      TemporaryDirectory: folder,
    };
    await writeFile(
      join(folder, 'clamd.conf'),
      Object.entries(settings)
        .map((pair) => `${pair.join(' ')}\n`)
        .join(''),
    );
    const child = spawn('clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    closers.push(() => child.kill('SIGKILL'));
    return { clamdUrl: `unix://${socket}`, child };
  }

  test('finds the EICAR file, passes a clean one, and calls a file over its limit unreadable', { timeout: 60_000 }, async () => {
    const { clamdUrl, child } = await startClamd();
    const scanner = openScanner({ clamdUrl });
    const once = () => scanner.scan(pieces(Buffer.from('hello'))).catch(() => undefined);
    let first = await once();
    while (!first && child.exitCode === null) {
      await wait(200);
      first = await once();
    }
    expect(first).toEqual({ verdict: 'clean' });
    expect(await scanner.scan(pieces(Buffer.from('before '), eicar))).toMatchObject({
      verdict: 'infected',
      name: expect.stringContaining('Eicar'),
    });
    expect(await scanner.scan(pieces(Buffer.alloc(3_000_000)))).toMatchObject({ verdict: 'unreadable' });
  });
});
