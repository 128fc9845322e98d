import { type Static, Type } from 'typebox';

/** A place where something is booked: a venue of the directory, or a part of one (`hechuan-hall:canteen`). */
export const Place = Type.String({ minLength: 1, maxLength: 120, description: 'A venue, or a part of one after a colon' });
export const ItemCode = Type.String({ minLength: 1, maxLength: 60 });
export const Day = Type.String({
  format: 'date',
  pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$',
  description: 'YYYY-MM-DD, local to the place',
});
/** A day from which others are counted: they lie in the calendar too. */
export const FirstDay = Type.String({ format: 'date', pattern: '^20\\d{2}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD, local to the place' });
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339 with zone' });
export const BookingNo = Type.String({ minLength: 12, maxLength: 30 });
export const Token = Type.String({ minLength: 20, maxLength: 100 });
export const Id = Type.String({ format: 'uuid' });
export const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const Party = Type.Integer({ minimum: 1, maximum: 50, description: 'How many come' });
export const Minutes = Type.Integer({ minimum: 5, maximum: 480, multipleOf: 5, description: 'For rooms: how long' });
export const Reason = Type.String({ maxLength: 500 });
export const Text = Type.Object(
  {
    'zh-Hans': Type.Optional(Type.String({ maxLength: 300 })),
    'zh-Hant': Type.Optional(Type.String({ maxLength: 300 })),
    vi: Type.Optional(Type.String({ maxLength: 300 })),
    en: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
);
export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);
export const listOf = <T extends Parameters<typeof Type.Array>[0]>(row: T) =>
  Type.Object({ rows: Type.Array(row), nextCursor: nullable(Type.String()) });

export const bookingStates = ['held', 'expired', 'confirmed', 'offered', 'displaced', 'arrived', 'served', 'missed', 'cancelled'] as const;
export const BookingState = Type.Enum(bookingStates);

/** A booking as its holder and the desk see it. Times are instants; `zone` is the place's. */
export const Booking = Type.Object({
  bookingNo: Type.String(),
  state: BookingState,
  venue: Type.String(),
  venueName: Type.String(),
  venueAddress: Type.String(),
  zone: Type.String(),
  on: Day,
  at: Type.String(),
  until: Type.String(),
  arriveFrom: Type.String({ description: 'Come between this instant' }),
  arriveUntil: Type.String({ description: '… and this one' }),
  windowGroup: Type.String(),
  windowGroupName: Type.String(),
  windowNo: nullable(Type.String()),
  item: nullable(Type.String()),
  itemName: nullable(Type.String()),
  party: Type.Integer(),
  special: Type.Boolean({ description: 'In the special hall' }),
  name: Type.String(),
  phone: Type.String(),
  answerBy: nullable(Type.String({ description: 'An offer waits for an answer until then' })),
  ticketUrl: Type.String({ description: 'Empty, like calendarUrl, for staff who neither hold nor made it' }),
  calendarUrl: Type.String(),
  version: Version,
});
export type BookingView = Static<typeof Booking>;

/** What a refusal to book may be answered with: the nearest free times, here and elsewhere. In the refusal's `facts.alternatives`. */
export type Alternative = { readonly venue: string; readonly at: string; readonly free: number };

export const takeRefusals = {
  unknown_venue: 404,
  unknown_item: 404,
  not_bookable_here: 422,
  channel_closed: 409,
  not_released: 409,
  not_a_slot: 422,
  party_too_large: 422,
  slot_taken: 409,
  booked_already: 409,
} as const;

export const Visitor = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    phone: Type.String({ pattern: '^[+\\d][\\d\\s()-]{2,29}$' }),
    number: Type.Optional(Type.String({ minLength: 4, maxLength: 40, description: 'Identity number, where it is known' })),
  },
  { additionalProperties: false, description: 'Whom a member of staff, a kiosk or a cadre books for' },
);
