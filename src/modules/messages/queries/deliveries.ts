import type { Tx } from '#kernel/db.ts';
import type { Language } from '#kernel/locale.ts';

export async function insertMail(tx: Tx, noticeId: string, holdUntil: Date | undefined): Promise<void> {
  await tx.run(`insert into messages.delivery (notice_id, way, hold_until) values ($1, 'mail', $2)`, [noticeId, holdUntil ?? null]);
}

/** Mails whose quiet hours are over; from here on the job queue has them. */
export async function releaseHeld(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ noticeId: string }>(
    `update messages.delivery set hold_until = null
     where (notice_id, way) in (select notice_id, way from messages.delivery where hold_until <= $1 order by hold_until limit $2 for update skip locked)
     returning notice_id`,
    [now, limit],
  );
  return rows.map((row) => row.noticeId);
}

export type Outgoing = {
  readonly noticeId: string;
  readonly personId: string;
  readonly caseNo: string | null;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly attempts: number;
};

/** Counts one more attempt; none when it is sent or given up already. */
export function beginAttempt(tx: Tx, noticeId: string): Promise<Outgoing | undefined> {
  return tx.maybe<Outgoing>(
    `update messages.delivery d set attempts = attempts + 1 from messages.notice n
     where d.notice_id = $1 and d.way = 'mail' and d.state = 'queued' and n.notice_id = d.notice_id
     returning n.notice_id, n.person_id, n.case_no, n.language, n.title, n.body, n.link, d.attempts`,
    [noticeId],
  );
}

export async function setSent(tx: Tx, noticeId: string, at: Date): Promise<void> {
  await tx.run(`update messages.delivery set state = 'sent', sent_at = $2, error_code = null where notice_id = $1 and way = 'mail'`, [
    noticeId,
    at,
  ]);
}

export async function setFailed(tx: Tx, noticeId: string, errorCode: string): Promise<void> {
  await tx.run(
    `update messages.delivery set state = 'failed', error_code = $2 where notice_id = $1 and way = 'mail' and state = 'queued'`,
    [noticeId, errorCode],
  );
}
