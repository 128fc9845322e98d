import type { Tx } from '#kernel/db.ts';

export type ErasureRow = {
  readonly erasureId: string;
  readonly kind: 'draft' | 'identity-papers' | 'case';
  readonly what: string;
  readonly itemCode: string;
  readonly outcome: string | null;
  readonly rule: string;
  readonly files: number;
  readonly issued: number;
  readonly proof: string;
  readonly erasedAt: Date;
};

export async function insertErasure(tx: Tx, row: ErasureRow): Promise<void> {
  await tx.run(
    `insert into privacy.erasure (erasure_id, kind, what, item_code, outcome, rule, files, issued, proof, erased_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (kind, what) do nothing`,
    [row.erasureId, row.kind, row.what, row.itemCode, row.outcome, row.rule, row.files, row.issued, row.proof, row.erasedAt],
  );
}

export function listErasures(tx: Tx, limit: number) {
  return tx.rows<ErasureRow>(
    `select erasure_id, kind, what, item_code, outcome, rule, files, issued, proof, erased_at from privacy.erasure order by erased_at desc, erasure_id desc limit $1`,
    [limit],
  );
}

export function countErasures(tx: Tx) {
  return tx.rows<{ kind: ErasureRow['kind']; count: number; files: number; issued: number; lastAt: Date }>(
    `select kind, count(*) as count, sum(files) as files, sum(issued) as issued, max(erased_at) as last_at from privacy.erasure group by kind order by kind`,
  );
}
