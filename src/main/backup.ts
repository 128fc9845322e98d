import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '#kernel/clock.ts';
import { listTables } from './backup/catalogue.ts';
import { loadDatabase, loadFiles } from './backup/load.ts';
import { type Files, type Manifest, type Migrated, verifyBackup } from './backup/manifest.ts';
import { writeDatabase, writeFiles } from './backup/write.ts';
import { withClient } from './postgres/check.ts';

/** Brings a database up to date; with `isWanted`, only by the migrations it names. */
export type Migrate = (ownerUrl: string, isWanted?: (migration: Pick<Migrated, 'module' | 'file'>) => boolean) => Promise<unknown>;

/** Writes all tables (as of one instant) and all files into the new folder `target`, while the service goes on. A backup that broke off never stands under that name. */
export async function backup({ ownerUrl, files, target }: { ownerUrl: string; files: Files; target: string }): Promise<Manifest> {
  if (existsSync(target)) throw new Error(`${target} exists already. Name a new folder for the backup.`);
  const unfinished = `${target}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const madeAt = systemClock().toISOString();
  const database = await withClient(ownerUrl, (client) => writeDatabase(client, unfinished));
  const manifest: Manifest = { format: 1, madeAt, ...database, files: await writeFiles(files, unfinished) };
  await writeFile(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, undefined, 1)}\n`, { flush: true });
  await rename(unfinished, target);
  return manifest;
}

/**
 * Rebuilds everything from the folder `from` in an empty database and an empty file store: the schema as it was by its own migrations,
 * then the rows, then the migrations that have come since.
 */
export async function restore(order: { from: string; ownerUrl: string; files: Files; migrate: Migrate }): Promise<Manifest> {
  const { from, ownerUrl, files, migrate } = order;
  const manifest = await verifyBackup(from);
  for await (const key of files.list())
    throw new Error(`The file store is not empty (${key}). A backup is restored into empty places only.`);
  const tables = await withClient(ownerUrl, listTables);
  if (tables.length > 0)
    throw new Error(`The database is not empty (${tables.length} tables). A backup is restored into empty places only.`);
  const inBackup = new Set(manifest.migrations.map(({ module, file }) => `${module}/${file}`));
  await migrate(ownerUrl, ({ module, file }) => inBackup.has(`${module}/${file}`));
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<Migrated>('select module, file, hash from kernel.migration');
    const known = new Set(rows.map(({ module, file, hash }) => `${module}/${file}/${hash}`));
    const unknown = manifest.migrations.find(({ module, file, hash }) => !known.has(`${module}/${file}/${hash}`));
    if (unknown)
      throw new Error(`The backup comes from another release: this one does not know ${unknown.module}/${unknown.file} in that form.`);
    await loadDatabase(client, from, manifest);
  });
  await loadFiles(files, from, manifest);
  await migrate(ownerUrl);
  return manifest;
}
