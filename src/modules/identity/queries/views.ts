import type { Tx } from '#kernel/db.ts';

export type View = {
  readonly viewId: number;
  readonly actorName: string;
  readonly actorUnit: string | null;
  readonly what: string;
  readonly why: string;
  readonly at: Date;
};

export type NewView = {
  factId: number;
  subjectId: string;
  actorId: string | null;
  actorName: string;
  actorUnit: string | null;
  what: string;
  why: string;
  at: Date;
  dayPart: string;
};

/** Written once a fact, however often the fact is delivered, and once for the same look in the same part of a day. */
export async function insertView(tx: Tx, view: NewView): Promise<void> {
  await tx.run(
    `insert into identity.view_log (fact_id, subject_id, actor_id, actor_name, actor_unit, what, why, at, day_part)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9 where exists (select from identity.person where person_id = $2) on conflict do nothing`,
    [view.factId, view.subjectId, view.actorId, view.actorName, view.actorUnit, view.what, view.why, view.at, view.dayPart],
  );
}

export function listViews(tx: Tx, subjectId: string, { before, limit }: { before: number | undefined; limit: number }) {
  return tx.rows<View>(
    `select view_id, actor_name, actor_unit, what, why, at from identity.view_log
     where subject_id = $1 and ($2::bigint is null or view_id < $2) order by view_id desc limit $3`,
    [subjectId, before ?? null, limit],
  );
}
