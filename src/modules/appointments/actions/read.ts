import type { Action } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { logView } from '#modules/identity/index.ts';
import type * as contract from '../contract/bookings.ts';
import { findSite } from '../held.ts';
import { listOfPerson, listOnDay } from '../queries/bookings.ts';
import { findOwn, findTicket } from './change.ts';
import { servesAt } from './matter.ts';
import { toSeen, toView, toViews } from './view.ts';

export const getBooking: Action<typeof contract.getBooking> = async (act, { bookingNo }) => {
  const row = await findOwn(act, bookingNo);
  if (isRefusal(row)) return row;
  if (row.personId) logView(act, { subjectId: row.personId, what: `booking:${bookingNo}`, why: 'hall' });
  return toSeen(act, row);
};

export const getTicket: Action<typeof contract.getTicket> = async (act, { token }) => {
  const row = await findTicket(act, token);
  return isRefusal(row) ? row : toView(act, row);
};

export const listBookings: Action<typeof contract.listBookings> = async (act, { venue, on, state, limit = 200 }) => {
  const fits = ({ state: is }: { state: string }) => state === undefined || is === state;
  if (!venue) {
    const own = await listOfPerson(act.tx, act.actor.personId ?? '', limit);
    return { rows: await toViews(act, own.filter(fits)), nextCursor: null };
  }
  const site = await findSite(act.tx, venue);
  if (!site) return refuse('unknown_venue', { venue });
  if (!servesAt(act, site)) return refuse('forbidden');
  const rows = (await listOnDay(act.tx, venue, on ?? dayOf(act.now, site.zone))).filter(fits);
  return { rows: await toViews(act, rows.slice(0, limit)), nextCursor: null };
};
