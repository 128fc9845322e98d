import type { Tx } from '#kernel/db.ts';

/** Where a displaced booking was to take place before it was moved away from a closing. */
export type Was = { readonly wasAt: Date | null; readonly wasPlace: string | null; readonly lapsedAt: Date | null };

export async function findWas(tx: Tx, bookingNo: string): Promise<Was> {
  const found = await tx.maybe<Was>(`select was_at, was_place, lapsed_at from appointments.booking where booking_no = $1`, [bookingNo]);
  return found ?? { wasAt: null, wasPlace: null, lapsedAt: null };
}
