import type { Action } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import type * as contract from '../contract/desk.ts';
import { markMissed, markServed } from '../door.ts';
import { findSite } from '../held.ts';
import { type BookingRow, findByNo } from '../queries/bookings.ts';
import { listUnsettledNos } from '../queries/unsettled.ts';
import { findOwn } from './change.ts';
import { servesAt } from './matter.ts';
import { toSeen } from './view.ts';

const lookBackMs = 30 * 86_400_000;
const mostShown = 200;

export const listUnsettled: Action<typeof contract.listUnsettled> = async (act, { venue }) => {
  const site = await findSite(act.tx, venue);
  if (!site) return refuse('unknown_venue', { venue });
  if (!servesAt(act, site)) return refuse('forbidden');
  const period = { from: new Date(act.now.getTime() - lookBackMs), until: act.now };
  const rows = [];
  for (const bookingNo of await listUnsettledNos(act.tx, venue, period, mostShown)) {
    const row = await findByNo(act.tx, bookingNo);
    if (row) rows.push(await toSeen(act, row));
  }
  return { rows, nextCursor: null };
};

/** 未到: said by a person who has looked into it, never by a clock, because a busy window is not the visitor's fault. */
export const settle: Action<typeof contract.settle> = async (act, { bookingNo, outcome }) => {
  const row = await findOwn(act, bookingNo);
  if (isRefusal(row)) return row;
  if (row.endsAt > act.now) return refuse('not_over');
  const isMarked = outcome === 'served' ? await markServed(act, bookingNo) : await markMissed(act, bookingNo);
  return isMarked ? toSeen(act, (await findByNo(act.tx, bookingNo)) as BookingRow) : refuse('wrong_state', { state: row.state });
};
