import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

export type Migration = { readonly module: string; readonly file: string; readonly sql: string };

/** All migrations of the given folders, in the modules' order, then by number. A module without a folder has none. */
export async function readMigrations(folders: readonly { module: string; folder: URL }[]): Promise<Migration[]> {
  const found: Migration[] = [];
  for (const { module, folder } of folders) {
    const files = await readdir(folder).catch(() => [] as string[]);
    for (const file of files.filter((name) => name.endsWith('.sql')).sort())
      found.push({ module, file, sql: await readFile(new URL(file, folder), 'utf8') });
  }
  return found;
}

/**
 * Forward only, one at a time over all processes, each in its own transaction, never edited afterwards (the text's hash is kept).
 * After them the application's role gets what a module's tables allow: reading and writing, never `truncate`; append-only tables take their own rights back.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  report: (line: string) => void = () => {},
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7401)');
    await client.query('create schema if not exists kernel');
    await client.query(
      'create table if not exists kernel.migration (module text, file text, hash text not null, applied_at timestamptz not null default now(), primary key (module, file))',
    );
    const { rows } = await client.query<{ module: string; file: string; hash: string }>('select module, file, hash from kernel.migration');
    const applied = new Map(rows.map((row) => [`${row.module}/${row.file}`, row.hash]));
    let count = 0;
    for (const migration of migrations)
      if (await applyOne(client, migration, applied)) {
        report(`${migration.module}/${migration.file}`);
        count += 1;
      }
    return count;
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, { module, file, sql }: Migration, applied: ReadonlyMap<string, string>): Promise<boolean> {
  const hash = createHash('sha256').update(sql).digest('hex');
  const before = applied.get(`${module}/${file}`);
  if (before === hash) return false;
  if (before) throw new Error(`The migration ${module}/${file} was changed after it had been applied. Write a new one instead.`);
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into kernel.migration (module, file, hash) values ($1, $2, $3)', [module, file, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${module}/${file} failed: ${(error as Error).message}`, { cause: error });
  }
  return true;
}
