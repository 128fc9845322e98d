import type { Act } from '#kernel/endpoint.ts';
import type { Fact, Reaction } from '#kernel/module.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { dayOf } from '#kernel/workdays.ts';
import { findToldBooking, type ToldBooking } from '#modules/appointments/index.ts';
import { findPerson } from '#modules/identity/index.ts';
import { formatInstant, formatTime } from '#ui/format.ts';
import { type BookingNoticeKind, bookingNoticeWords } from '../locales/bookings/index.ts';
import type { BookingFacts } from '../locales/bookings/zh-Hans.ts';
import { tellSaid } from '../tell.ts';
import { textTo } from '../text.ts';

type Line = {
  readonly kind: (booking: ToldBooking, now: Date) => BookingNoticeKind;
  /** Told only while it is so: what has changed since is told by what changed it. */
  readonly while: readonly ToldBooking['state'][];
};
const coming = ['confirmed', 'arrived'] as const;

/** What its holder is told of each thing that happens to a booking. */
const lines: Readonly<Record<string, Line>> = {
  booked: { kind: () => 'bookingMade', while: coming },
  booking_moved: { kind: () => 'bookingMoved', while: coming },
  booking_cancelled: { kind: () => 'bookingCancelled', while: ['cancelled'] },
  booking_displaced: { kind: () => 'bookingDisplaced', while: ['displaced'] },
  place_offered: { kind: ({ wasAt }) => (wasAt ? 'bookingOffered' : 'placeFound'), while: ['offered'] },
  place_lapsed: { kind: () => 'offerLapsed', while: ['displaced'] },
  booking_reminder_due: {
    kind: ({ startsAt, zone }, now) => (dayOf(startsAt, zone) === dayOf(now, zone) ? 'bookingToday' : 'bookingTomorrow'),
    while: ['confirmed'],
  },
};

function factsOf(booking: ToldBooking, language: Language): BookingFacts {
  const { startsAt, insideFrom, expiresAt, wasAt, wasZone, zone, hall, address, item, bookingNo } = booking;
  const long = (at: Date | null, where = zone) => (at ? formatInstant(at, language, { zone: where, look: 'weekday' }) : '');
  return {
    when: long(startsAt),
    shortWhen: formatInstant(startsAt, language, { zone, look: 'short' }),
    arriveFrom: formatTime(insideFrom, language, zone),
    arriveUntil: formatTime(startsAt, language, zone),
    item: textIn(item, language) || bookingNoticeWords(language).advice,
    hall: textIn(hall, language),
    address: textIn(address, language),
    was: long(wasAt, wasZone),
    answerBy: long(expiresAt),
    no: bookingNo,
  };
}

/** Whoever has an account finds it in the inbox and by mail; the number that was given gets one sentence. */
async function tellHolder(act: Act, { factId, kind: fact, at, payload }: Fact): Promise<void> {
  const booking = await findToldBooking(act, String(payload['bookingNo']));
  const line = lines[fact];
  if (!booking || !line?.while.includes(booking.state)) return;
  const kind = line.kind(booking, act.now);
  const { personId, phone, link, zone } = booking;
  const actBy = dayOf(booking.expiresAt ?? booking.startsAt, zone);
  const common = { source: `fact:${factId}`, link, zone, actBy };
  await tellSaid(act, [personId], {
    ...common,
    kind,
    caseNo: null,
    at,
    said: (language) => {
      const { title, body } = bookingNoticeWords(language).notices[kind];
      return { title, body: body(factsOf(booking, language)) };
    },
    contact: (language) => bookingNoticeWords(language).contact(textIn(booking.hall, language), booking.hallPhone),
  });
  if (!phone) return;
  const language = (personId && (await findPerson(act.tx, personId))?.language) || booking.language;
  const sentence = bookingNoticeWords(language).notices[kind].text(factsOf(booking, language));
  await textTo(act, { ...common, phone, language, sentence });
}

export const bookingReactions: readonly Reaction[] = Object.keys(lines).map((fact) => ({
  on: `appointments.${fact}`,
  name: `tell-${fact.replaceAll('_', '-')}`,
  run: (job, given) => job.transaction((act) => tellHolder(act, given)),
}));
