import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { dayOf, localTime } from '#kernel/workdays.ts';
import { findPerson } from '#modules/identity/index.ts';
import type * as contract from '../contract/many.ts';
import type { BookingFact, PlaceFreed } from '../facts.ts';
import { findSite } from '../held.ts';
import { findById, sendEvent } from '../queries/bookings.ts';
import {
  findWaiting,
  insertWaiting,
  type ListedWaiting,
  listWaiting,
  lockNextWaiting,
  setWaiting,
  type WaitingRow,
} from '../queries/waiting.ts';
import { releaseOf } from '../rules/release.ts';
import { mostOf } from '../rules/slot.ts';
import { newNumber } from './book.ts';
import { giveUp } from './change.ts';
import { isFor, matterOf, servesAt } from './matter.ts';
import { take } from './take.ts';

async function toEntry(act: Act, row: ListedWaiting) {
  const site = await findSite(act.tx, row.place);
  const { entryId, fromOn, untilOn, dayPart, party, state, ahead, bookingNo } = row;
  const shown = { entryId, fromOn, untilOn, dayPart, party, state, ahead, bookingNo };
  return {
    ...shown,
    venue: row.place,
    venueName: textIn(site?.venue.name, act.language),
    item: row.itemCode,
    windowGroup: row.serviceGroup,
  };
}

export const joinWaitlist: Action<typeof contract.joinWaitlist> = async (
  act,
  { venue, item, fromOn, untilOn, dayPart = 'any', party = 1 },
) => {
  const matter = await matterOf(act, { venue, item }, fromOn);
  if (isRefusal(matter)) return matter;
  const { site, plan } = matter;
  if (!isFor(act, site)) return refuse('forbidden');
  if (untilOn < fromOn || untilOn < dayOf(act.now, site.zone)) return refuse('ends_before_it_begins');
  const most = mostOf(plan, matter.service);
  if (party > most) return refuse('party_too_large', { most });
  const opensAt = releaseOf(plan, untilOn, site.zone).everybodyAt;
  if (act.now < opensAt) return refuse('not_released', { opensAt: opensAt.toISOString() });
  const person = await findPerson(act.tx, act.actor.personId ?? '');
  if (!person) throw new Error('a session without a person');
  const entryId = newId();
  const { personId, name, phone, language } = person;
  const inserted = await insertWaiting(act.tx, {
    entryId,
    place: venue,
    serviceGroup: matter.service.group,
    itemCode: item ?? null,
    personId,
    name,
    phone,
    language,
    fromOn,
    untilOn,
    dayPart,
    party,
    orderedAt: act.now,
  });
  if (!inserted) return refuse('waiting_already');
  return toEntry(act, (await findWaiting(act.tx, entryId)) as ListedWaiting);
};

export const leaveWaitlist: Action<typeof contract.leaveWaitlist> = async (act, { entryId }) => {
  const row = await findWaiting(act.tx, entryId);
  if (row?.personId !== act.actor.personId || !row) return refuse('not_found');
  await setWaiting(act.tx, { entryId, state: 'left' });
  const offered = row.state === 'offered' && row.bookingId ? await findById(act.tx, row.bookingId) : undefined;
  if (offered?.state === 'offered') await giveUp(act, offered, { act: 'decline' });
  return toEntry(act, (await findWaiting(act.tx, entryId)) as ListedWaiting);
};

export const listWaitlist: Action<typeof contract.listWaitlist> = async (act, { venue }) => {
  const site = venue ? await findSite(act.tx, venue) : undefined;
  if (venue && !(site && servesAt(act, site))) return refuse('forbidden');
  const rows = await listWaiting(act.tx, { place: venue, personId: venue ? undefined : act.actor.personId });
  return { rows: await Promise.all(rows.map(async (row) => ({ ...(await toEntry(act, row)), name: row.name }))), nextCursor: null };
};

const offerMinutes = 30;

/** A freed place goes to the first who waits for a time like it and can have it, for half an hour, while nobody else sees it. */
export async function offerFreed(act: Act, { place, group, at }: PlaceFreed): Promise<void> {
  const site = await findSite(act.tx, place);
  const startsAt = new Date(at);
  if (!site || startsAt <= act.now) return;
  const { day, minute } = localTime(startsAt, site.zone);
  const waiting = await lockNextWaiting(act.tx, { place, group, on: day, part: minute < 720 ? 'morning' : 'afternoon' });
  for (const row of waiting) if (await offerTo(act, row, startsAt)) return;
}

async function offerTo(act: Act, row: WaitingRow, at: Date): Promise<boolean> {
  const { personId, name, phone } = row;
  const numbered = await newNumber(act, row.place);
  const taken = await take(act, {
    venue: row.place,
    ...(row.itemCode ? { item: row.itemCode } : {}),
    at,
    party: row.party,
    holder: { holderKey: personId, personId, name, phone },
    state: 'offered',
    expiresAt: new Date(act.now.getTime() + offerMinutes * 60_000),
    numbered,
    seesHidden: true,
    byStaff: true,
    channel: 'waitlist',
  });
  if (isRefusal(taken)) return false;
  await setWaiting(act.tx, { entryId: row.entryId, state: 'offered', bookingId: taken.bookingId });
  sendEvent(act.tx, { bookingId: taken.bookingId, act: 'offer', at: act.now, actorId: undefined });
  act.publish('place_offered', { bookingNo: numbered.bookingNo } satisfies BookingFact);
  return true;
}
