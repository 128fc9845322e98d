import type { Tx } from '#kernel/db.ts';
import type { Language } from '#kernel/locale.ts';

export type Way = 'mail' | 'text';
type Delivery = { readonly noticeId: string; readonly way: Way };

/** `body` is what a text message says; a mail is made of its notice. */
export async function insertDelivery(
  tx: Tx,
  { noticeId, way, body, holdUntil }: Delivery & { body?: string; holdUntil: Date | undefined },
): Promise<void> {
  await tx.run(`insert into messages.delivery (notice_id, way, body, hold_until) values ($1, $2, $3, $4)`, [
    noticeId,
    way,
    body ?? null,
    holdUntil ?? null,
  ]);
}

/** What the quiet hours held back and is due now; from here on the job queue has it. */
export function releaseHeld(tx: Tx, now: Date, limit: number): Promise<Delivery[]> {
  return tx.rows<Delivery>(
    `update messages.delivery set hold_until = null
     where (notice_id, way) in (select notice_id, way from messages.delivery where hold_until <= $1 order by hold_until limit $2 for update skip locked)
     returning notice_id, way`,
    [now, limit],
  );
}

export type Outgoing = {
  readonly noticeId: string;
  readonly personId: string;
  readonly caseNo: string | null;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly text: string | null;
  readonly attempts: number;
};

/** Counts one more attempt; none when it is sent or given up already. */
export function beginAttempt(tx: Tx, { noticeId, way }: Delivery): Promise<Outgoing | undefined> {
  return tx.maybe<Outgoing>(
    `update messages.delivery d set attempts = attempts + 1 from messages.notice n
     where d.notice_id = $1 and d.way = $2 and d.state = 'queued' and n.notice_id = d.notice_id
     returning n.notice_id, n.person_id, n.case_no, n.language, n.title, n.body, n.link, d.body as text, d.attempts`,
    [noticeId, way],
  );
}

export async function setSent(tx: Tx, { noticeId, way }: Delivery, at: Date): Promise<void> {
  await tx.run(`update messages.delivery set state = 'sent', sent_at = $3, error_code = null where notice_id = $1 and way = $2`, [
    noticeId,
    way,
    at,
  ]);
}

export async function setFailed(tx: Tx, { noticeId, way }: Delivery, errorCode: string): Promise<void> {
  await tx.run(`update messages.delivery set state = 'failed', error_code = $3 where notice_id = $1 and way = $2 and state = 'queued'`, [
    noticeId,
    way,
    errorCode,
  ]);
}

export async function insertShortLink(tx: Tx, { code, link, at }: { code: string; link: string; at: Date }): Promise<void> {
  await tx.run(`insert into messages.short_link (code, link, made_at) values ($1, $2, $3)`, [code, link, at]);
}

export async function findShortLink(tx: Tx, code: string): Promise<string | undefined> {
  return (await tx.maybe<{ link: string }>(`select link from messages.short_link where code = $1`, [code]))?.link;
}
