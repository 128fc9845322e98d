import { connect, type Socket } from 'node:net';
import { finished, pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

/** `unreadable`: the scanner could not look inside (encrypted, over its limits), so nobody may rely on it. */
export type Verdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly name: string }
  | { readonly verdict: 'unreadable'; readonly why: string };
export type Scanner = { readonly standIn: boolean; scan(body: AsyncIterable<Uint8Array>): Promise<Verdict> };

/** `clamdUrl` is `tcp://host:port` or `unix:///path`. A scanner that is away, too slow or in trouble makes `scan` reject, so that the job is tried again. */
export function openScanner({
  clamdUrl,
  timeoutMs = 120_000,
}: {
  readonly clamdUrl?: string | undefined;
  readonly timeoutMs?: number;
}): Scanner {
  if (!clamdUrl) return { standIn: true, scan: scanForTestFile };
  const url = new URL(clamdUrl);
  const address =
    url.protocol === 'unix:' ? { path: decodeURIComponent(url.pathname) } : { host: url.hostname, port: Number(url.port || 3310) };
  return { standIn: false, scan: (body) => ask(connect(address), body, timeoutMs) };
}

async function ask(socket: Socket, body: AsyncIterable<Uint8Array>, timeoutMs: number): Promise<Verdict> {
  const timer = setTimeout(() => socket.destroy(new Error(`the virus scanner gave no answer in ${timeoutMs} ms`)), timeoutMs);
  let answer = '';
  socket.setEncoding('utf8').on('data', (piece: string) => {
    answer += piece;
  });
  const sending = pipeline(
    frames(body, () => answer !== ''),
    socket,
    { end: false },
  );
  sending.catch((error: Error) => socket.destroy(error));
  const [sent, ended] = await Promise.allSettled([sending, finished(socket)]);
  clearTimeout(timer);
  if (answer.endsWith('\0')) return read(answer.slice(0, -1));
  const failed = [sent, ended].find((one) => one.status === 'rejected');
  throw failed?.reason ?? new Error('the virus scanner hung up without an answer');
}

/**
 * INSTREAM: pieces, each after its length in four bytes; a piece of length zero ends the file. clamd may answer and hang up before it has read
 * everything, so each piece waits until what came in meanwhile is read: writing to a closed line would lose the answer.
 */
async function* frames(body: AsyncIterable<Uint8Array>, answered: () => boolean): AsyncIterable<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of body) {
    for (let at = 0; at < chunk.byteLength; at += pieceBytes) {
      await setImmediate();
      if (answered()) return;
      const piece = chunk.subarray(at, at + pieceBytes);
      yield Buffer.concat([lengthOf(piece.byteLength), piece]);
    }
  }
  yield lengthOf(0);
}

const pieceBytes = 65_536;

function lengthOf(bytes: number): Uint8Array {
  const header = Buffer.alloc(4);
  header.writeUInt32BE(bytes);
  return header;
}

function read(line: string): Verdict {
  if (line === 'stream: OK') return { verdict: 'clean' };
  const name = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (name)
    return /^Heuristics\.(Limits\.Exceeded|Encrypted)/.test(name) ? { verdict: 'unreadable', why: name } : { verdict: 'infected', name };
  if (/size limit exceeded/i.test(line)) return { verdict: 'unreadable', why: 'size limit' };
  throw new Error(`the virus scanner said: ${line.slice(0, 200)}`);
}

const testFile = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-', 'TEST-FILE!$H+H*'].join('');

/** The stand-in knows one virus: the harmless EICAR test file. */
async function scanForTestFile(body: AsyncIterable<Uint8Array>): Promise<Verdict> {
  let tail = '';
  for await (const chunk of body) {
    tail += Buffer.from(chunk).toString('latin1');
    if (tail.includes(testFile)) return { verdict: 'infected', name: 'Eicar-Test-Signature' };
    tail = tail.slice(-testFile.length);
  }
  return { verdict: 'clean' };
}
