import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type * as s3 from '@aws-sdk/client-s3';
import { isRefusal } from '#kernel/result.ts';
import type { Bytes, ObjectStore } from './object-store.ts';
import { spool } from './spool.ts';

type Sdk = typeof s3;
type Bucket = { readonly sdk: Sdk; readonly client: s3.S3Client; readonly Bucket: string };

/** The library is large and optional, so it is loaded with the first file. */
export function openS3Store(s3Url: string, maxBytes: number): ObjectStore {
  let opened: Promise<Bucket> | undefined;
  const bucket = () => {
    opened ??= openBucket(new URL(s3Url));
    return opened;
  };
  return {
    put: async (key, body) => putSpooled(await bucket(), key, body, maxBytes),
    get: async (key) => {
      const { sdk, client, Bucket } = await bucket();
      const found = await ifThere(() => client.send(new sdk.GetObjectCommand({ Bucket, Key: key })));
      return found?.Body as Readable | undefined;
    },
    has: async (key) => {
      const { sdk, client, Bucket } = await bucket();
      return (await ifThere(() => client.send(new sdk.HeadObjectCommand({ Bucket, Key: key })))) !== undefined;
    },
    remove: async (key) => {
      const { sdk, client, Bucket } = await bucket();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: key }));
    },
    list: async function* (prefix = '') {
      const { sdk, client, Bucket } = await bucket();
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix: prefix }))
        for (const { Key } of page.Contents ?? []) if (Key) yield Key;
    },
  };
}

async function openBucket(url: URL): Promise<Bucket> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    endpoint: `${url.searchParams.get('tls') === '0' ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    forcePathStyle: true,
    // Newer clients add checksums that many self-hosted stores do not know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { sdk, client, Bucket: url.pathname.slice(1) };
}

/** Through a file, because S3 wants the length before the first byte and memory is for people's requests. */
async function putSpooled({ sdk, client, Bucket }: Bucket, key: string, body: Bytes, maxBytes: number) {
  const folder = await mkdtemp(join(tmpdir(), 'put-'));
  try {
    const path = join(folder, 'body');
    const stored = await spool(path, body, maxBytes);
    if (!isRefusal(stored)) {
      const command = { Bucket, Key: key, Body: createReadStream(path), ContentLength: stored.size, Metadata: { sha256: stored.sha256 } };
      await client.send(new sdk.PutObjectCommand(command));
    }
    return stored;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function ifThere<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return undefined;
    throw error;
  }
}
