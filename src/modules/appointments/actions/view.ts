import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import type { BookingView } from '../contract/types.ts';
import { findSite, resourcesById, type Site } from '../held.ts';
import type { BookingRow, NewBooking } from '../queries/bookings.ts';

type Shown = NewBooking & Pick<BookingRow, 'version'>;

/** A booking in the reader's language. Only what has a number is shown; a hold is not a booking yet. */
export async function toView(act: Act, row: Shown): Promise<BookingView> {
  const site = (await findSite(act.tx, row.place)) as Site;
  const plan = site.planOn(row.day);
  const resources = await resourcesById(act.tx);
  const item = row.itemCode ? (await getCatalogue(act.tx, act.now)).byCode.get(row.itemCode) : undefined;
  const name = (text: Parameters<typeof textIn>[0]) => textIn(text, act.language);
  return {
    bookingNo: row.bookingNo ?? '',
    state: row.state,
    venue: row.place,
    venueName: plan.name ? `${name(site.venue.name)} · ${name(plan.name)}` : name(site.venue.name),
    venueAddress: name(site.venue.address),
    zone: site.zone,
    on: row.day,
    at: row.startsAt.toISOString(),
    until: row.endsAt.toISOString(),
    arriveFrom: row.insideFrom.toISOString(),
    arriveUntil: row.startsAt.toISOString(),
    windowGroup: row.serviceGroup,
    windowGroupName: name(plan.groups.find(({ group }) => group === row.serviceGroup)?.name),
    windowNo: row.windowId === null ? null : (resources.get(row.windowId)?.ref ?? null),
    item: row.itemCode,
    itemName: item ? name(item.name) : row.itemCode,
    party: row.party,
    special: resources.get(row.rootId)?.kind === 'special',
    name: row.name,
    phone: row.phone,
    answerBy: row.state === 'offered' ? (row.expiresAt?.toISOString() ?? null) : null,
    ticketUrl: `/b/${row.token}`,
    calendarUrl: `/api/v1/appointments/tickets/${row.token}/calendar.ics`,
    version: row.version,
  };
}

/** The same for whoever did not come by its link: that moves and cancels without signing in, so only its holder and who made it are given it. */
export async function toSeen(act: Act, row: Shown): Promise<BookingView> {
  const { personId } = act.actor;
  const view = await toView(act, row);
  const isOwn = personId !== undefined && (row.personId === personId || row.madeBy === personId);
  return isOwn ? view : { ...view, ticketUrl: '', calendarUrl: '' };
}

export async function toViews(act: Act, rows: readonly Shown[]): Promise<BookingView[]> {
  return Promise.all(rows.map((row) => toSeen(act, row)));
}
