import type { Tx } from '#kernel/db.ts';
import type { Language } from '#kernel/locale.ts';

export type NoticeRow = {
  readonly noticeId: string;
  readonly personId: string;
  readonly source: string;
  readonly kind: string;
  readonly caseNo: string | null;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly at: Date;
  readonly readAt: Date | null;
};

const columns = `notice_id, person_id, source, kind, case_no, language, title, body, link, at, read_at`;

/** False when the person was told of this before. */
export async function insertNotice(tx: Tx, notice: Omit<NoticeRow, 'readAt'>): Promise<boolean> {
  const told = await tx.run(
    `insert into messages.notice (notice_id, person_id, source, kind, case_no, language, title, body, link, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      notice.noticeId,
      notice.personId,
      notice.source,
      notice.kind,
      notice.caseNo,
      notice.language,
      notice.title,
      notice.body,
      notice.link,
      notice.at,
    ],
  );
  return told === 1;
}

export type Position = { readonly at: Date; readonly noticeId: string };

export function listOfPerson(tx: Tx, personId: string, { before, limit }: { before: Position | undefined; limit: number }) {
  return tx.rows<NoticeRow>(
    `select ${columns} from messages.notice
     where person_id = $1 and ($2::timestamptz is null or (at, notice_id) < ($2, $3::uuid)) order by at desc, notice_id desc limit $4`,
    [personId, before?.at ?? null, before?.noticeId ?? null, limit],
  );
}

/** Bounded: beyond `most` nobody counts on. */
export async function countUnreadOf(tx: Tx, personId: string, most: number): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    `select count(*) as count from (select from messages.notice where person_id = $1 and read_at is null limit $2) as unread`,
    [personId, most],
  );
  return count;
}

/** Read once: the first time counts. */
export function setRead(tx: Tx, { noticeId, personId, at }: { noticeId: string; personId: string; at: Date }) {
  return tx.maybe<NoticeRow>(
    `update messages.notice set read_at = coalesce(read_at, $3) where notice_id = $1 and person_id = $2 returning ${columns}`,
    [noticeId, personId, at],
  );
}

export function setAllRead(tx: Tx, personId: string, at: Date): Promise<number> {
  return tx.run(`update messages.notice set read_at = $2 where person_id = $1 and read_at is null`, [personId, at]);
}
