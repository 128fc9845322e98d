import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
// @ts-expect-error the package has no types
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from './object-store.ts';

const maxBytes = 1_000_000;
const body = Buffer.alloc(300_000, 'tongban 通办 ');
const sha256 = createHash('sha256').update(body).digest('hex');
const inPieces = () => Readable.from(Array.from({ length: 30 }, (_, i) => body.subarray(i * 10_000, (i + 1) * 10_000)));

async function keys(list: AsyncIterable<string>): Promise<string[]> {
  const found = [];
  for await (const key of list) found.push(key);
  return found;
}

let folder = '';
let s3: { close(): Promise<void> };
let s3Url = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
  await mkdir(join(folder, 's3'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'files' }],
  });
  const { port } = await server.run();
  s3 = server;
  s3Url = `s3://S3RVER:S3RVER@127.0.0.1:${port}/files?tls=0`;
});
afterAll(() => s3.close());

describe.each(['folder', 's3'])('a %s', (kind) => {
  const open = () => openStore({ folder: join(folder, 'files'), maxBytes, ...(kind === 's3' ? { s3Url } : {}) });

  test('gives back what was put, from bytes or a stream, with its size and SHA-256', async () => {
    const store = open();
    expect(await store.put('cases/a1/scan.pdf', body)).toEqual({ size: body.length, sha256 });
    expect(await store.put('cases/a2/scan.pdf', inPieces())).toEqual({ size: body.length, sha256 });
    for (const key of ['cases/a1/scan.pdf', 'cases/a2/scan.pdf'])
      expect(body.equals(await buffer((await store.get(key)) ?? Readable.from([])))).toBe(true);
  });

  test('lists by prefix, knows what it has, and removing twice is fine', async () => {
    const store = open();
    await store.put('list/x', body);
    await store.put('list/y/z', body);
    expect((await keys(store.list('list/'))).sort()).toEqual(['list/x', 'list/y/z']);
    expect(await store.has('list/x')).toBe(true);
    await store.remove('list/x');
    await store.remove('list/x');
    expect(await store.has('list/x')).toBe(false);
    expect(await store.get('list/x')).toBeUndefined();
  });

  test('refuses a body over the limit and keeps what the key had', async () => {
    const store = open();
    await store.put('limit', body);
    expect(await store.put('limit', Buffer.alloc(maxBytes + 1))).toMatchObject({ refused: 'file_too_large', facts: { maxBytes } });
    expect(body.equals(await buffer((await store.get('limit')) ?? Readable.from([])))).toBe(true);
  });

  test('a body that breaks off changes nothing', async () => {
    const store = open();
    const broken = async function* () {
      yield body;
      throw new Error('the phone lost its signal');
    };
    await expect(store.put('broken', broken())).rejects.toThrow('the phone lost its signal');
    expect(await store.has('broken')).toBe(false);
  });

  test('no key leads out of the store', async () => {
    const store = open();
    for (const key of ['../out', 'a/../../out', '/etc/passwd', '.part/x', 'a//b', 'a\\b', 'a/..', '', 'a\0b'])
      expect(() => store.put(key, body), key).toThrow('not a storage key');
    expect(() => store.get('../out')).toThrow('not a storage key');
  });
});

test('a folder keeps no unfinished files, and a folder that is not there yet is an empty store', async () => {
  expect(await readdir(join(folder, 'files', '.part'))).toEqual([]);
  const empty = openStore({ folder: join(folder, 'not-yet'), maxBytes });
  expect(await keys(empty.list())).toEqual([]);
  expect(await empty.get('a')).toBeUndefined();
});

test('a key that is another key’s folder holds no file', async () => {
  const store = openStore({ folder: join(folder, 'files'), maxBytes });
  await store.put('deep/er', body);
  expect(await store.has('deep')).toBe(false);
  expect(await store.get('deep')).toBeUndefined();
});
