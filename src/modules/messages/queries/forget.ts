import type { Tx } from '#kernel/db.ts';

/** What was told of a case, to whomever. */
export async function forgetNotices(tx: Tx, caseNo: string): Promise<void> {
  await tx.run(`delete from messages.delivery d using messages.notice n where n.notice_id = d.notice_id and n.case_no = $1`, [caseNo]);
  await tx.run(`delete from messages.notice where case_no = $1`, [caseNo]);
}

export function exportNotices(tx: Tx, personId: string) {
  return tx.rows<Readonly<Record<string, unknown>>>(
    `select kind, case_no, title, body, link, at, read_at from messages.notice where person_id = $1 order by at`,
    [personId],
  );
}
