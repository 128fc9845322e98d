import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import type { Area } from '../contract/shapes.ts';
import type { Place } from '../place.ts';
import {
  changeCount,
  closeLease,
  findLastClose,
  findOpenLease,
  insertMovement,
  type Lease,
  lockCounts,
  type Movement,
  takeFromLease,
} from '../queries/headcount.ts';
import { admit, apply, type Change, type Count, giveBackPlaces, leave, replayIn } from '../rules/headcount.ts';
import type { Moment } from './moment.ts';

/** Both counters of a venue, held until the transaction ends: whoever asks whether there is room holds them first. */
export type Locked = { readonly counts: Record<Area, Count>; readonly place: Place };
export async function lockPlace(act: Act, place: Place): Promise<Locked> {
  return { place, counts: await lockCounts(act.tx, place.venue.code) };
}

export type Entry = { readonly area: Area; readonly people: number; readonly visitId: string; readonly override?: string | undefined };

/** Counts somebody in. Told afterwards it is counted as it was, and out again when the day has been closed since. */
export async function countIn(
  act: Act,
  { counts, place }: Locked,
  entry: Entry & { moment: Moment },
): Promise<Refusal<'hall_full'> | undefined> {
  const { area, people, visitId, override, moment } = entry;
  const [count, cap] = [counts[area], place.capOf[area]];
  const lease = act.actor.device ? await findOpenLease(act.tx, act.actor.device.deviceId, area) : undefined;
  const held = lease ? lease.places - lease.used : 0;
  const change = moment.offline || override ? replayIn(people, override ? 0 : held) : admit(count, { cap, people, lease: held });
  if (!change) return refuse('hall_full', { now: Math.max(0, count.inside), cap });
  if (lease && change.leased < 0) await takeFromLease(act.tx, lease.leaseId, -change.leased);
  const closed = moment.offline ? await findLastClose(act.tx, place.venue.code, moment.at) : undefined;
  const done: Change = closed ? { inside: 0, leased: change.leased } : change;
  await changeCount(act.tx, { venue: place.venue.code, area, seen: count, change: done });
  await insertMovement(act.tx, { ...movementOf(place, moment), area, kind: 'in', people, visitId, reason: override ?? null });
  if (closed)
    await insertMovement(act.tx, { ...movementOf(place, moment), area, kind: 'close', people: -people, visitId, at: closed, reason: null });
  return undefined;
}

/** Counts people out; the movement’s id, and how many there were to count. */
export async function countOut(
  act: Act,
  { counts, place }: Locked,
  out: { area: Area; people: number; visitId: string | null; moment: Moment },
): Promise<{ movementId: string; people: number }> {
  const { area, people, visitId, moment } = out;
  const isClosed = moment.offline && (await findLastClose(act.tx, place.venue.code, moment.at)) !== undefined;
  const change = isClosed ? { inside: 0, leased: 0 } : leave(counts[area], people);
  await changeCount(act.tx, { venue: place.venue.code, area, seen: counts[area], change });
  const movement = { ...movementOf(place, moment), area, kind: 'out' as const, people: change.inside, visitId, reason: null };
  await insertMovement(act.tx, movement);
  return { movementId: movement.movementId, people: -change.inside };
}

/** Takes back one movement, whichever way it went. */
export async function countBack(
  act: Act,
  { counts, place }: Locked,
  { movement, moment }: { movement: Movement; moment: Moment },
): Promise<void> {
  const { area, people, visitId, movementId } = movement;
  await changeCount(act.tx, { venue: place.venue.code, area, seen: counts[area], change: { inside: -people, leased: 0 } });
  await insertMovement(act.tx, {
    ...movementOf(place, moment),
    area,
    kind: 'undo',
    people: -people,
    visitId,
    undoes: movementId,
    reason: null,
  });
}

/** What a lease has not used is free again for everybody. */
export async function giveBack(act: Act, { counts, place }: Locked, { lease, moment }: { lease: Lease; moment: Moment }): Promise<Count> {
  const seen = counts[lease.area];
  const change = giveBackPlaces(seen, lease.places - lease.used);
  await changeCount(act.tx, { venue: place.venue.code, area: lease.area, seen, change });
  if (change.inside > 0) {
    const { area } = lease;
    const surplus = { ...movementOf(place, moment), area, kind: 'undo' as const, people: change.inside, visitId: null };
    await insertMovement(act.tx, { ...surplus, reason: 'more counted out than in' });
  }
  await closeLease(act.tx, lease.leaseId, act.now);
  return apply(seen, change);
}

function movementOf(place: Place, { door, at, receivedAt, byName, source }: Moment) {
  return { movementId: newId(), venueCode: place.venue.code, door, at, receivedAt, byName, source, undoes: null };
}
