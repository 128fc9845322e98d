import { Type, type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { symptomCodes } from './policy.ts';
import { Area, EventId, Instant, RegionCode, Short, Venue } from './shapes.ts';
import { outcomes, reasons } from '../rules/screening.ts';

/** Who works at a door: staff on their own account, or a device that was paired for it. */
const atTheDoor = ['gate', 'window', 'supervisor'] as const;

export const Identity = Type.Object(
  {
    name: Type.Optional(Short),
    idNumber: Type.Optional(Type.String({ maxLength: 40 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    unit: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'Employer, or the township or ward the person lives in; told when the person has to be isolated',
      }),
    ),
    origin: Type.Optional(Type.String({ pattern: '^[A-Z]{0,2}-?\\d{2,12}$', description: 'Code of the region the person comes from' })),
  },
  { additionalProperties: false },
);
export type Identity = Static<typeof Identity>;

const event = {
  deviceEventId: EventId,
  deviceAt: Type.Optional(Type.Union([Instant], { description: 'When it happened, by the device’s own clock; without it now' })),
  door: Type.Optional(Short),
  offline: Type.Optional(Type.Boolean({ description: 'Happened while the device had no line: counted as it was; paired devices only' })),
};
const timing = { forbidden: 403, clock_off: 409, not_found: 404, outside_your_unit: 403 } as const;

export const Offer = Type.Object({
  kind: Type.Enum(['measure-again', 'book-later', 'online', 'phone', 'post', 'proxy', 'hospital']),
  text: Type.String(),
  href: Type.Union([Type.String(), Type.Null()]),
});

export const screen = endpoint({
  method: 'POST',
  path: '/:venue/screenings',
  may: [...atTheDoor],
  about:
    'Screen somebody at a door by the policy in force and, when the outcome is `enter` or `special`, count them in. `mask`: true or `worn`, `replaced` (one was given), ' +
    'false or `none`. `region`: codes of the regions the person was in. Refused: `hall_full`; and with `second_reading_needed` as long as only a robot has measured.',
  creates: true,
  secret: true,
  input: Type.Object({
    venue: Venue,
    temperature: Type.Number({ minimum: 30, maximum: 45, description: '℃' }),
    measuredBy: Type.Optional(Type.Enum(['hand', 'robot'])),
    readingId: Type.Optional(Type.String({ format: 'uuid', description: 'The robot’s reading that this measurement by hand decides' })),
    repeats: Type.Optional(Type.String({ format: 'uuid', description: 'The first screening, when the person is measured again' })),
    repeatsEvent: Type.Optional(EventId),
    mask: Type.Union([Type.Boolean(), Type.Enum(['worn', 'replaced', 'none'])]),
    symptoms: Type.Array(Type.Enum(symptomCodes), { maxItems: 20 }),
    region: Type.Optional(Type.Union([Type.Null(), Type.Literal(''), RegionCode, Type.Array(RegionCode, { maxItems: 50 })])),
    isolationRecord: Type.Optional(Type.Boolean()),
    bookingNo: Type.Optional(Type.String({ maxLength: 40 })),
    pass: Type.Optional(Type.String({ maxLength: 600 })),
    identity: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Identity])),
    party: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    stricter: Type.Optional(
      Type.Enum(['special', 'refuse', 'isolate'], { description: 'What staff decide beyond the policy; only ever stricter' }),
    ),
    policyVersion: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'With `offline`: the version the device went by' }),
    ),
    override: Type.Optional(
      Type.String({ minLength: 3, maxLength: 300, description: 'Why somebody comes in above the cap; supervisors only, written down' }),
    ),
    ...event,
  }),
  output: Type.Object({
    outcome: Type.Enum(outcomes),
    reasons: Type.Array(Type.Enum(reasons)),
    visitId: Type.Union([Type.String(), Type.Null()]),
    screeningId: Type.String(),
    policyVersion: Type.Integer(),
    offers: Type.Array(Offer),
    alertNo: Type.Union([Type.String(), Type.Null()]),
    leasePlaces: Type.Integer({ description: 'What this door may still fill without a line' }),
  }),
  refusals: {
    ...timing,
    hall_full: 409,
    second_reading_needed: 409,
    booking_unknown: 404,
    booking_not_today: 409,
    already_inside: 409,
    pass_invalid: 422,
    pass_elsewhere: 409,
    pass_too_early: 409,
    pass_over: 409,
    screening_unknown: 404,
    override_not_yours: 403,
  },
  example: {
    venue: 'hechuan-hall',
    temperature: 36.5,
    mask: true,
    symptoms: [],
    deviceEventId: '0198c0de-0000-7000-8000-000000000001',
    deviceAt: '2020-08-07T01:31:00Z',
  },
});

export const lookUp = endpoint({
  method: 'GET',
  path: '/:venue/guests',
  may: [...atTheDoor],
  about: 'Who stands at the door with this booking number or pass: the name only as far as it may be shown, the time, the window',
  input: Type.Object({ venue: Venue, code: Type.String({ minLength: 4, maxLength: 600 }) }),
  output: Type.Object({
    bookingNo: Type.String(),
    shown: Type.String(),
    at: Type.String(),
    party: Type.Integer(),
    windowNo: Type.Union([Type.String(), Type.Null()]),
    special: Type.Boolean(),
    minutesEarly: Type.Integer({ description: 'Negative: late' }),
  }),
  refusals: {
    not_found: 404,
    outside_your_unit: 403,
    booking_unknown: 404,
    booking_not_today: 409,
    already_inside: 409,
    pass_invalid: 422,
    pass_elsewhere: 409,
    pass_too_early: 409,
    pass_over: 409,
  },
});

export const Occupancy = Type.Object({
  now: Type.Integer({ minimum: 0 }),
  cap: Type.Integer(),
  special: Type.Object({ now: Type.Integer({ minimum: 0 }), cap: Type.Integer() }),
});
export type Occupancy = Static<typeof Occupancy>;

export const exit = endpoint({
  method: 'POST',
  path: '/:venue/exits',
  may: [...atTheDoor],
  about: 'Somebody leaves: a visit, a booking, or just so many people. Answers with the headcount after it.',
  creates: true,
  input: Type.Object({
    venue: Venue,
    visitId: Type.Optional(Type.String({ format: 'uuid' })),
    bookingNo: Type.Optional(Type.String({ maxLength: 40 })),
    people: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    area: Type.Optional(Area),
    ...event,
  }),
  output: Occupancy,
  refusals: { ...timing, nobody_inside: 409, visit_unknown: 404, left_already: 409 },
});

export const getOccupancy = endpoint({
  method: 'GET',
  path: '/:venue/occupancy',
  may: 'anyone',
  about: 'How many are in the hall and in the special hall, against their caps',
  input: Type.Object({ venue: Venue }),
  output: Occupancy,
  refusals: { not_found: 404 },
  example: { venue: 'hechuan-hall' },
});

export const undoLast = endpoint({
  method: 'POST',
  path: '/:venue/undo',
  may: [...atTheDoor],
  about: 'Take back what this device or person did last at the door, within the time the policy gives',
  input: Type.Object({ venue: Venue, deviceEventId: EventId }),
  output: Occupancy,
  refusals: { not_found: 404, outside_your_unit: 403, too_late_to_undo: 409, undone_already: 409 },
});

export const closeDay = endpoint({
  method: 'POST',
  path: '/:venue/close-day',
  may: ['gate', 'supervisor'],
  about:
    'End the day: everybody still counted is counted out, with a reason, and what doors hold is taken back. Devices that were away are told when they come back.',
  input: Type.Object({ venue: Venue, reason: Type.String({ minLength: 3, maxLength: 300 }) }),
  output: Type.Object({ countedOut: Type.Integer(), specialCountedOut: Type.Integer() }),
  refusals: { not_found: 404, outside_your_unit: 403 },
});
