import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { Bytes, Stored } from './object-store.ts';

/** Writes a body to a file that is on the disk when this returns, counting and hashing on the way. A body over the limit, or one that breaks off, leaves no file. */
export async function spool(path: string, body: Bytes, maxBytes: number): Promise<Stored | Refusal<'file_too_large'>> {
  const hash = createHash('sha256');
  let size = 0;
  async function* metered(): AsyncIterable<Uint8Array> {
    for await (const chunk of body instanceof Uint8Array ? [body] : body) {
      size += chunk.byteLength;
      if (size > maxBytes) return;
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(Readable.from(metered(), { objectMode: false }), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  if (size <= maxBytes) return { size, sha256: hash.digest('hex') };
  await rm(path, { force: true });
  return refuse('file_too_large', { maxBytes });
}
