import { Type, type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Area, Instant, Venue } from './shapes.ts';

export const alertStates = ['open', 'received', 'reported', 'closed'] as const;
export type AlertState = (typeof alertStates)[number];
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) => Type.Union([schema, Type.Null()]);
const readers = ['gate', 'supervisor', 'head', 'window'] as const;

export const Alert = Type.Object({
  alertNo: Type.String(),
  venue: Type.String(),
  unit: Type.String({ description: 'The unit that has to act' }),
  told: Nullable(Type.String({ description: 'Employer, township or ward that was told' })),
  place: Type.String(),
  state: Type.Enum(alertStates),
  raisedAt: Type.String(),
  dueBy: Type.String(),
  overdue: Type.Boolean(),
  reportNo: Nullable(Type.String()),
  result: Nullable(Type.String()),
  version: Type.Integer(),
});
export type Alert = Static<typeof Alert>;

export const listAlerts = endpoint({
  method: 'GET',
  path: '/alerts',
  may: [...readers],
  about: 'People who had to be isolated at a door: what is open and how long it may stay so. No names, no readings.',
  input: Type.Object({ state: Type.Optional(Type.Enum(alertStates)) }),
  output: Type.Object({ rows: Type.Array(Alert), nextCursor: Type.Null() }),
  refusals: {},
});

export const getAlert = endpoint({
  method: 'GET',
  path: '/alerts/:alertNo',
  may: [...readers],
  about: 'One alert with its steps',
  input: Type.Object({ alertNo: Type.String({ maxLength: 40 }) }),
  output: Type.Object({
    ...Alert.properties,
    steps: Type.Array(Type.Object({ state: Type.String(), at: Type.String(), by: Type.String(), note: Nullable(Type.String()) })),
  }),
  refusals: { not_found: 404 },
});

export const openReading = endpoint({
  method: 'POST',
  path: '/alerts/:alertNo/open-reading',
  may: [...readers],
  about: 'Who the person is and what was measured, for those who have to act. The reason is written down with who looked.',
  secret: true,
  input: Type.Object({ alertNo: Type.String({ maxLength: 40 }), reason: Type.String({ minLength: 3, maxLength: 300 }) }),
  output: Type.Object({
    gone: Type.Boolean({ description: 'The time to keep it is over' }),
    name: Nullable(Type.String()),
    phone: Nullable(Type.String()),
    temperature: Nullable(Type.Number()),
    symptoms: Type.Array(Type.String()),
  }),
  refusals: { not_found: 404 },
});

const step = { alertNo: Type.String({ maxLength: 40 }), version: Type.Integer({ minimum: 1 }) };
const stepped = { not_found: 404, stale_version: 409, wrong_stage: 409 } as const;

export const receiveAlert = endpoint({
  method: 'POST',
  path: '/alerts/:alertNo/receive',
  may: ['gate', 'supervisor', 'head'],
  about: 'The unit that was told has taken it on',
  input: Type.Object({ ...step, note: Type.Optional(Type.String({ maxLength: 500 })) }),
  output: Alert,
  refusals: stepped,
});

export const reportUp = endpoint({
  method: 'POST',
  path: '/alerts/:alertNo/report',
  may: ['gate', 'supervisor', 'head'],
  about: 'It was reported upward, under a number of that office',
  input: Type.Object({
    ...step,
    reportNo: Type.String({ minLength: 1, maxLength: 60 }),
    to: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  output: Alert,
  refusals: stepped,
});

export const closeAlert = endpoint({
  method: 'POST',
  path: '/alerts/:alertNo/close',
  may: ['supervisor', 'head'],
  about: 'What came of it. Only after it was reported upward.',
  input: Type.Object({ ...step, result: Type.String({ minLength: 3, maxLength: 500 }) }),
  output: Alert,
  refusals: stepped,
});

export const askExposure = endpoint({
  method: 'POST',
  path: '/:venue/exposures',
  may: ['supervisor', 'head'],
  about:
    'Who was in the hall together with a visit, or in a window of time. The reason is written down, and each known person can see that they were looked up.',
  secret: true,
  input: Type.Object({
    venue: Venue,
    visitId: Type.Optional(Type.String({ format: 'uuid' })),
    from: Type.Optional(Instant),
    until: Type.Optional(Instant),
    reason: Type.String({ minLength: 5, maxLength: 300 }),
  }),
  output: Type.Object({
    queryId: Type.String(),
    from: Type.String(),
    until: Type.String(),
    rows: Type.Array(
      Type.Object({
        visitId: Type.String(),
        area: Area,
        shown: Type.String(),
        name: Nullable(Type.String()),
        phone: Nullable(Type.String()),
        party: Type.Integer(),
        enteredAt: Type.String(),
        leftAt: Nullable(Type.String()),
        minutesTogether: Type.Integer(),
      }),
    ),
  }),
  refusals: { not_found: 404, visit_unknown: 404, outside_your_unit: 403, window_needed: 422, window_too_long: 422 },
});

export const getHallDay = endpoint({
  method: 'GET',
  path: '/:venue/day',
  may: ['gate', 'window', 'supervisor', 'head', 'planner', 'inspector'],
  about: 'The day of a hall in numbers: headcount by quarter of an hour against the cap, outcomes by day, visitors by origin. Counts only.',
  input: Type.Object({ venue: Venue, on: Type.Optional(Type.String({ pattern: '^20\\d{2}-\\d{2}-\\d{2}$' })) }),
  output: Type.Object({
    on: Type.String(),
    now: Type.Integer(),
    cap: Type.Integer(),
    special: Type.Object({ now: Type.Integer(), cap: Type.Integer() }),
    curve: Type.Array(Type.Object({ at: Type.String(), hall: Type.Integer(), special: Type.Integer() })),
    days: Type.Array(
      Type.Object({
        on: Type.String(),
        enter: Type.Integer(),
        special: Type.Integer(),
        refuse: Type.Integer(),
        isolate: Type.Integer(),
        people: Type.Integer(),
        robotReadings: Type.Integer(),
      }),
    ),
    origins: Type.Array(
      Type.Object({ origin: Nullable(Type.String()), visits: Type.Integer(), people: Type.Integer(), special: Type.Integer() }),
    ),
  }),
  refusals: { not_found: 404, outside_your_unit: 403, no_such_day: 400 },
});
