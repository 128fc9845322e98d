import { sniff } from '#adapters/sniff.ts';
import type { App, StoredFile } from '#kernel/app.ts';
import { sha256 } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { largestFile } from './contract.ts';
import { toFileName } from './rules.ts';
import { tools } from './settings.ts';

type Sent = Parameters<NonNullable<App['uploads']>['store']>[0];

/** Measures, judges by its bytes and puts away one posted file, before any transaction begins. */
export async function storeUpload({ name, stream }: Sent): Promise<StoredFile | Refusal> {
  const content = await gather(stream);
  if (!content) return refuse('too_large', { maxBytes: largestFile, limit: largestFile / 1_048_576 });
  const sniffed = await sniff(content);
  if (isRefusal(sniffed)) return refuse('unsupported_media_type', { why: sniffed.refused, ...sniffed.facts });
  const hash = sha256(content);
  const key = `files/${hash.slice(0, 2)}/${hash}`;
  const stored = await tools().store.put(key, content);
  if (isRefusal(stored)) return refuse('too_large', stored.facts);
  return { key, name: toFileName(name), bytes: content.length, sha256: hash, mediaType: sniffed.mediaType };
}

/** A form's part ends quietly at the server's limit and says so only in `truncated`. */
async function gather(stream: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size <= largestFile) pieces.push(piece);
  }
  const cut = 'truncated' in stream && stream.truncated === true;
  return cut || size > largestFile ? undefined : Buffer.concat(pieces);
}
