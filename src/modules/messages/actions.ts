import type { Act, Action } from '#kernel/endpoint.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from './contract.ts';
import { countUnreadOf, listOfPerson, type NoticeRow, type Position, setAllRead, setRead } from './queries/notices.ts';

const mostCounted = 100;

const toNotice = (row: NoticeRow): contract.Notice => ({
  noticeId: row.noticeId,
  kind: row.kind,
  caseNo: row.caseNo,
  language: row.language,
  title: row.title,
  body: row.body,
  link: row.link,
  at: row.at.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
});

function me(act: Act): string {
  return act.actor.personId ?? '';
}

function parseCursor(cursor: string): Position | undefined {
  const [, at, noticeId] = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  return at && noticeId ? { at: new Date(Number(at)), noticeId } : undefined;
}

export const listNotices: Action<typeof contract.listNotices> = async (act, { limit = 30, cursor }) => {
  const before = cursor === undefined ? undefined : parseCursor(cursor);
  if (cursor !== undefined && !before) return refuse('bad_cursor');
  const found = await listOfPerson(act.tx, me(act), { before, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(toNotice),
    unread: await countUnreadOf(act.tx, me(act), mostCounted),
    nextCursor: found.length > limit && last ? `${last.at.getTime()}_${last.noticeId}` : null,
  };
};

export const readNotice: Action<typeof contract.readNotice> = async (act, { noticeId }) => {
  const read = await setRead(act.tx, { noticeId, personId: me(act), at: act.now });
  return read ? toNotice(read) : refuse('not_found');
};

export const readNotices: Action<typeof contract.readNotices> = async (act) => ({ read: await setAllRead(act.tx, me(act), act.now) });
