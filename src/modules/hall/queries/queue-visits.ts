import type { Tx } from '#kernel/db.ts';

export type QueueVisit = {
  readonly visitId: string;
  readonly area: 'hall' | 'special';
  readonly shown: string;
  readonly door: string | null;
  readonly party: number;
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
};

/** The visit that a ticket belongs to: the one named, else the latest of the booking. */
export function findVisitFor(tx: Tx, { visitId, bookingNo, venue }: { visitId: string | null; bookingNo: string | null; venue: string }) {
  return tx.maybe<QueueVisit>(
    `select visit_id, area, shown, door, party, entered_at, left_at from hall.visit
     where venue_code = $3 and undone_at is null and (visit_id = $1 or ($1::uuid is null and booking_no = $2)) order by entered_at desc limit 1`,
    [visitId, bookingNo, venue],
  );
}

/** Whether the same person was in a special hall on the day of this visit: then no ordinary ticket is given (invariant I7). */
export async function hadSpecialVisit(tx: Tx, visitId: string): Promise<boolean> {
  const { found } = await tx.one<{ found: boolean }>(
    `select exists (select from hall.visit v join hall.visit o on o.person_key = v.person_key and o.local_day = v.local_day
       where v.visit_id = $1 and v.person_key is not null and o.area = 'special' and o.undone_at is null) as found`,
    [visitId],
  );
  return found;
}

/** Who was served and is still in the building after some minutes: people leave promptly, so that others can come in. */
export function listStaying(tx: Tx, { venue, onDay, before }: { venue: string; onDay: string; before: Date }) {
  return tx.rows<{ ticketNo: string; endedAt: Date; shown: string }>(
    `select t.ticket_no, t.ended_at, v.shown from hall.ticket t join hall.visit v on v.visit_id = t.visit_id
     where t.venue = $1 and t.on_day = $2 and t.state = 'done' and t.ended_at < $3 and v.left_at is null and v.undone_at is null order by t.ended_at limit 50`,
    [venue, onDay, before],
  );
}
