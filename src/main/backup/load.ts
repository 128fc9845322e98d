import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { listMaterializedViews, listObstacles, listTables, nameOf } from './catalogue.ts';
import { type Files, type Manifest, storedFile, tableFile } from './manifest.ts';

/** Fills the tables in one transaction: all of the backup, or nothing. Foreign keys come back at the end and are checked over all rows. */
export async function loadDatabase(client: pg.Client, folder: string, manifest: Manifest): Promise<void> {
  await client.query('begin; set local statement_timeout = 0; set constraints all immediate');
  const { remove, restore } = await listObstacles(client);
  const present = await listTables(client);
  for (const statement of remove) await client.query(statement);
  await client.query(`truncate ${present.map(nameOf).join(', ')}`);
  for (const table of manifest.tables) {
    const into = client.query(copyFrom(`copy ${nameOf(table)} (${table.columns.join(', ')}) from stdin`));
    await pipeline(createReadStream(join(folder, tableFile(table))), createGunzip(), into);
    if (into.rowCount !== table.rows)
      throw new Error(`${nameOf(table)} has ${into.rowCount} rows after loading, the backup had ${table.rows}.`);
  }
  for (const { schema, name, value } of manifest.sequences)
    await client.query('select setval($1::regclass, $2)', [nameOf({ schema, name }), value]);
  await settle(client);
  for (const statement of restore) await client.query(statement);
  for (const view of await listMaterializedViews(client)) await client.query(`refresh materialized view ${nameOf(view)}`);
  await client.query('commit');
  await client.query('analyze');
}

/**
 * What means something only inside the old server: transaction numbers order the outbox (a new server counts from the start again, so what is
 * still to be told must all lie behind the dispatcher's position), and jobs were held by workers that no longer exist.
 */
async function settle(client: pg.Client): Promise<void> {
  const has = async (table: string) =>
    (await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table])).rows[0]?.found;
  if (await has('kernel.outbox')) {
    await client.query(`
      update kernel.dispatch_position p set xid = '0', fact_id = coalesce(
        (select min(o.fact_id) - 1 from kernel.outbox o where (o.xid, o.fact_id) > (p.xid, p.fact_id)),
        (select max(o.fact_id) from kernel.outbox o), 0)`);
    await client.query("update kernel.outbox set xid = '0'");
  }
  if (await has('graphile_worker._private_jobs')) {
    await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null');
    await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null');
  }
}

export async function loadFiles(files: Files, folder: string, manifest: Manifest): Promise<void> {
  for (const { key, bytes } of manifest.files) {
    const stored = await files.put(key, createReadStream(join(folder, storedFile(key))));
    if (!('size' in stored) || stored.size !== bytes) throw new Error(`The file ${key} could not be stored again.`);
  }
}
