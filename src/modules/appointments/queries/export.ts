import type { Tx } from '#kernel/db.ts';

type Row = Readonly<Record<string, unknown>>;

/** What is held of a person's bookings and places on waiting lists, but for what opens them. */
export async function exportBookings(tx: Tx, personId: string): Promise<{ bookings: Row[]; waiting: Row[] }> {
  return {
    bookings: await tx.rows<Row>(
      `select booking_no, place, service_group, item_code, starts_at, ends_at, party, state, name, phone, channel, case_no, ordered_at, cancelled_why
       from appointments.booking where person_id = $1 and booking_no is not null order by starts_at`,
      [personId],
    ),
    waiting: await tx.rows<Row>(
      `select place, service_group, item_code, name, phone, from_on, until_on, day_part, party, state, ordered_at
       from appointments.waiting where person_id = $1 order by ordered_at`,
      [personId],
    ),
  };
}
