import type { Readable } from 'node:stream';
import type { Refusal } from '#kernel/result.ts';
import { openFolderStore } from './object-store-folder.ts';
import { openS3Store } from './object-store-s3.ts';

export type Bytes = Uint8Array | AsyncIterable<Uint8Array>;
export type Stored = { readonly size: number; readonly sha256: string };

/**
 * Where files lie. A key is one or more names joined by `/`; each begins with a letter, digit or `_`, so that no key leads elsewhere.
 * `put` replaces what the key had, whole or not at all.
 */
export type ObjectStore = {
  put(key: string, body: Bytes): Promise<Stored | Refusal<'file_too_large'>>;
  /** A key that is not there gives `undefined`. */
  get(key: string): Promise<Readable | undefined>;
  has(key: string): Promise<boolean>;
  /** Removing what is not there is done already. */
  remove(key: string): Promise<void>;
  /** Keys that begin with the prefix, in no promised order. */
  list(prefix?: string): AsyncIterable<string>;
};

/** `s3Url` is `s3://key:secret@host:port/bucket`, with `?tls=0` for plain HTTP and `?region=`; without it files lie in `folder`. */
export function openStore(config: {
  readonly folder: string;
  readonly s3Url?: string | undefined;
  readonly maxBytes: number;
}): ObjectStore {
  const store = config.s3Url ? openS3Store(config.s3Url, config.maxBytes) : openFolderStore(config.folder, config.maxBytes);
  return {
    put: (key, body) => store.put(checkedKey(key), body),
    get: (key) => store.get(checkedKey(key)),
    has: (key) => store.has(checkedKey(key)),
    remove: (key) => store.remove(checkedKey(key)),
    list: (prefix = '') => store.list(prefix),
  };
}

/** Keys are made by our own code, so a bad one is a bug. */
function checkedKey(key: string): string {
  if (key.length > 500 || !/^\w[\w.-]*(\/\w[\w.-]*)*$/.test(key)) throw new Error(`not a storage key: ${JSON.stringify(key)}`);
  return key;
}
