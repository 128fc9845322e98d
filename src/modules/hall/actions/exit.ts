import type { Act, Action, Input } from '#kernel/endpoint.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import type * as contract from '../contract/door.ts';
import type { VisitLeft } from '../facts.ts';
import { findPlace, openPlace, type Place } from '../place.ts';
import { closeAlertUndone } from '../queries/alerts.ts';
import { changeCount, closeLeasesOf, findEntry, findMovement, insertMovement, isUndone, listCounts } from '../queries/headcount.ts';
import { dropReadings } from '../queries/health.ts';
import {
  claimEvent,
  closeVisits,
  findEvent,
  findInside,
  findScreening,
  findVisitById,
  findVisitOfScreening,
  setBack,
  setEventSubject,
  setLeft,
  setScreeningUndone,
  setVisitUndone,
  type Visit,
} from '../queries/visits.ts';
import { newId } from '#kernel/ids.ts';
import { countBack, countOut, lockPlace, type Locked } from './count.ts';
import { here, type Moment, momentOf, sourceOf } from './moment.ts';

const atTheDoor = ['gate', 'window', 'supervisor'] as const;

export const getOccupancy: Action<typeof contract.getOccupancy> = async (act, { venue }) => {
  const place = await findPlace(act, venue);
  return place ? occupancyOf(act, place) : refuse('not_found');
};

export async function occupancyOf(act: Act, { venue, capOf }: Place): Promise<contract.Occupancy> {
  const counts = await listCounts(act.tx, venue.code);
  const now = (area: 'hall' | 'special') => Math.max(0, counts.find((one) => one.area === area)?.inside ?? 0);
  return { now: now('hall'), cap: capOf.hall, special: { now: now('special'), cap: capOf.special } };
}

type Leaving = Input<typeof contract.exit>;

export const exit: Action<typeof contract.exit> = async (act, input) => {
  const place = await openPlace(act, input.venue, atTheDoor);
  if (isRefusal(place)) return place;
  const moment = await momentOf(act, place, input);
  if (isRefusal(moment)) return (await findEvent(act.tx, sourceOf(act), input.deviceEventId)) ? occupancyOf(act, place) : moment;
  const claim = { source: moment.source, eventId: input.deviceEventId, kind: 'exit', at: moment.at };
  if (!(await claimEvent(act.tx, claim))) return occupancyOf(act, place);
  const locked = await lockPlace(act, place);
  const visit = await findLeaving(act, input);
  if (isRefusal(visit)) return visit;
  return letOut(act, { locked, moment, input, visit });
};

/** Somebody known, or just so many people. A booking told afterwards is counted even when nobody of it is inside any more. */
async function findLeaving(
  act: Act,
  { venue, visitId, bookingNo, offline }: Leaving,
): Promise<Visit | undefined | Refusal<'visit_unknown' | 'left_already'>> {
  if (!visitId && !bookingNo) return undefined;
  const visit = visitId
    ? await findVisitById(act.tx, visitId)
    : await findInside(act.tx, venue, parseHumanNumber(bookingNo ?? '') ?? bookingNo ?? '');
  if (!visit && !visitId && offline) return undefined;
  if (!visit || visit.venueCode !== venue) return refuse('visit_unknown');
  return visit.leftAt ? refuse('left_already') : visit;
}

type Out = { readonly locked: Locked; readonly moment: Moment; readonly input: Leaving; readonly visit: Visit | undefined };

async function letOut(act: Act, { locked, moment, input, visit }: Out): Promise<contract.Occupancy | Refusal<'nobody_inside'>> {
  const area = visit?.area ?? input.area ?? 'hall';
  if (visit) await setLeft(act.tx, visit.visitId, moment.at);
  const out = await countOut(act, locked, { area, people: visit?.party ?? input.people ?? 1, visitId: visit?.visitId ?? null, moment });
  if (out.people === 0 && !moment.offline) return refuse('nobody_inside');
  await setEventSubject(act.tx, { source: moment.source, eventId: input.deviceEventId, subjectId: out.movementId });
  if (visit) act.publish('visit_left', { visitId: visit.visitId, venue: visit.venueCode } satisfies VisitLeft);
  return occupancyOf(act, locked.place);
}

/** 撤销: what this device or person did last, as long as the policy lets it. The event stays; a movement back is written beside it. */
export const undoLast: Action<typeof contract.undoLast> = async (act, { venue, deviceEventId }) => {
  const place = await openPlace(act, venue, atTheDoor);
  if (isRefusal(place)) return place;
  const locked = await lockPlace(act, place);
  const event = await findEvent(act.tx, sourceOf(act), deviceEventId);
  if (!event?.subjectId) return refuse('not_found');
  if (act.now.getTime() - event.at.getTime() > place.policy.rules.undoSeconds * 1000)
    return refuse('too_late_to_undo', { seconds: place.policy.rules.undoSeconds });
  const back = { locked, subjectId: event.subjectId };
  const problem = event.kind === 'exit' ? await undoExit(act, back) : await undoScreening(act, back);
  return problem ?? occupancyOf(act, place);
};

type Back = { readonly locked: Locked; readonly subjectId: string };

async function undoExit(act: Act, { locked, subjectId }: Back): Promise<Refusal<'undone_already' | 'not_found'> | undefined> {
  const movement = await findMovement(act.tx, subjectId);
  if (!movement || movement.venueCode !== locked.place.venue.code) return refuse('not_found');
  if (await isUndone(act.tx, movement.movementId)) return refuse('undone_already');
  await countBack(act, locked, { movement, moment: here(act, movement.door) });
  if (movement.visitId) await setBack(act.tx, movement.visitId);
  return undefined;
}

async function undoScreening(
  act: Act,
  { locked, subjectId }: Back,
): Promise<Refusal<'undone_already' | 'not_found' | 'too_late_to_undo'> | undefined> {
  const screening = await findScreening(act.tx, subjectId);
  if (!screening || screening.venueCode !== locked.place.venue.code) return refuse('undone_already');
  const visit = await findVisitOfScreening(act.tx, subjectId);
  if (visit?.leftAt) return refuse('too_late_to_undo');
  const entry = visit && (await findEntry(act.tx, visit.visitId));
  if (entry) await countBack(act, locked, { movement: entry, moment: here(act, entry.door) });
  if (visit) await setVisitUndone(act.tx, visit.visitId, act.now);
  await setScreeningUndone(act.tx, subjectId, act.now);
  await dropReadings(act.tx, subjectId);
  await closeAlertUndone(act.tx, { screeningId: subjectId, at: act.now, by: act.actor.name });
  return undefined;
}

/** 清场: the evening's end. Nobody is left counted; the reason and who did it stay. */
export const closeDay: Action<typeof contract.closeDay> = async (act, { venue, reason }) => {
  const place = await openPlace(act, venue, ['gate', 'supervisor']);
  if (isRefusal(place)) return place;
  const { counts } = await lockPlace(act, place);
  const moment = here(act, null);
  for (const area of ['hall', 'special'] as const) {
    const seen = counts[area];
    await changeCount(act.tx, { venue, area, seen, change: { inside: -seen.inside, leased: -seen.leased } });
    const { source, byName, at, receivedAt } = moment;
    const empty = { movementId: newId(), venueCode: venue, area, door: null, kind: 'close' as const, visitId: null, undoes: null };
    await insertMovement(act.tx, { ...empty, people: -seen.inside || 0, at, receivedAt, byName, source, reason });
  }
  await closeLeasesOf(act.tx, venue, act.now);
  await closeVisits(act.tx, venue, act.now);
  return { countedOut: Math.max(0, counts.hall.inside), specialCountedOut: Math.max(0, counts.special.inside) };
};
