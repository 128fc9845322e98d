import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Booking, BookingNo, Day, Id, Instant, ItemCode, listOf, nullable, Party, Place, Version, Visitor } from './types.ts';

/** The phone clerk, the kiosk and the village cadre book for others, many in one go; each person has an answer of their own. */
export const bookMany = endpoint({
  method: 'POST',
  path: '/batches',
  may: ['window', 'hotline', 'cadre', 'planner'],
  about: 'Book for several people at once, each at a wished time or the first free one of a day; a result for each',
  creates: true,
  input: Type.Object({
    venue: Place,
    item: Type.Optional(ItemCode),
    on: Day,
    people: Type.Array(
      Type.Object({
        ...Visitor.properties,
        at: Type.Optional(Instant),
        party: Type.Optional(Party),
        item: Type.Optional(ItemCode),
        urgent: Type.Optional(Type.Boolean({ description: 'May take what is kept for who comes without booking' })),
      }),
      { minItems: 1, maxItems: 200 },
    ),
  }),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        row: Type.Integer(),
        name: Type.String(),
        booking: nullable(Booking),
        refused: nullable(Type.Object({ code: Type.String(), facts: Type.Record(Type.String(), Type.Unknown()) })),
      }),
    ),
    booked: Type.Integer(),
  }),
  refusals: { unknown_venue: 404, forbidden: 403 },
});

const Entry = Type.Object({
  entryId: Id,
  venue: Type.String(),
  venueName: Type.String(),
  item: nullable(Type.String()),
  windowGroup: Type.String(),
  fromOn: Day,
  untilOn: Day,
  dayPart: Type.Enum(['any', 'morning', 'afternoon']),
  party: Type.Integer(),
  state: Type.Enum(['waiting', 'offered', 'served', 'left']),
  ahead: Type.Integer({ description: 'How many wait before' }),
  bookingNo: nullable(Type.String({ description: 'The place that was offered' })),
});
export const joinWaitlist = endpoint({
  method: 'POST',
  path: '/waitlist',
  may: 'signed-in',
  about: 'Wait for a freed place: it is offered here before anybody else sees it',
  creates: true,
  input: Type.Object({
    venue: Place,
    item: Type.Optional(ItemCode),
    fromOn: Day,
    untilOn: Day,
    dayPart: Type.Optional(Type.Enum(['any', 'morning', 'afternoon'])),
    party: Type.Optional(Party),
  }),
  output: Entry,
  refusals: {
    unknown_venue: 404,
    unknown_item: 404,
    not_bookable_here: 422,
    ends_before_it_begins: 422,
    waiting_already: 409,
    forbidden: 403,
    party_too_large: 422,
    not_released: 409,
  },
});
export const leaveWaitlist = endpoint({
  method: 'POST',
  path: '/waitlist/:entryId/leave',
  may: 'signed-in',
  about: 'Wait no longer',
  input: Type.Object({ entryId: Id }),
  output: Entry,
  refusals: { not_found: 404 },
});
export const listWaitlist = endpoint({
  method: 'GET',
  path: '/waitlist',
  may: 'signed-in',
  about: 'Where one is waiting; with `venue` everybody, for the hall’s staff',
  input: Type.Object({ venue: Type.Optional(Place) }),
  output: listOf(Type.Object({ ...Entry.properties, name: Type.String() })),
  refusals: { forbidden: 403 },
});

/** People whose place was taken by a suspension: what they were offered and what they said. For the desk, which calls who did not answer. */
export const listRebookings = endpoint({
  method: 'GET',
  path: '/rebookings',
  may: ['window', 'hotline', 'planner', 'admin', 'supervisor', 'head'],
  about: 'Displaced people of a hall in their order: offered and unanswered, or waiting in line for a reopening; with phones to call',
  input: Type.Object({
    venue: Place,
    unanswered: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  output: listOf(
    Type.Object({
      booking: Booking,
      wasAt: nullable(Type.String()),
      hops: Type.Integer(),
      orderedAt: Type.String(),
      answer: Type.Enum(['unanswered', 'expired', 'in-line']),
    }),
  ),
  refusals: { unknown_venue: 404, forbidden: 403 },
});
export const previewClosing = endpoint({
  method: 'GET',
  path: '/closing-preview',
  may: ['admin', 'supervisor', 'planner'],
  about: 'The bookings that a suspension would displace, and where they could go',
  input: Type.Object({
    venue: Type.Optional(Place),
    item: Type.Optional(ItemCode),
    unit: Type.Optional(Type.String({ maxLength: 120 })),
    from: Instant,
    until: Type.Optional(Instant),
  }),
  output: Type.Object({
    bookings: Type.Integer(),
    people: Type.Integer(),
    rows: Type.Array(Booking),
    nextCursor: Type.Null(),
  }),
  refusals: {},
});
/** By the phone clerk, for who called back. */
export const answerFor = endpoint({
  method: 'POST',
  path: '/rebookings/:bookingNo/answer',
  may: ['window', 'hotline', 'planner'],
  about: 'Note what a displaced person said on the phone',
  input: Type.Object({
    bookingNo: BookingNo,
    choice: Type.Enum(['accept', 'decline', 'online', 'post', 'home-visit']),
    version: Type.Optional(Version),
  }),
  output: Booking,
  refusals: { not_found: 404, stale_version: 409, wrong_state: 409, offer_expired: 409, too_late: 409 },
});
