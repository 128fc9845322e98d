import type { Act } from '#kernel/endpoint.ts';
import { isLanguage, type Language, type Text } from '#kernel/locale.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { findSite } from './held.ts';
import { type BookingRow, findByNo } from './queries/bookings.ts';
import { findWas } from './queries/was.ts';

/** A booking as far as it is told to its holder. `link` is its ticket; times are instants. */
export type ToldBooking = Pick<BookingRow, 'state' | 'personId' | 'phone' | 'startsAt' | 'insideFrom' | 'expiresAt'> & {
  readonly bookingNo: string;
  readonly language: Language;
  readonly link: string;
  readonly zone: string;
  readonly hall: Text;
  readonly address: Text;
  readonly hallPhone: string;
  readonly item: Text | undefined;
  readonly wasAt: Date | null;
  /** The time zone of the place it was taken from. */
  readonly wasZone: string;
};

/** What is to be said of a booking to whoever made it. */
export async function findToldBooking(act: Act, bookingNo: string): Promise<ToldBooking | undefined> {
  const row = await findByNo(act.tx, bookingNo);
  const site = row && (await findSite(act.tx, row.place));
  if (!row?.token || !site) return undefined;
  const { state, personId, phone, startsAt, insideFrom, expiresAt } = row;
  const { wasAt, wasPlace } = await findWas(act.tx, bookingNo);
  const wasSite = wasPlace ? await findSite(act.tx, wasPlace) : undefined;
  return {
    state,
    personId,
    phone,
    startsAt,
    insideFrom,
    expiresAt,
    wasAt,
    wasZone: wasSite?.zone ?? site.zone,
    bookingNo,
    language: isLanguage(row.language) ? row.language : 'zh-Hans',
    link: `/b/${row.token}`,
    zone: site.zone,
    hall: site.venue.name,
    address: site.venue.address,
    hallPhone: site.venue.phone,
    item: row.itemCode ? (await getCatalogue(act.tx, act.now)).byCode.get(row.itemCode)?.name : undefined,
  };
}
