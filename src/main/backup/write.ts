import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { listTables, nameOf } from './catalogue.ts';
import { type Files, type Manifest, type Migrated, type Part, storedFile, type Table, tableFile } from './manifest.ts';

/** All tables as they stood at one instant: everything is read in a single snapshot, while others go on writing. */
export async function writeDatabase(client: pg.Client, folder: string): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences'>> {
  await client.query('begin isolation level repeatable read read only; set local row_security = off; set local statement_timeout = 0');
  const tables: Table[] = [];
  for (const table of await listTables(client)) {
    const rows = client.query(copyTo(`copy ${nameOf(table)} (${table.columns.join(', ')}) to stdout`));
    tables.push({ ...table, ...(await writePart(join(folder, tableFile(table)), rows, createGzip({ level: 3 }))), rows: rows.rowCount });
  }
  const migrations = await client.query<Migrated>('select module, file, hash from kernel.migration order by applied_at, module, file');
  const sequences = await client.query<Manifest['sequences'][number]>(
    'select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences where last_value is not null order by 1, 2',
  );
  await client.query('commit');
  return { migrations: migrations.rows, tables, sequences: sequences.rows };
}

/** Files are never changed once stored, so those of the snapshot are all there; later ones may come along and do no harm. */
export async function writeFiles(files: Files, folder: string): Promise<Manifest['files']> {
  const written: Manifest['files'][number][] = [];
  for await (const key of files.list()) {
    const body = await files.get(key);
    if (body) written.push({ key, ...(await writePart(join(folder, storedFile(key)), body)) });
  }
  return written;
}

async function writePart(path: string, body: Readable, ...through: Transform[]): Promise<Part> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(undefined, chunk);
    },
  });
  await mkdir(dirname(path), { recursive: true });
  await pipeline([body, ...through, counted, createWriteStream(path, { flush: true })]);
  return { bytes, sha256: hash.digest('hex') };
}
