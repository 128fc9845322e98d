import type { Tx } from '#kernel/db.ts';
import type { Day } from '#kernel/workdays.ts';
import { type BookingRow, columns } from './bookings.ts';

/** Coming bookings of a place, locked in one order. */
export function lockComing(tx: Tx, place: string, { from, until }: { from: Date; until: Date | null }): Promise<BookingRow[]> {
  return tx.rows<BookingRow>(
    `select ${columns} from appointments.booking
     where place = $1 and state in ('confirmed', 'offered') and starts_at >= $2 and ($3::timestamptz is null or starts_at < $3)
     order by booking_id for update`,
    [place, from, until],
  );
}

/** Coming bookings of any place or one, without a lock: for a preview. */
export function listComing(
  tx: Tx,
  { place, from, until }: { place: string | null; from: Date; until: Date | null },
): Promise<BookingRow[]> {
  return tx.rows<BookingRow>(
    `select ${columns} from appointments.booking
     where ($1::text is null or place = $1 or place like $1 || ':%') and state in ('confirmed', 'offered') and starts_at >= $2
       and ($3::timestamptz is null or starts_at < $3)
     order by starts_at, booking_no`,
    [place, from, until],
  );
}

/** Takes bookings off their places and puts them in line; their first time and their order stay. */
export async function displace(tx: Tx, bookingIds: readonly string[]): Promise<void> {
  await tx.run(`select appointments.release_places($1, 'displaced', null)`, [bookingIds]);
  await tx.run(
    `update appointments.booking set hops = hops + 1, lapsed_at = null, was_at = coalesce(was_at, starts_at), was_place = coalesce(was_place, place)
     where booking_id = any ($1)`,
    [bookingIds],
  );
  await tx.run(`update appointments.cell set is_over = false where is_over and bookings <= booking_cap and persons <= person_cap`);
}

/** Who stands in line without an offer: displaced, and not somebody who let an offer pass. */
export function lockInLine(tx: Tx, place: string | null): Promise<BookingRow[]> {
  return tx.rows<BookingRow>(
    `select ${columns} from appointments.booking
     where state = 'displaced' and lapsed_at is null and ($1::text is null or place = $1) order by booking_id for update skip locked`,
    [place],
  );
}

/** The desk's list: offered and unanswered, or in line, in the fair order. */
export function listDisplaced(tx: Tx, place: string, limit: number): Promise<BookingRow[]> {
  return tx.rows<BookingRow>(
    `select ${columns} from appointments.booking
     where (place = $1 or was_place = $1) and (state = 'displaced' or state = 'offered' and was_at is not null)
     order by class desc, hops desc, ordered_at, booking_id limit $2`,
    [place, limit],
  );
}

/** Other live bookings of these people: `place/day` by holder. */
export async function listBusy(
  tx: Tx,
  holderKeys: readonly string[],
  from: Day,
): Promise<{ holderKey: string; place: string; day: Day }[]> {
  return tx.rows(
    `select holder_key, place, day from appointments.booking
     where holder_key = any ($1) and day >= $2 and state in ('held', 'offered', 'confirmed', 'arrived')`,
    [holderKeys, from],
  );
}

export type Moved = {
  readonly bookingId: string;
  readonly place: string;
  readonly day: Day;
  readonly rootId: number;
  readonly zoneId: number | null;
  readonly windowId: number | null;
  readonly serviceGroup: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly insideFrom: Date;
  readonly insideUntil: Date;
  readonly expiresAt: Date;
};
export async function offerPlaces(tx: Tx, moves: readonly Moved[]): Promise<void> {
  if (moves.length > 0) await tx.run(`select appointments.offer_places($1)`, [JSON.stringify(moves)]);
}

/** Frees what nobody confirmed or answered in time; the numbers of the offers that passed. */
export async function sweep(tx: Tx, roots: readonly number[], now: Date): Promise<string[]> {
  const rows = await tx.rows<{ bookingNo: string }>(
    `with swept as materialized (select s as booking_id from appointments.sweep($1, $2) s)
     select b.booking_no from swept join appointments.booking b using (booking_id)`,
    [roots, now],
  );
  return rows.map(({ bookingNo }) => bookingNo);
}

export async function insertEvents(tx: Tx, bookingIds: readonly string[], { act, at }: { act: string; at: Date }): Promise<void> {
  await tx.run(
    `insert into appointments.booking_event (booking_id, seq, act, at)
     select b.id, coalesce((select max(seq) from appointments.booking_event e where e.booking_id = b.id), 0) + 1, $2, $3 from unnest($1::uuid[]) as b (id)`,
    [bookingIds, act, at],
  );
}
