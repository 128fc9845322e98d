import type { Tx } from '#kernel/db.ts';

/** Numbers of bookings that are over and still open, the latest first. */
export async function listUnsettledNos(
  tx: Tx,
  place: string,
  { from, until }: { from: Date; until: Date },
  limit: number,
): Promise<string[]> {
  const rows = await tx.rows<{ bookingNo: string }>(
    `select booking_no from appointments.booking
     where place = $1 and state in ('confirmed', 'arrived') and ends_at >= $2 and ends_at < $3 order by starts_at desc limit $4`,
    [place, from, until, limit],
  );
  return rows.map(({ bookingNo }) => bookingNo);
}
