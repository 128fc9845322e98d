import type { Tx } from '#kernel/db.ts';

/** What is held of a person's numbers in the hall, but for what opens them. */
export function exportTickets(tx: Tx, personId: string) {
  return tx.rows<Readonly<Record<string, unknown>>>(
    `select ticket_no, venue, on_day, service_group, kind, priority_reason, party, origin, item_code, booking_no, taken_at, state, called_at, serving_at,
       ended_at, note, rating, rating_comment from hall.ticket where person_id = $1 order by taken_at`,
    [personId],
  );
}
