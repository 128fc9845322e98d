import { createHash } from 'node:crypto';
import { createReadStream, type PathLike } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ObjectStore } from '#adapters/object-store.ts';

export type Files = Pick<ObjectStore, 'list' | 'get' | 'put'>;
export type Part = { readonly bytes: number; readonly sha256: string };
export type Table = Part & { readonly schema: string; readonly name: string; readonly columns: readonly string[]; readonly rows: number };
export type Migrated = { readonly module: string; readonly file: string; readonly hash: string };

/** What a backup holds: enough to rebuild the schema, to fill it, and to prove that no part was lost or changed. */
export type Manifest = {
  readonly format: 1;
  readonly madeAt: string;
  readonly migrations: readonly Migrated[];
  readonly tables: readonly Table[];
  readonly sequences: readonly { readonly schema: string; readonly name: string; readonly value: string }[];
  readonly files: readonly (Part & { readonly key: string })[];
};

export function tableFile({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return join('tables', `${schema}.${name}.copy.gz`);
}

export function storedFile(key: string): string {
  return join('files', key);
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`${folder} holds no backup: its manifest.json is missing.`);
  });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1) throw new Error(`${folder} holds a backup of a format this release does not know.`);
  return manifest;
}

/** Reads every part and compares it with the manifest. Throws at the first that is missing or differs. */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const parts = [
    ...manifest.tables.map((table) => ({ ...table, file: tableFile(table) })),
    ...manifest.files.map((one) => ({ ...one, file: storedFile(one.key) })),
  ];
  for (const { file, sha256 } of parts) {
    const found = await hashOf(join(folder, file)).catch(() => undefined);
    if (found !== sha256) throw new Error(`The backup is damaged: ${file} ${found ? 'was changed' : 'is missing'}.`);
  }
  return manifest;
}

async function hashOf(path: PathLike): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
