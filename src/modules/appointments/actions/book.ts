import type { Act, Action } from '#kernel/endpoint.ts';
import { newHumanNumber, newToken } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { ensurePerson, findPerson } from '#modules/identity/index.ts';
import type * as contract from '../contract/bookings.ts';
import type { BookingFact } from '../facts.ts';
import { findSite, type Site, venueCodeOf } from '../held.ts';
import { type BookingRow, confirmHold, findById, lockById, releasePlaces, sendEvent, setPhone } from '../queries/bookings.ts';
import { isFor, servesAt, shutAt } from './matter.ts';
import { type Holder, take } from './take.ts';
import { toView } from './view.ts';

type Visitor = { readonly name: string; readonly phone: string; readonly number?: string | undefined };

/** The digits that make two ways of writing a phone the same; the country before the number of a caller from here says nothing new. */
function phoneKey(phone: string): string {
  return `tel:${phone
    .replace(/[^+\d]/g, '')
    .replace(/^(\+|00)(86|84)0?|^0(?=[1-9])/, '')
    .replace(/\D/g, '')}`;
}

/** Somebody a member of staff books for: a person where the identity number is given, else a name behind a phone. */
export async function holderFor(act: Act, visitor: Visitor): Promise<Holder> {
  const { name, phone, number } = visitor;
  if (!number) return { holderKey: phoneKey(phone), personId: null, name, phone };
  const person = await ensurePerson(act, { name, phone, number });
  return { holderKey: person.personId, personId: person.personId, name, phone };
}

function ownHolder({ actor }: Act): Holder {
  const { personId = '', name } = actor;
  return { holderKey: personId, personId, name, phone: '' };
}

export const bookingRoles = ['window', 'hotline', 'cadre', 'planner'] as const;

/** Whom a hold is for: oneself, or with `for` somebody else, by staff of the hall or a cadre. Rooms and meals are the staff's. */
async function wantedHolder(act: Act, site: Site, visitor: Visitor | undefined): Promise<Holder | Refusal<'forbidden'>> {
  if (!isFor(act, site)) return refuse('forbidden');
  if (visitor) return servesAt(act, site, bookingRoles) ? holderFor(act, visitor) : refuse('forbidden');
  return ownHolder(act);
}

export const hold: Action<typeof contract.hold> = async (act, { venue, at, party = 1, for: visitor, ...asked }) => {
  const site = await findSite(act.tx, venue);
  if (!site) return refuse('unknown_venue', { venue });
  const holder = await wantedHolder(act, site, visitor);
  if (isRefusal(holder)) return holder;
  const startsAt = new Date(at);
  const numbered = await newNumber(act, venue);
  const { holdMinutes } = site.planOn(dayOf(startsAt, site.zone));
  const expiresAt = new Date(act.now.getTime() + holdMinutes * 60_000);
  const byStaff = visitor !== undefined;
  const taken = await take(act, {
    ...asked,
    venue,
    at: startsAt,
    party,
    holder,
    state: 'held',
    numbered,
    expiresAt,
    byStaff,
    channel: visitor ? 'phone' : 'online',
  });
  if (isRefusal(taken)) return taken;
  return {
    holdId: taken.bookingId,
    expiresAt: expiresAt.toISOString(),
    at: taken.startsAt.toISOString(),
    until: taken.endsAt.toISOString(),
    arriveFrom: taken.insideFrom.toISOString(),
    arriveUntil: taken.startsAt.toISOString(),
    windowGroup: taken.serviceGroup,
  };
};

export const dropHold: Action<typeof contract.dropHold> = async (act, { holdId }) => {
  const row = await lockById(act.tx, holdId);
  if (!row) return refuse('not_found');
  if (row.state !== 'held') return { dropped: false };
  await releasePlaces(act.tx, [holdId], { state: 'expired', hideUntil: null });
  return { dropped: true };
};

export async function newNumber(act: Act, place: string): Promise<{ bookingNo: string; token: string }> {
  const site = await findSite(act.tx, place);
  return { bookingNo: newHumanNumber(site?.directory.prefixOf(venueCodeOf(place)) ?? 'XX'), token: newToken() };
}

export const book: Action<typeof contract.book> = async (act, { holdId, phone, caseNo = null }) => {
  const held = await findById(act.tx, holdId);
  const shut = held?.state === 'held' ? await whyShut(act, held) : undefined;
  if (shut) return shut;
  const confirmed = await confirmHold(act.tx, { holdId, phone: phone ?? null, caseNo, now: act.now });
  if (!confirmed) return bookedBefore(act, holdId);
  const row = confirmed.phone ? confirmed : await withPhone(act, confirmed);
  sendEvent(act.tx, { bookingId: holdId, act: 'book', at: act.now, actorId: act.actor.personId });
  act.publish('booked', { bookingNo: row.bookingNo as string } satisfies BookingFact);
  return { ...(await toView(act, row)), token: row.token as string };
};

/** A way may have been closed after the time was held. */
async function whyShut(act: Act, { place, itemCode, startsAt, class: urgent }: BookingRow): Promise<Refusal<'channel_closed'> | undefined> {
  const site = await findSite(act.tx, place);
  const item = itemCode ? (await getCatalogue(act.tx, act.now)).byCode.get(itemCode) : undefined;
  return site && shutAt(act, { site, item }, { at: startsAt, urgent: urgent > 0 });
}

/** Whoever gave no phone is called on the one the account has. */
async function withPhone(act: Act, row: BookingRow): Promise<BookingRow> {
  const { phone = '' } = (row.personId && (await findPerson(act.tx, row.personId))) || {};
  if (phone) await setPhone(act.tx, row.bookingId, phone);
  return { ...row, phone };
}

/** Pressed twice: the second answer is the first booking. */
async function bookedBefore(act: Act, holdId: string) {
  const row = await findById(act.tx, holdId);
  if (!row) return refuse('not_found');
  return row.state === 'confirmed' ? { ...(await toView(act, row)), token: row.token as string } : refuse('hold_expired');
}
