import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isRefusal } from '#kernel/result.ts';
import type { ObjectStore } from './object-store.ts';
import { spool } from './spool.ts';

/** Unfinished files lie in `.part`, which no key can name; a finished one is moved to its place in one step. */
export function openFolderStore(folder: string, maxBytes: number): ObjectStore {
  const parts = join(folder, '.part');
  const pathOf = (key: string) => join(folder, ...key.split('/'));
  return {
    put: async (key, body) => {
      await mkdir(parts, { recursive: true, mode: 0o700 });
      const part = join(parts, randomBytes(12).toString('hex'));
      const stored = await spool(part, body, maxBytes);
      if (isRefusal(stored)) return stored;
      await mkdir(dirname(pathOf(key)), { recursive: true, mode: 0o700 });
      await rename(part, pathOf(key));
      await syncFolder(dirname(pathOf(key)));
      return stored;
    },
    get: async (key) => {
      const handle = await openIfThere(pathOf(key));
      return handle && createReadStream('', { fd: handle });
    },
    has: async (key) => (await ifThere(() => stat(pathOf(key))))?.isFile() ?? false,
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (prefix = '') => keysIn(folder, prefix),
  };
}

async function* keysIn(folder: string, prefix: string): AsyncIterable<string> {
  const found = (await ifThere(() => readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
  for (const entry of found) {
    const key = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isFile() && !key.startsWith('.') && key.startsWith(prefix)) yield key;
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  const handle = await ifThere(() => open(path, 'r'));
  if (!handle || (await handle.stat()).isFile()) return handle;
  await handle.close();
  return undefined;
}

/** A name is only as lasting as its folder's entry. Windows cannot open a folder, and does not need to. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function ifThere<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
