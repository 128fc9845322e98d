import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import {
  Booking,
  BookingNo,
  bookingStates,
  Day,
  Id,
  Instant,
  ItemCode,
  listOf,
  Minutes,
  Party,
  Place,
  Reason,
  takeRefusals,
  Token,
  Version,
  Visitor,
} from './types.ts';

export const hold = endpoint({
  method: 'POST',
  path: '/holds',
  may: 'signed-in',
  about: 'Hold a time for some minutes while the rest is filled in. One hold at a time: a new one gives the earlier one back.',
  creates: true,
  input: Type.Object({
    venue: Place,
    item: Type.Optional(ItemCode),
    group: Type.Optional(Type.String({ maxLength: 20 })),
    at: Instant,
    party: Type.Optional(Party),
    minutes: Type.Optional(Minutes),
    special: Type.Optional(Type.Boolean()),
    for: Type.Optional(Visitor),
  }),
  output: Type.Object({
    holdId: Id,
    expiresAt: Type.String(),
    at: Type.String(),
    until: Type.String(),
    arriveFrom: Type.String(),
    arriveUntil: Type.String(),
    windowGroup: Type.String(),
  }),
  refusals: { ...takeRefusals, forbidden: 403 },
});

export const dropHold = endpoint({
  method: 'POST',
  path: '/holds/:holdId/drop',
  may: 'anyone',
  about: 'Give a hold back before it expires',
  input: Type.Object({ holdId: Id }),
  output: Type.Object({ dropped: Type.Boolean() }),
  refusals: { not_found: 404 },
});

export const book = endpoint({
  method: 'POST',
  path: '',
  may: 'anyone',
  about: 'Confirm a hold. Whoever knows the holdId confirms it: it is a secret until then.',
  creates: true,
  input: Type.Object({
    holdId: Id,
    phone: Type.Optional(Visitor.properties.phone),
    caseNo: Type.Optional(Type.String({ pattern: '^[2-9A-HJ-NP-Y]{4}(-[2-9A-HJ-NP-Y]{4}){2}$' })),
  }),
  output: Type.Object({ ...Booking.properties, token: Type.String({ description: 'Moves and cancels it without signing in' }) }),
  refusals: { not_found: 404, hold_expired: 409, channel_closed: 409 },
});

const changing = { version: Type.Optional(Version), reason: Type.Optional(Reason) };
const changeRefusals = { not_found: 404, stale_version: 409, wrong_state: 409, too_late: 409 } as const;
const moving = { at: Instant, venue: Type.Optional(Place), party: Type.Optional(Party) };

export const getBooking = endpoint({
  method: 'GET',
  path: '/:bookingNo',
  may: 'signed-in',
  about: 'One booking, for its holder and the desk of the hall',
  input: Type.Object({ bookingNo: BookingNo }),
  output: Booking,
  refusals: { not_found: 404 },
});
export const cancel = endpoint({
  method: 'POST',
  path: '/:bookingNo/cancel',
  may: 'signed-in',
  about: 'Cancel a booking; its place goes to the waiting list first, and comes back for everybody after a random while',
  input: Type.Object({ bookingNo: BookingNo, ...changing }),
  output: Booking,
  refusals: changeRefusals,
});
export const move = endpoint({
  method: 'POST',
  path: '/:bookingNo/move',
  may: 'signed-in',
  about: 'Move a booking: the new place is taken before the old one is given up, in one act',
  input: Type.Object({ bookingNo: BookingNo, ...moving, version: Type.Optional(Version) }),
  output: Booking,
  refusals: { ...changeRefusals, ...takeRefusals },
});
/** The answer to an offered place: take it, or say which other way is wanted. Another time is a `move`. */
const answering = { choice: Type.Enum(['accept', 'decline', 'online', 'post', 'home-visit']) };
export const answerOffer = endpoint({
  method: 'POST',
  path: '/:bookingNo/answer',
  may: 'signed-in',
  about: 'Answer the offer of another place: accept it, decline it, or choose another way. Another time is a move.',
  input: Type.Object({ bookingNo: BookingNo, ...answering, version: Type.Optional(Version) }),
  output: Booking,
  refusals: { ...changeRefusals, offer_expired: 409 },
});

export const listBookings = endpoint({
  method: 'GET',
  path: '',
  may: 'signed-in',
  about: 'One’s own bookings, coming ones first; with `venue` those of a hall’s day, for its staff',
  input: Type.Object({
    venue: Type.Optional(Place),
    on: Type.Optional(Day),
    state: Type.Optional(Type.Enum(bookingStates)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  output: listOf(Booking),
  refusals: { forbidden: 403, unknown_venue: 404 },
});

export const getTicket = endpoint({
  method: 'GET',
  path: '/tickets/:token',
  may: 'anyone',
  about: 'A booking by the secret of its ticket. Reading changes nothing: mail scanners follow links.',
  input: Type.Object({ token: Token }),
  output: Booking,
  refusals: { not_found: 404 },
});
export const cancelTicket = endpoint({
  method: 'POST',
  path: '/tickets/:token/cancel',
  may: 'anyone',
  about: 'Cancel without signing in',
  input: Type.Object({ token: Token, ...changing }),
  output: Booking,
  refusals: changeRefusals,
});
export const moveTicket = endpoint({
  method: 'POST',
  path: '/tickets/:token/move',
  may: 'anyone',
  about: 'Move without signing in',
  input: Type.Object({ token: Token, ...moving, version: Type.Optional(Version) }),
  output: Booking,
  refusals: { ...changeRefusals, ...takeRefusals },
});
export const answerTicket = endpoint({
  method: 'POST',
  path: '/tickets/:token/answer',
  may: 'anyone',
  about: 'Answer an offer without signing in',
  input: Type.Object({ token: Token, ...answering, version: Type.Optional(Version) }),
  output: Booking,
  refusals: { ...changeRefusals, offer_expired: 409 },
});
export const getCalendar = endpoint({
  method: 'GET',
  path: '/tickets/:token/calendar.ics',
  may: 'anyone',
  about: 'The booking as a calendar entry: the same UID for good, a rising SEQUENCE, METHOD:CANCEL once it is cancelled',
  input: Type.Object({ token: Token }),
  output: Type.Any(),
  sends: 'text/calendar',
  refusals: { not_found: 404 },
});
