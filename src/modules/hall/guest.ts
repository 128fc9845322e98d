import type { Act, Input } from '#kernel/endpoint.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { findBooking, type HallBooking } from '#modules/appointments/index.ts';
import { maskName } from '#modules/identity/index.ts';
import type * as contract from './contract/door.ts';
import type { Identity } from './contract/door.ts';
import type { Place } from './place.ts';
import { findInside } from './queries/visits.ts';
import { passTimeProblem, readPass } from './rules/pass.ts';
import { hallSettings } from './settings.ts';

/** Who stands at the door, as far as it was said: a booking, a pass, or somebody who just came. */
export type Guest = {
  readonly booking: HallBooking | undefined;
  readonly identity: Identity;
  readonly party: number;
  readonly shown: string;
  /** The same person has the same key; it tells nothing. */
  readonly personKey: string | null;
};
type Screening = Pick<Input<typeof contract.screen>, 'pass' | 'bookingNo' | 'offline' | 'identity' | 'party'>;
type Problem =
  | 'booking_unknown'
  | 'booking_not_today'
  | 'already_inside'
  | 'pass_invalid'
  | 'pass_elsewhere'
  | 'pass_too_early'
  | 'pass_over';

/** A scanned text is a pass or a booking number. */
export function codeToGuest(code: string): Pick<Screening, 'pass' | 'bookingNo'> {
  return code.startsWith('TB1.') ? { pass: code } : { bookingNo: code };
}

/** What happened without a line is not judged again: the guest is who the door took them for. */
export async function findGuest(act: Act, place: Place, input: Screening): Promise<Guest | Refusal<Problem>> {
  const bookingNo = input.pass ? bookingOfPass(act, place, input) : input.bookingNo;
  if (isRefusal(bookingNo)) return bookingNo;
  const booking = bookingNo ? await findBooking(act.tx, parseHumanNumber(bookingNo) ?? bookingNo) : undefined;
  if (input.offline) return toGuest(input, booking);
  if (bookingNo && !booking) return refuse('booking_unknown');
  if (booking && (booking.place !== place.venue.code || booking.day !== place.day || !isLive(booking)))
    return refuse('booking_not_today', { day: booking.day, venue: booking.place, state: booking.state });
  if (booking && (await findInside(act.tx, place.venue.code, booking.bookingNo))) return refuse('already_inside');
  return toGuest(input, booking);
}

function isLive({ state }: HallBooking): boolean {
  return state === 'confirmed' || state === 'offered' || state === 'missed' || state === 'arrived';
}

function bookingOfPass(act: Act, place: Place, { pass: text = '', offline }: Screening): string | Refusal<Problem> {
  const read = readPass(text);
  if (!read || !hallSettings().box.isSigned(read.signed, read.signature)) return refuse('pass_invalid');
  // What was cancelled or used since is for the booking itself to say.
  const problem = offline ? undefined : passTimeProblem(read.pass, { venue: place.venue.code, now: act.now.getTime() });
  return problem ? refuse(problem) : read.pass.booking;
}

function toGuest({ identity: given, party }: Screening, booking: HallBooking | undefined): Guest {
  const said: Identity = typeof given === 'string' ? toIdentity(given) : (given ?? {});
  const identity: Identity = { ...(booking ? { name: booking.name, phone: booking.phone } : {}), ...said };
  return {
    booking,
    identity,
    party: party ?? booking?.party ?? 1,
    shown: identity.name ? maskName(identity.name) : '*',
    personKey: keyOf(identity, booking),
  };
}

/** One text is a number when it looks like one, else a name. */
function toIdentity(text: string): Identity {
  return /\d{6}/.test(text) ? { idNumber: text } : text.trim() === '' ? {} : { name: text };
}

function keyOf({ idNumber, phone }: Identity, booking: HallBooking | undefined): string | null {
  const { box } = hallSettings();
  if (idNumber)
    return box.markOf(
      `id:${idNumber
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')}`,
    );
  if (booking?.personId) return box.markOf(`person:${booking.personId}`);
  return phone ? box.markOf(`phone:${phone.replace(/\D/g, '')}`) : null;
}
