import type { Tx } from '#kernel/db.ts';

export type DraftRow = {
  readonly draftId: string;
  readonly code: string;
  readonly basedOn: number | null;
  readonly version: number;
  readonly updatedAt: Date;
  readonly item: Record<string, unknown>;
};

const columns = 'draft_id, code, based_on, version, updated_at';

export function listDraftRows(tx: Tx) {
  return tx.rows<Omit<DraftRow, 'item'>>(`select ${columns} from catalogue.draft order by updated_at desc limit 500`);
}

export function findDraft(tx: Tx, draftId: string) {
  return tx.maybe<DraftRow>(`select ${columns}, item from catalogue.draft where draft_id = $1`, [draftId]);
}

export function findDraftOf(tx: Tx, code: string) {
  return tx.maybe<{ draftId: string }>(`select draft_id from catalogue.draft where code = $1`, [code]);
}

export function lockDraft(tx: Tx, draftId: string) {
  return tx.maybe<DraftRow>(`select ${columns}, item from catalogue.draft where draft_id = $1 for update`, [draftId]);
}

type Writing = { readonly draftId: string; readonly item: Record<string, unknown>; readonly by: string | null; readonly at: Date };

/** Undefined when another draft of the item is open. */
export function insertDraft(tx: Tx, { draftId, code, basedOn, item, by, at }: Writing & Pick<DraftRow, 'code' | 'basedOn'>) {
  return tx.maybe<DraftRow>(
    `insert into catalogue.draft (draft_id, code, based_on, item, created_by, created_at, updated_by, updated_at) values ($1, $2, $3, $4, $5, $6, $5, $6)
     on conflict on constraint draft_one_per_item do nothing returning ${columns}, item`,
    [draftId, code, basedOn, JSON.stringify(item), by, at],
  );
}

/** The draft must be locked. */
export function setDraft(tx: Tx, { draftId, item, by, at }: Writing) {
  return tx.one<DraftRow>(
    `update catalogue.draft set item = $2, version = version + 1, updated_by = $3, updated_at = $4 where draft_id = $1 returning ${columns}, item`,
    [draftId, JSON.stringify(item), by, at],
  );
}

export async function deleteDraft(tx: Tx, draftId: string): Promise<void> {
  await tx.run(`delete from catalogue.draft where draft_id = $1`, [draftId]);
}

/** Who saved it last. */
export function findWriter(tx: Tx, draftId: string) {
  return tx.maybe<{ updatedBy: string | null }>(`select updated_by from catalogue.draft where draft_id = $1`, [draftId]);
}
