import type { Act } from '#kernel/endpoint.ts';
import type { BookingFact } from '../facts.ts';
import { listToRemind } from '../queries/bookings.ts';

const dayMs = 86_400_000;

/** Who comes within a day is reminded once; who booked that late anyway is not. */
export async function remind(act: Act): Promise<void> {
  const due = await listToRemind(act.tx, { now: act.now, until: new Date(act.now.getTime() + dayMs) });
  for (const bookingNo of due) act.publish('booking_reminder_due', { bookingNo } satisfies BookingFact);
}
