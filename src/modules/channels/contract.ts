import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { channelNames } from './rules.ts';

const Channel = Type.Enum(channelNames);
const Words = Type.Object(
  {
    'zh-Hans': Type.Optional(Type.String({ maxLength: 500 })),
    'zh-Hant': Type.Optional(Type.String({ maxLength: 500 })),
    vi: Type.Optional(Type.String({ maxLength: 500 })),
    en: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
const Instant = Type.String({ format: 'date-time', description: 'RFC 3339 with zone' });

/** Empty: everything. Otherwise what it names, all of it together. */
const Scope = Type.Union([
  Type.Literal('all'),
  Type.Object(
    {
      venue: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
      unit: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
      item: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    },
    { additionalProperties: false },
  ),
]);

const suspensionInput = {
  scope: Scope,
  channels: Type.Array(Channel, { minItems: 1, maxItems: 9 }),
  from: Instant,
  until: Type.Optional(Instant),
  reason: Type.Union([Words, Type.String({ minLength: 1, maxLength: 500 })]),
  urgentExcepted: Type.Optional(Type.Boolean()),
};

export const Effect = Type.Object({
  items: Type.Integer({ description: 'Items that lose at least one open channel' }),
  itemsWithoutAnyWay: Type.Integer({ description: 'Items that nobody could apply for any more' }),
  drafts: Type.Integer({ description: 'Open drafts of those items in those channels' }),
  bookings: Type.Integer({ description: 'Bookings that would have to be moved' }),
});
export type Effect = Static<typeof Effect>;

export const Suspension = Type.Object({
  suspensionId: Type.String(),
  scope: Type.Object({ venue: Type.Optional(Type.String()), unit: Type.Optional(Type.String()), item: Type.Optional(Type.String()) }),
  channels: Type.Array(Channel),
  from: Type.String(),
  until: Type.Union([Type.String(), Type.Null()]),
  endedAt: Type.Union([Type.String(), Type.Null()]),
  reason: Words,
  urgentExcepted: Type.Boolean(),
  version: Type.Integer(),
  inForce: Type.Boolean(),
});

const refusals = { unknown_scope: 422, ends_before_it_begins: 422, begins_in_the_past: 422 } as const;
const may = ['admin', 'supervisor'] as const;

export const previewSuspension = endpoint({
  method: 'POST',
  path: '/suspensions/preview',
  may,
  about: 'Whom a suspension would hit',
  input: Type.Object(suspensionInput),
  output: Effect,
  refusals,
});
export const suspend = endpoint({
  method: 'POST',
  path: '/suspensions',
  may,
  about: 'Close channels from an instant on',
  creates: true,
  input: Type.Object(suspensionInput),
  output: Type.Object({ ...Suspension.properties, effect: Effect }),
  refusals,
  example: { scope: {}, channels: ['walk-in'], from: '2020-07-30T13:00:00+07:00', reason: { 'zh-Hans': '疫情防控' }, urgentExcepted: true },
});
export const endSuspension = endpoint({
  method: 'POST',
  path: '/suspensions/:suspensionId/end',
  may,
  about: 'Open the channels again, now',
  input: Type.Object({
    suspensionId: Type.String({ format: 'uuid' }),
    version: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
  }),
  output: Suspension,
  refusals: { not_found: 404, ended_already: 409, stale_version: 409 },
});
export const listSuspensions = endpoint({
  method: 'GET',
  path: '/suspensions',
  may: 'anyone',
  about: 'Suspensions in force or to come, newest first',
  input: Type.Object({ all: Type.Optional(Type.Boolean()) }),
  output: Type.Object({ rows: Type.Array(Suspension), nextCursor: Type.Null() }),
  refusals: {},
});

export const ChannelStatus = Type.Object({
  state: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  reason: Type.Union([Type.String(), Type.Null()]),
  since: Type.Union([Type.String(), Type.Null()]),
  until: Type.Union([Type.String(), Type.Null()]),
  instead: Type.Array(Channel),
  offered: Type.Boolean(),
});
export const getStatus = endpoint({
  method: 'GET',
  path: '/status',
  may: 'anyone',
  about: 'Which of the nine channels are open, which are closed, why, and what to do instead',
  input: Type.Object({
    item: Type.Optional(Type.String({ maxLength: 60 })),
    venue: Type.Optional(Type.String({ maxLength: 120 })),
    at: Type.Optional(Instant),
  }),
  output: Type.Record(Channel, ChannelStatus),
  refusals: { unknown_item: 404 },
});
