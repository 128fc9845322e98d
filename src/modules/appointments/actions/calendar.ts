import type { Action } from '#kernel/endpoint.ts';
import { sendFile } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import type * as contract from '../contract/bookings.ts';
import { appointmentsWords } from '../locales/index.ts';
import type { BookingState } from '../queries/bookings.ts';
import { toCalendar } from '../rules/ical.ts';
import { findTicket } from './change.ts';
import { toView } from './view.ts';

const gone: readonly BookingState[] = ['cancelled', 'displaced', 'expired'];

export const getCalendar: Action<typeof contract.getCalendar> = async (act, { token }) => {
  const row = await findTicket(act, token);
  if (isRefusal(row)) return row;
  const view = await toView(act, row);
  const words = appointmentsWords(act.language).calendar;
  const send = toCalendar({
    uid: `${view.bookingNo}@tongban`,
    sequence: row.sequence,
    state: gone.includes(row.state) ? 'cancelled' : row.state === 'offered' ? 'tentative' : 'confirmed',
    from: row.startsAt,
    until: row.endsAt,
    stampedAt: act.now,
    summary: words.summary(view.itemName ?? view.windowGroupName, view.venueName),
    location: `${view.venueName}, ${view.venueAddress}`,
    description: words.description(view.bookingNo),
    url: view.ticketUrl,
  });
  return sendFile({ send, type: 'text/calendar; charset=utf-8', fileName: `${view.bookingNo}.ics` });
};
