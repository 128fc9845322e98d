import type { Tx } from '#kernel/db.ts';
import type { Delivery, Slots } from '../contract/types.ts';

export type DraftRow = {
  draftId: string;
  region: string;
  itemCode: string;
  itemVersion: number;
  personId: string;
  onBehalfOf: string | null;
  channel: string;
  answers: Record<string, unknown>;
  slots: Slots;
  delivery: Delivery;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  sentCaseNo: string | null;
};

const columns = `draft_id, region, item_code, item_version, person_id, on_behalf_of, channel, answers, slots, delivery, version, created_at, updated_at, sent_case_no`;
const nobody = '00000000-0000-0000-0000-000000000000';

/** False when the person has an open one already: the second statement then finds it. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<DraftRow, 'draftId' | 'region' | 'itemCode' | 'itemVersion' | 'personId' | 'onBehalfOf' | 'channel' | 'createdAt'>,
): Promise<boolean> {
  return (
    (await tx.run(
      `insert into cases.draft (draft_id, region, item_code, item_version, person_id, on_behalf_of, channel, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict do nothing`,
      [draft.draftId, draft.region, draft.itemCode, draft.itemVersion, draft.personId, draft.onBehalfOf, draft.channel, draft.createdAt],
    )) === 1
  );
}

export function findOpenDraft(tx: Tx, personId: string, itemCode: string, onBehalfOf: string | null): Promise<DraftRow | undefined> {
  return tx.maybe<DraftRow>(
    `select ${columns} from cases.draft where person_id = $1 and item_code = $2 and coalesce(on_behalf_of, '${nobody}') = coalesce($3, '${nobody}'::uuid) and sent_case_no is null`,
    [personId, itemCode, onBehalfOf],
  );
}

export function findDraft(tx: Tx, draftId: string, personId: string): Promise<DraftRow | undefined> {
  return tx.maybe<DraftRow>(`select ${columns} from cases.draft where draft_id = $1 and person_id = $2`, [draftId, personId]);
}

export function lockDraft(tx: Tx, draftId: string, personId: string): Promise<DraftRow | undefined> {
  return tx.maybe<DraftRow>(`select ${columns} from cases.draft where draft_id = $1 and person_id = $2 for update`, [draftId, personId]);
}

export function listOpenDrafts(tx: Tx, personId: string): Promise<DraftRow[]> {
  return tx.rows<DraftRow>(
    `select ${columns} from cases.draft where person_id = $1 and sent_case_no is null order by updated_at desc limit 50`,
    [personId],
  );
}

export function setDraft(
  tx: Tx,
  draft: Pick<DraftRow, 'draftId' | 'answers' | 'slots' | 'delivery' | 'itemVersion' | 'updatedAt'>,
): Promise<DraftRow> {
  return tx.one<DraftRow>(
    `update cases.draft set answers = $2, slots = $3, delivery = $4, item_version = $5, updated_at = $6, version = version + 1 where draft_id = $1 returning ${columns}`,
    [
      draft.draftId,
      JSON.stringify(draft.answers),
      JSON.stringify(draft.slots),
      JSON.stringify(draft.delivery),
      draft.itemVersion,
      draft.updatedAt,
    ],
  );
}

export async function setDraftSent(tx: Tx, draftId: string, caseNo: string): Promise<void> {
  await tx.run(`update cases.draft set sent_case_no = $2, version = version + 1 where draft_id = $1`, [draftId, caseNo]);
}

export async function deleteDraft(tx: Tx, draftId: string): Promise<void> {
  await tx.run(`delete from cases.draft where draft_id = $1 and sent_case_no is null`, [draftId]);
}

/** Open drafts that a suspension would hit: of some items or of all, in its channels. */
export async function countDrafts(
  tx: Tx,
  { itemCodes, channels }: { itemCodes: readonly string[] | undefined; channels: readonly string[] },
): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    `select count(*) as count from cases.draft where sent_case_no is null and channel = any($1) and ($2::text[] is null or item_code = any($2))`,
    [channels, itemCodes ?? null],
  );
  return count;
}

/** What hangs on an item: drafts that go along with a new version, and open cases that keep theirs. */
export function countItemUse(tx: Tx, itemCode: string) {
  return tx.one<{ drafts: number; cases: number }>(
    `select (select count(*) from cases.draft where sent_case_no is null and item_code = $1) as drafts,
       (select count(*) from cases.public_open_case where item_code = $1) as cases`,
    [itemCode],
  );
}
