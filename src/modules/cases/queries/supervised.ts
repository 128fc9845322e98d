import type { Tx } from '#kernel/db.ts';

/** When a case was last pressed; a second time the same day is noise. */
export async function findLastReminder(tx: Tx, caseId: string): Promise<Date | undefined> {
  const last = await tx.maybe<{ at: Date }>(`select at from cases.action where case_id = $1 and act = 'remind' order by seq desc limit 1`, [
    caseId,
  ]);
  return last?.at;
}

/** False when nothing had to be followed up, or it has been already. */
export async function setFollowedUp(tx: Tx, given: { caseId: string; at: Date; by: string; text: string }): Promise<boolean> {
  const written = await tx.run(
    `update cases.rating set followed_up_at = $2, follow_up_by_name = $3, follow_up = $4
     where case_id = $1 and follow_up_by is not null and followed_up_at is null`,
    [given.caseId, given.at, given.by, given.text],
  );
  return written === 1;
}
