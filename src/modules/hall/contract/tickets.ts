import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ticketClasses, ticketStates } from '../rules/queue.ts';

export const Venue = Type.String({ minLength: 1, maxLength: 120, description: 'Code of the venue' });
export const TicketNo = Type.String({ pattern: '^[A-Za-z0-9-]{1,24}[0-9]{3,6}$', description: 'As printed: A037' });
export const Group = Type.String({ minLength: 1, maxLength: 20, description: 'Group of windows, as in the plan' });
export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);

/** 优先: who may be called before others, and why. Law on the Protection of the Elderly, art. 58; Law on Persons with Disabilities, art. 55; soldiers and urgent matters by the centre's rules. */
export const priorityReasons = ['elderly', 'disabled', 'pregnant', 'with-infant', 'soldier', 'urgent'] as const;
export const ticketOrigins = ['booking', 'kiosk', 'desk', 'phone'] as const;

export const WaitMinutes = nullable(
  Type.Object({
    p50: Type.Integer({ description: 'Half of the people wait no longer than this' }),
    p90: Type.Integer({ description: 'Nine of ten wait no longer than this' }),
  }),
);

export const Ticket = Type.Object({
  ticketNo: Type.String(),
  venue: Type.String(),
  group: Type.String(),
  groupName: Type.String(),
  kind: Type.Enum(ticketClasses),
  special: Type.Boolean({ description: 'Waits in the special hall' }),
  state: Type.Enum(ticketStates),
  ahead: Type.Integer({ description: 'How many of the same group are called before, as things stand' }),
  waitMinutes: WaitMinutes,
  windowNo: nullable(Type.String()),
  party: Type.Integer(),
  takenAt: Type.String(),
  token: nullable(Type.String({ description: 'For the holder’s own page; only in the answer to who took it' })),
});
export type Ticket = Static<typeof Ticket>;

export const takeTicket = endpoint({
  method: 'POST',
  path: '/:venue/tickets',
  may: 'anyone',
  about:
    'A number for the queue: of a booking (its group and time count), or of a group or item for who comes without one. A visitor with an account gets one for the own booking; ' +
    'the desk, the door and kiosks for anybody.',
  creates: true,
  input: Type.Object({
    venue: Venue,
    bookingNo: Type.Optional(Type.String({ minLength: 8, maxLength: 30 })),
    group: Type.Optional(Group),
    item: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    priority: Type.Optional(Type.Enum(priorityReasons)),
    party: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    visitId: Type.Optional(Type.String({ format: 'uuid' })),
    origin: Type.Optional(Type.Enum(ticketOrigins)),
  }),
  output: Ticket,
  refusals: {
    unknown_venue: 404,
    unknown_booking: 404,
    not_your_booking: 403,
    outside_your_unit: 403,
    booking_needed: 403,
    booking_of_another_day: 409,
    not_served_here: 422,
    party_too_large: 422,
    has_ticket: 409,
    special_hall_only: 409,
  },
});

export const getTicket = endpoint({
  method: 'GET',
  path: '/:venue/tickets/:ticketNo',
  may: 'anyone',
  about: 'Where a number of today stands: how many are ahead, how long it may take, which window calls',
  perMinute: 60,
  input: Type.Object({ venue: Venue, ticketNo: TicketNo }),
  output: Ticket,
  refusals: { not_found: 404 },
});

const staff = ['window', 'gate', 'planner', 'supervisor', 'head'] as const;

export const returnTicket = endpoint({
  method: 'POST',
  path: '/:venue/tickets/:ticketNo/return',
  may: staff,
  about: 'Somebody who missed the call or was parked is back: near the front of the queue, not at its end',
  input: Type.Object({ venue: Venue, ticketNo: TicketNo }),
  output: Ticket,
  refusals: { not_found: 404, outside_your_unit: 403, ticket_not_away: 409, too_many_returns: 409 },
});

export const rateTicket = endpoint({
  method: 'POST',
  path: '/tickets/:token/rate',
  may: 'anyone',
  about: 'How the visit at the window was: five levels (好差评), once, within seven days',
  perMinute: 20,
  input: Type.Object({
    token: Type.String({ minLength: 20, maxLength: 100 }),
    level: Type.Integer({ minimum: 1, maximum: 5, description: '5 very satisfied … 1 very dissatisfied' }),
    comment: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  output: Type.Object({ ticketNo: Type.String(), level: Type.Integer() }),
  refusals: { not_found: 404, not_served_yet: 409, rated_already: 409, rating_over: 409 },
});

export const QueueRow = Type.Object({
  ticketNo: Type.String(),
  group: Type.String(),
  kind: Type.Enum(ticketClasses),
  state: Type.Enum(ticketStates),
  party: Type.Integer(),
  priority: nullable(Type.Enum(priorityReasons)),
  bookingNo: nullable(Type.String()),
  item: nullable(Type.String()),
  windowNo: nullable(Type.String()),
  waitedMinutes: Type.Integer(),
  takenAt: Type.String(),
});
export type QueueRow = Static<typeof QueueRow>;

export const listQueue = endpoint({
  method: 'GET',
  path: '/:venue/queue',
  may: staff,
  about:
    'Who waits, is called, is served, missed the call or was parked today, in the order of calling; `window` for what one window serves',
  input: Type.Object({
    venue: Venue,
    window: Type.Optional(Type.String({ format: 'uuid' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  output: Type.Object({ rows: Type.Array(QueueRow), nextCursor: Type.Null() }),
  refusals: { unknown_venue: 404 },
});
