import type { Tx } from '#kernel/db.ts';

/** Marks files erased and forgets what they were called. How many were not before. */
export function setFilesErased(tx: Tx, fileIds: readonly string[], now: Date): Promise<number> {
  return tx.run(`update documents.file set erased_at = $2, name = '' where file_id = any($1::uuid[]) and erased_at is null`, [
    fileIds,
    now,
  ]);
}

/** The papers that were issued in a case: what the register says of them in public stays, so that a copy in somebody's hands can still be verified. */
export function setIssuedErased(tx: Tx, caseNo: string, now: Date): Promise<number> {
  return tx.run(`update documents.issued_document set erased_at = $2 where case_no = $1 and erased_at is null`, [caseNo, now]);
}

export type Removable = { readonly id: string; readonly keys: readonly string[] };

/** Erased files and papers whose bytes may still lie in the store, with the keys that nobody else needs. */
export function listToRemove(tx: Tx, limit: number): Promise<Removable[]> {
  return tx.rows<Removable>(
    `select f.file_id as id, array(select distinct k from unnest(array[f.key, f.view_key]) k where k is not null
       and not exists (select from documents.file o where o.erased_at is null and (o.key = k or o.view_key = k))) as keys
     from documents.file f where f.erased_at is not null and f.removed_at is null
     union all
     select document_id, array[key] from documents.issued_document where erased_at is not null and removed_at is null
     limit $1`,
    [limit],
  );
}

export async function setRemoved(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.run(`update documents.file set removed_at = $2 where file_id = any($1::uuid[])`, [ids, now]);
  await tx.run(`update documents.issued_document set removed_at = $2 where document_id = any($1::uuid[])`, [ids, now]);
}
