import type { Act, Action } from '#kernel/endpoint.ts';
import { newDigits } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import type * as contract from '../contract/bookings.ts';
import type { BookingFact, PlaceFreed } from '../facts.ts';
import { findSite } from '../held.ts';
import { type BookingRow, findByNo, findByToken, lockByNo, releasePlaces, sendEvent } from '../queries/bookings.ts';
import { servesAt } from './matter.ts';
import { take } from './take.ts';
import { toView } from './view.ts';

type Change = { readonly version?: number | undefined };
type ChangeRefusal = Refusal<'not_found' | 'stale_version' | 'wrong_state' | 'too_late'>;

/** States from which one's own booking can still be changed. */
const changeable: readonly BookingRow['state'][] = ['confirmed', 'offered', 'displaced'];

/** Whether somebody may see and change a booking: its holder, who made it for them, and staff of its hall. */
export async function mayTouch(act: Act, row: BookingRow): Promise<boolean> {
  const { personId } = act.actor;
  if (personId && (row.personId === personId || row.madeBy === personId)) return true;
  // Whoever was displaced to another hall is still called by the desk of the first.
  const sites = await Promise.all([row.place, row.wasPlace ?? row.place].map((place) => findSite(act.tx, place)));
  return sites.some((site) => site !== undefined && servesAt(act, site));
}

export async function findOwn(act: Act, bookingNo: string): Promise<BookingRow | Refusal<'not_found'>> {
  const row = await findByNo(act.tx, bookingNo);
  return row && (await mayTouch(act, row)) ? row : refuse('not_found');
}

export async function findTicket(act: Act, token: string): Promise<BookingRow | Refusal<'not_found'>> {
  return (await findByToken(act.tx, token)) ?? refuse('not_found');
}

/** Locks a booking that may still be changed. Whoever got it by its token has the right by that. */
export async function lockChangeable(
  act: Act,
  found: BookingRow | Refusal<'not_found'>,
  { version }: Change,
): Promise<BookingRow | ChangeRefusal> {
  if (isRefusal(found)) return found;
  const row = (await lockByNo(act.tx, found.bookingNo as string)) as BookingRow;
  if (version !== undefined && version !== row.version) return refuse('stale_version', { version: row.version, state: row.state });
  if (!changeable.includes(row.state)) return refuse('wrong_state', { state: row.state });
  if (row.state !== 'displaced' && row.startsAt <= act.now) return refuse('too_late');
  return row;
}

/** A freed place comes back for everybody after a random while of ten to sixty minutes, so that it cannot be handed on by appointment. */
export function hideUntil({ now }: Act): Date {
  return new Date(now.getTime() + (10 + (Number(newDigits(4)) % 51)) * 60_000);
}

export function publishFreed(act: Act, row: BookingRow): void {
  if (row.state === 'displaced') return;
  act.publish('place_freed', { place: row.place, group: row.serviceGroup, at: row.startsAt.toISOString() } satisfies PlaceFreed);
}

export async function giveUp(act: Act, row: BookingRow, why: { act: string; reason?: string | undefined }): Promise<BookingRow> {
  await releasePlaces(act.tx, [row.bookingId], { state: 'cancelled', hideUntil: hideUntil(act) });
  sendEvent(act.tx, {
    bookingId: row.bookingId,
    act: why.act,
    at: act.now,
    actorId: act.actor.personId,
    facts: why.reason ? { reason: why.reason } : {},
  });
  publishFreed(act, row);
  act.publish('booking_cancelled', { bookingNo: row.bookingNo as string } satisfies BookingFact);
  return { ...row, state: 'cancelled', version: row.version + 1, expiresAt: null };
}

type Cancelling = Change & { readonly reason?: string | undefined };
async function cancelFound(act: Act, found: BookingRow | Refusal<'not_found'>, input: Cancelling) {
  const row = await lockChangeable(act, found, input);
  return isRefusal(row) ? row : toView(act, await giveUp(act, row, { act: 'cancel', reason: input.reason }));
}

type Moving = Change & { readonly at: string; readonly venue?: string | undefined; readonly party?: number | undefined };
/** The new place first, the old one given back in the same statement: nobody is left with none. */
async function moveFound(act: Act, found: BookingRow | Refusal<'not_found'>, { at, venue, party, version }: Moving) {
  const row = await lockChangeable(act, found, { version });
  if (isRefusal(row)) return row;
  const { holderKey, personId, name, phone } = row;
  const target = venue ?? row.place;
  const moved = await take(act, {
    venue: target,
    ...(row.itemCode
      ? { item: row.itemCode }
      : { group: row.serviceGroup, minutes: (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000 }),
    at: new Date(at),
    party: party ?? row.party,
    holder: { holderKey, personId, name, phone },
    state: 'confirmed',
    expiresAt: null,
    moves: row,
    hideUntil: hideUntil(act),
    channel: row.channel,
  });
  if (isRefusal(moved)) return moved;
  sendEvent(act.tx, {
    bookingId: row.bookingId,
    act: 'move',
    at: act.now,
    actorId: act.actor.personId,
    facts: { from: row.startsAt, place: row.place },
  });
  publishFreed(act, row);
  act.publish('booking_moved', { bookingNo: row.bookingNo as string } satisfies BookingFact);
  return toView(act, { ...row, ...moved, version: row.version + 1 });
}

export const cancel: Action<typeof contract.cancel> = async (act, { bookingNo, ...input }) =>
  cancelFound(act, await findOwn(act, bookingNo), input);
export const move: Action<typeof contract.move> = async (act, { bookingNo, ...input }) =>
  moveFound(act, await findOwn(act, bookingNo), input);
export const cancelTicket: Action<typeof contract.cancelTicket> = async (act, { token, ...input }) =>
  cancelFound(act, await findTicket(act, token), input);
export const moveTicket: Action<typeof contract.moveTicket> = async (act, { token, ...input }) =>
  moveFound(act, await findTicket(act, token), input);
