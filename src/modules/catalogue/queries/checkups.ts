import type { Tx } from '#kernel/db.ts';

/** For the doctor: versions whose columns say something else than what was published. */
export async function listUnlikeBodies(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ row: string }>(
    `select format('%s version %s', v.code, v.version) as row
     from catalogue.item_version v, jsonb_to_record(v.body) as b (code text, version int, kind text)
     where (b.code, b.version, b.kind) is distinct from (v.code, v.version, v.kind) limit 100`,
  );
  return rows.map(({ row }) => row);
}

/** For the doctor: items that send people on to one that never was. */
export async function listLostSuccessors(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ row: string }>(
    `select format('%s → %s', code, successor) as row from catalogue.item_version v
     where successor is not null and not exists (select from catalogue.item_version n where n.code = v.successor) limit 100`,
  );
  return rows.map(({ row }) => row);
}
