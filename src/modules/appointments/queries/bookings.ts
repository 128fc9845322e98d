import type { Tx } from '#kernel/db.ts';
import type { Day } from '#kernel/workdays.ts';
import type { bookingStates } from '../contract/types.ts';
import type { Candidate } from '../rules/free.ts';

export type BookingState = (typeof bookingStates)[number];
export type BookingRow = {
  readonly bookingId: string;
  readonly bookingNo: string | null;
  readonly token: string | null;
  readonly place: string;
  readonly day: Day;
  readonly rootId: number;
  readonly zoneId: number | null;
  readonly windowId: number | null;
  readonly serviceGroup: string;
  readonly itemCode: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly insideFrom: Date;
  readonly insideUntil: Date;
  readonly party: number;
  readonly state: BookingState;
  readonly holderKey: string;
  readonly personId: string | null;
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly channel: string;
  readonly madeBy: string | null;
  readonly caseNo: string | null;
  readonly class: number;
  readonly expiresAt: Date | null;
  readonly orderedAt: Date;
  readonly hops: number;
  /** Where and when it was before it was displaced; null when it never was. */
  readonly wasAt: Date | null;
  readonly wasPlace: string | null;
  readonly lapsedAt: Date | null;
  readonly sequence: number;
  readonly version: number;
};

export const columns = `booking_id, booking_no, token, place, day, root_id, zone_id, window_id, service_group, item_code, starts_at, ends_at, inside_from, inside_until,
  party, state, holder_key, person_id, name, phone, language, channel, made_by, case_no, class, expires_at, ordered_at, hops, was_at, was_place,
  lapsed_at, sequence, version`;

/** A booking without the columns that count its changes. */
export type NewBooking = Omit<BookingRow, 'hops' | 'wasAt' | 'wasPlace' | 'lapsedAt' | 'sequence' | 'version'>;

export type Wanted = {
  readonly booking: Omit<NewBooking, 'zoneId' | 'windowId'>;
  readonly windows: readonly Candidate[];
  readonly now: Date;
  readonly openUntil: Date;
  readonly seesHidden: boolean;
  readonly perPersonDay: number;
  readonly moves: string | null;
  readonly hideUntil: Date | null;
};
type Taken = { readonly refused?: 'slot_taken' | 'booked_already'; readonly windowId: number | null; readonly zoneId: number | null };

/** The one way to a place; what it does stands with the function itself. */
export async function takePlace(tx: Tx, { booking, ...wanted }: Wanted): Promise<Taken> {
  const record = Object.fromEntries(
    Object.entries(booking).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
  const { taken } = await tx.one<{ taken: Taken }>(`select appointments.take_place($1) as taken`, [
    JSON.stringify({ ...wanted, booking: record }),
  ]);
  return taken;
}

export async function releasePlaces(
  tx: Tx,
  bookingIds: readonly string[],
  to: { state: BookingState; hideUntil: Date | null },
): Promise<void> {
  await tx.run(`select appointments.release_places($1, $2, $3)`, [bookingIds, to.state, to.hideUntil]);
}

export type Confirmation = { holdId: string; phone: string | null; caseNo: string | null; now: Date };

/** A hold that is still there is confirmed, also a little late: whoever wanted its place would have taken it away. */
export function confirmHold(tx: Tx, given: Confirmation): Promise<BookingRow | undefined> {
  return tx.maybe<BookingRow>(
    `update appointments.booking set state = 'confirmed', phone = coalesce($2, phone), case_no = coalesce($3, case_no), expires_at = null, version = version + 1
     where booking_id = $1 and state = 'held' and starts_at > $4 returning ${columns}`,
    [given.holdId, given.phone, given.caseNo, given.now],
  );
}

export async function setPhone(tx: Tx, bookingId: string, phone: string): Promise<void> {
  await tx.run(`update appointments.booking set phone = $2 where booking_id = $1`, [bookingId, phone]);
}

export function findById(tx: Tx, bookingId: string) {
  return tx.maybe<BookingRow>(`select ${columns} from appointments.booking where booking_id = $1`, [bookingId]);
}
export function findByNo(tx: Tx, bookingNo: string) {
  return tx.maybe<BookingRow>(`select ${columns} from appointments.booking where booking_no = $1`, [bookingNo]);
}
export function findByToken(tx: Tx, token: string) {
  return tx.maybe<BookingRow>(`select ${columns} from appointments.booking where token = $1`, [token]);
}
export function lockByNo(tx: Tx, bookingNo: string) {
  return tx.maybe<BookingRow>(`select ${columns} from appointments.booking where booking_no = $1 for update`, [bookingNo]);
}
export function lockById(tx: Tx, bookingId: string) {
  return tx.maybe<BookingRow>(`select ${columns} from appointments.booking where booking_id = $1 for update`, [bookingId]);
}

export function listOnDay(tx: Tx, place: string, day: Day): Promise<BookingRow[]> {
  return tx.rows<BookingRow>(
    `select ${columns} from appointments.booking where place = $1 and day = $2 and state not in ('held', 'expired') order by starts_at, booking_no`,
    [place, day],
  );
}
/** Coming bookings that take a place, by when they were made. */
export function listLiveIn(tx: Tx, place: string, { from, until, now }: { from: Date; until: Date; now: Date }): Promise<BookingRow[]> {
  return tx.rows<BookingRow>(
    `select ${columns} from appointments.booking
     where place = $1 and starts_at >= $2 and starts_at < $3 and starts_at > $4 and state in ('confirmed', 'offered') order by ordered_at, booking_id`,
    [place, from, until, now],
  );
}
export function listOfPerson(tx: Tx, personId: string, limit: number): Promise<BookingRow[]> {
  return tx.rows<BookingRow>(
    `select ${columns} from appointments.booking where person_id = $1 and state not in ('held', 'expired') order by starts_at desc limit $2`,
    [personId, limit],
  );
}

/** Compare and set. */
export async function setState(
  tx: Tx,
  { bookingId, version, to }: { bookingId: string; version: number; to: BookingState },
): Promise<boolean> {
  const changed = await tx.run(
    `update appointments.booking set state = $3, expires_at = null, version = version + 1 where booking_id = $1 and version = $2`,
    [bookingId, version, to],
  );
  return changed === 1;
}

export type Event = { bookingId: string; act: string; at: Date; actorId: string | undefined; facts?: object };

/** Travels with the commit. */
export function sendEvent(tx: Tx, { bookingId, act, at, actorId, facts = {} }: Event): void {
  tx.send(
    `insert into appointments.booking_event (booking_id, seq, act, at, actor_id, facts)
     select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5 from appointments.booking_event where booking_id = $1`,
    [bookingId, act, at, actorId ?? null, JSON.stringify(facts)],
  );
}

/** Marks them too, so that each is told once. */
export async function listToRemind(tx: Tx, { now, until }: { now: Date; until: Date }): Promise<string[]> {
  const rows = await tx.rows<{ bookingNo: string }>(
    `update appointments.booking set reminded_at = $1
     where booking_id in (
       select booking_id from appointments.booking
       where state = 'confirmed' and reminded_at is null and starts_at > $1 and starts_at <= $2 and ordered_at < starts_at - interval '26 hours'
       order by booking_id limit 500 for update skip locked)
     returning booking_no`,
    [now, until],
  );
  return rows.map(({ bookingNo }) => bookingNo);
}
