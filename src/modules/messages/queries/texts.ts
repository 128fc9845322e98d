import type { Tx } from '#kernel/db.ts';
import type { Language } from '#kernel/locale.ts';

export type TextRow = {
  readonly textId: string;
  readonly phone: string;
  readonly language: Language;
  readonly body: string;
  readonly attempts: number;
};
export type NewText = Omit<TextRow, 'attempts'> & { readonly source: string; readonly at: Date; readonly holdUntil: Date | undefined };

/** False when this number was told of it before. */
export async function insertText(tx: Tx, { textId, source, phone, language, body, at, holdUntil }: NewText): Promise<boolean> {
  const told = await tx.run(
    `insert into messages.text_message (text_id, source, phone, language, body, at, hold_until)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [textId, source, phone, language, body, at, holdUntil ?? null],
  );
  return told === 1;
}

/** What the quiet hours held back and is due now; from here on the job queue has it. */
export async function releaseHeldTexts(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ textId: string }>(
    `update messages.text_message set hold_until = null
     where text_id in (select text_id from messages.text_message where hold_until <= $1 order by hold_until limit $2 for update skip locked)
     returning text_id`,
    [now, limit],
  );
  return rows.map((row) => row.textId);
}

/** Counts one more attempt; none when it is sent or given up already. */
export function beginTextAttempt(tx: Tx, textId: string): Promise<TextRow | undefined> {
  return tx.maybe<TextRow>(
    `update messages.text_message set attempts = attempts + 1 where text_id = $1 and state = 'queued'
     returning text_id, phone, language, body, attempts`,
    [textId],
  );
}

export async function setTextSent(tx: Tx, textId: string, at: Date): Promise<void> {
  await tx.run(`update messages.text_message set state = 'sent', sent_at = $2, error_code = null where text_id = $1`, [textId, at]);
}

export async function setTextFailed(tx: Tx, textId: string, errorCode: string): Promise<void> {
  await tx.run(`update messages.text_message set state = 'failed', error_code = $2 where text_id = $1 and state = 'queued'`, [
    textId,
    errorCode,
  ]);
}

export async function insertShortLink(tx: Tx, { code, link, at }: { code: string; link: string; at: Date }): Promise<void> {
  await tx.run(`insert into messages.short_link (code, link, made_at) values ($1, $2, $3)`, [code, link, at]);
}

export async function findShortLink(tx: Tx, code: string): Promise<string | undefined> {
  return (await tx.maybe<{ link: string }>(`select link from messages.short_link where code = $1`, [code]))?.link;
}
