import type { Tx } from '#kernel/db.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { refuse } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import type { EffectQuestion } from '#modules/channels/index.ts';
import type * as contract from '../contract/many.ts';
import type { BookingFact, PlaceFreed } from '../facts.ts';
import { findSite, listSites, venueCodeOf } from '../held.ts';
import { horizonOf, setCaps } from '../places.ts';
import { listComing, listDisplaced, sweep } from '../queries/rebooking.ts';
import { closeLapsedOffers } from '../queries/waiting.ts';
import { servesAt } from './matter.ts';
import { rebookPlace } from './rebook.ts';
import { toSeen, toViews } from './view.ts';

/** What the channels ask before they close a way: how many bookings would have to move. */
export async function countBookings(tx: Tx, question: EffectQuestion): Promise<number> {
  return (await listHit(tx, question)).length;
}

async function listHit(tx: Tx, { venueCode, itemCodes, channels, from, until }: EffectQuestion) {
  if (!channels.includes('appointment')) return [];
  const coming = await listComing(tx, { place: venueCode, from, until });
  return itemCodes ? coming.filter(({ itemCode }) => itemCode !== null && itemCodes.includes(itemCode)) : coming;
}

const shown = 500;

export const previewClosing: Action<typeof contract.previewClosing> = async (act, { venue, item, unit, from, until }) => {
  const { items } = await getCatalogue(act.tx, act.now);
  const inScope = items.filter(
    ({ code, unitCode }) => (!item || code === item) && (!unit || unitCode === unit || unitCode.startsWith(`${unit}/`)),
  );
  const rows = await listHit(act.tx, {
    itemCodes: item || unit ? inScope.map(({ code }) => code) : undefined,
    channels: ['appointment'],
    venueCode: venue ? venueCodeOf(venue) : null,
    from: new Date(from),
    until: until ? new Date(until) : null,
  });
  const people = rows.reduce((sum, { party }) => sum + party, 0);
  return { bookings: rows.length, people, rows: await toViews(act, rows.slice(0, shown)), nextCursor: null };
};

export const listRebookings: Action<typeof contract.listRebookings> = async (act, { venue, unanswered = false, limit = 500 }) => {
  const site = await findSite(act.tx, venue);
  if (!site) return refuse('unknown_venue', { venue });
  if (!servesAt(act, site)) return refuse('forbidden');
  const rows = await Promise.all(
    (await listDisplaced(act.tx, venue, limit)).map(async (row) => ({
      booking: await toSeen(act, row),
      wasAt: row.wasAt?.toISOString() ?? null,
      hops: row.hops,
      orderedAt: row.orderedAt.toISOString(),
      answer: row.state === 'offered' ? ('unanswered' as const) : row.lapsedAt ? ('expired' as const) : ('in-line' as const),
    })),
  );
  return { rows: unanswered ? rows.filter(({ answer }) => answer !== 'in-line') : rows, nextCursor: null };
};

/** A way was closed or opened again: the caps follow, so that nobody can book into a closed time. */
export async function closeCells(act: Act, place: string): Promise<void> {
  const site = await findSite(act.tx, place);
  if (site) await setCaps(act, site, { from: dayOf(act.now, site.zone), to: horizonOf(site, act.now) });
}

/** Offers that nobody answered go back: who was displaced stays in line and on the desk's list, in the waiting list the next one is asked. */
export async function lapse(act: Act, place: string): Promise<void> {
  const site = await findSite(act.tx, place);
  const roots = (site?.resources ?? []).filter(({ kind }) => kind === 'hall' || kind === 'special').map(({ resourceId }) => resourceId);
  for (const bookingNo of await sweep(act.tx, roots, act.now)) act.publish('place_lapsed', { bookingNo } satisfies BookingFact);
  for (const { startsAt, ...freed } of await closeLapsedOffers(act.tx, place))
    act.publish('place_freed', { ...freed, at: startsAt.toISOString() } satisfies PlaceFreed);
}

export async function rebookOne(act: Act, place: string): Promise<void> {
  const site = await findSite(act.tx, place);
  if (!site) return;
  const { byCode } = await getCatalogue(act.tx, act.now);
  await rebookPlace(act, site, { unitOf: (itemCode) => byCode.get(itemCode)?.unitCode ?? '' });
}

export async function listPlaces(act: Act): Promise<string[]> {
  return (await listSites(act.tx)).map(({ place }) => place);
}
