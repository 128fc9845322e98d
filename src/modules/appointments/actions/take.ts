import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { personsById } from '#modules/identity/index.ts';
import type { takeRefusals } from '../contract/types.ts';
import { findSite } from '../held.ts';
import { type BookingRow, type BookingState, type NewBooking, takePlace } from '../queries/bookings.ts';
import { releaseOf } from '../rules/release.ts';
import { checkSlot, presenceOf } from '../rules/slot.ts';
import { alternativesTo } from './alternatives.ts';
import { type Asked, endOf, type Matter, matterOf, rootOf, shutAt, windowsFor } from './matter.ts';

export type Holder = Pick<BookingRow, 'holderKey' | 'personId' | 'name' | 'phone'>;
/** What is wanted, for whom, in which state; `moves` is the booking that comes here. */
export type Wish = Asked & {
  readonly at: Date;
  readonly party: number;
  readonly holder: Holder;
  readonly state: BookingState;
  readonly expiresAt: Date | null;
  readonly numbered?: { bookingNo: string; token: string };
  readonly moves?: BookingRow | undefined;
  /** When the place that is moved away from may be seen by others. */
  readonly hideUntil?: Date | undefined;
  /** Staff: not bound to the release, may take what is kept for walk-ins when it is urgent. */
  readonly byStaff?: boolean;
  readonly urgent?: boolean;
  /** For the waiting list: freed places that others do not see yet. */
  readonly seesHidden?: boolean;
  readonly channel: string;
};
export type TakeRefusal = Refusal<keyof typeof takeRefusals>;

/** Takes a place, or says why not and what else is free. The answer is the booking as it is now, without the columns that count its changes. */
export async function take(act: Act, wish: Wish): Promise<NewBooking | TakeRefusal> {
  const site = await findSite(act.tx, wish.venue);
  if (!site) return refuse('unknown_venue', { venue: wish.venue });
  const day = dayOf(wish.at, site.zone);
  const matter = await matterOf(act, wish, day);
  if (isRefusal(matter)) return matter;
  const refusal = (await refusalOf(act, matter, wish, day)) ?? undefined;
  if (refusal) return refusal;
  const booking = recordOf(act, matter, wish, day);
  const { plan } = matter;
  const taken = await takePlace(act.tx, {
    booking,
    windows: windowsFor(matter),
    now: act.now,
    openUntil: wish.urgent ? endOf(matter, wish.at) : new Date(act.now.getTime() + plan.walkInHours * 3_600_000),
    seesHidden: wish.seesHidden ?? false,
    perPersonDay: plan.perPersonDay,
    moves: wish.moves?.bookingId ?? null,
    hideUntil: wish.hideUntil ?? null,
  });
  if (!taken.refused) return { ...booking, windowId: taken.windowId, zoneId: taken.zoneId };
  return refuse(taken.refused, taken.refused === 'slot_taken' ? { alternatives: await alternativesTo(act, matter, wish) } : {});
}

async function refusalOf(act: Act, matter: Matter, wish: Wish, day: string): Promise<TakeRefusal | undefined> {
  const { site, plan, service } = matter;
  const { zone } = site;
  const wrong = checkSlot({
    plan,
    spans: site.spansOn(day),
    service,
    day,
    zone,
    at: wish.at,
    now: act.now,
    party: wish.party,
    isStaff: wish.byStaff ?? false,
    hasPriority: await hasPriority(act, wish.holder, releaseOf(plan, day, zone)),
  });
  if (wrong) return wrong;
  return shutAt(act, matter, { at: wish.at, urgent: wish.urgent ?? false });
}

/** Old and handicapped people, who asked for larger letters and slower pages, book first; asked only while it matters. */
async function hasPriority(
  { tx, now }: Act,
  { personId }: Holder,
  { priorityAt, everybodyAt }: ReturnType<typeof releaseOf>,
): Promise<boolean> {
  if (!personId || now < priorityAt || now >= everybodyAt) return false;
  return (await personsById(tx, [personId])).get(personId)?.care ?? false;
}

function recordOf(act: Act, matter: Matter, wish: Wish, day: string): NewBooking {
  const { site, plan, service } = matter;
  const before = wish.moves;
  const endsAt = endOf(matter, wish.at);
  return {
    bookingId: before?.bookingId ?? newId(),
    bookingNo: before?.bookingNo ?? wish.numbered?.bookingNo ?? null,
    token: before?.token ?? wish.numbered?.token ?? null,
    place: site.place,
    day,
    rootId: rootOf(matter),
    zoneId: null,
    windowId: null,
    serviceGroup: service.group,
    itemCode: matter.item?.code ?? null,
    startsAt: wish.at,
    endsAt,
    ...presenceOf(plan, wish.at, endsAt),
    party: wish.party,
    state: wish.state,
    ...wish.holder,
    language: before?.language ?? act.language,
    channel: before?.channel ?? wish.channel,
    madeBy: before ? before.madeBy : (act.actor.personId ?? null),
    caseNo: before?.caseNo ?? null,
    class: before?.class ?? (wish.urgent ? 1 : 0),
    expiresAt: wish.expiresAt,
    orderedAt: before?.orderedAt ?? act.now,
  };
}
