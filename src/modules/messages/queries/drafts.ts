import type { Tx } from '#kernel/db.ts';

export type WaitingDraft = { readonly draftId: string; readonly personId: string; readonly itemCode: string; readonly channel: string };

const columns = `d.draft_id, d.person_id, d.item_code, d.channel`;

/** Drafts that nobody has touched for a while and of which their owner was not told yet under `mark`. */
export function listIdle(tx: Tx, { mark, touchedAfter, touchedBefore, limit }: IdleQuestion): Promise<WaitingDraft[]> {
  return tx.rows<WaitingDraft>(
    `select ${columns} from cases.public_open_draft d
     where d.updated_at > $1 and d.updated_at <= $2
       and not exists (select from messages.notice n where n.source = 'draft:' || d.draft_id || $3 and n.person_id = d.person_id)
     order by d.updated_at limit $4`,
    [touchedAfter, touchedBefore, `:${mark}`, limit],
  );
}
type IdleQuestion = { mark: string; touchedAfter: Date; touchedBefore: Date; limit: number };

/** Drafts of some channels, a page at a time. */
export function listInChannels(tx: Tx, channels: readonly string[], { after, limit }: { after: string; limit: number }) {
  return tx.rows<WaitingDraft>(
    `select ${columns} from cases.public_open_draft d where d.channel = any($1) and d.draft_id > $2 order by d.draft_id limit $3`,
    [channels, after, limit],
  );
}

/** Drafts whose owners were told that a suspension had closed their way, and that still wait. */
export function listToldOf(tx: Tx, suspensionId: string, { after, limit }: { after: string; limit: number }): Promise<WaitingDraft[]> {
  return tx.rows<WaitingDraft>(
    `select ${columns} from messages.notice n join cases.public_open_draft d on n.source = 'suspension:' || $1 || ':' || d.draft_id and n.person_id = d.person_id
     where n.source like 'suspension:' || $1 || ':%' and d.draft_id > $2 order by d.draft_id limit $3`,
    [suspensionId, after, limit],
  );
}
