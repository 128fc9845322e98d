import type { Action } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { refuse } from '#kernel/result.ts';
import { countWorkdays, dayOf, isDay } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type * as contract from '../contract.ts';
import { itemNames, type Looked, look, refusedDays } from '../looked.ts';
import * as endings from '../queries/endings.ts';
import * as open from '../queries/open.ts';

const dayMs = 86_400_000;
const mostRefused = 200;

/** A cursor is the position itself: it grants nothing. */
function parseCursor(cursor: string): open.Position | undefined {
  const [, dueOn, caseId] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  return dueOn && caseId && isDay(dueOn) ? { dueOn, caseId } : undefined;
}

export const listWatched: Action<typeof contract.listWatched> = async (act, { what, limit = 50, cursor, ...narrowed }) => {
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  if (cursor !== undefined && !after) return refuse('bad_cursor');
  const looked = await look(act);
  const { calendarOf, zoneOf } = await getDirectory(act.tx);
  const found = await open.listWatched(act.tx, looked, { watch: what, ...narrowed, after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const position = last && open.positionOf(last);
  const leftUntil = ({ region, dueOn }: open.WatchedCase) => {
    const today = dayOf(act.now, zoneOf(region));
    const left = dueOn === null ? null : countWorkdays(calendarOf(region), today, dueOn);
    return dueOn !== null && dueOn < today && left === 0 ? -1 : left;
  };
  return {
    rows: rows.map((row) => toWatched(row, { looked, language: act.language, daysLeft: leftUntil(row) })),
    nextCursor: found.length > limit && position ? `${position.dueOn}_${position.caseId}` : null,
  };
};

function toWatched(
  row: open.WatchedCase,
  { looked, language, daysLeft }: { looked: Looked; language: Parameters<typeof textIn>[1]; daysLeft: number | null },
): contract.Watched {
  const { zone, today, unitName } = looked;
  return {
    caseNo: row.caseNo,
    version: row.version,
    itemName: textIn(row.itemName, language),
    unitCode: row.heldByUnit,
    unitName: unitName(row.heldByUnit),
    state: row.state,
    holderId: row.holderId,
    holderName: row.holderName,
    dueOn: row.dueOn,
    daysLeft,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    pauseReason: row.pauseReason,
    touchedAt: row.touchedAt.toISOString(),
    remindedToday: row.remindedAt !== null && dayOf(row.remindedAt, zone) === today,
  };
}

export const listRefused: Action<typeof contract.listRefused> = async (act) => {
  const { scope, unitName } = await look(act);
  const since = new Date(act.now.getTime() - refusedDays * dayMs);
  const nameOf = await itemNames(act);
  const rows = await endings.listRefused(act.tx, scope, { since, limit: mostRefused });
  return {
    rows: rows.map(({ caseNo, at, unitCode, itemCode, officerName, reason }) => ({
      caseNo,
      at: at.toISOString(),
      unitName: unitName(unitCode),
      itemName: nameOf(itemCode),
      officerName,
      reason,
    })),
  };
};
