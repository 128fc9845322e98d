import { Type, type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

export const ways = ['electronic', 'counter', 'courier'] as const;
export const handoverStates = [
  'ready',
  'booking',
  'booked',
  'picked_up',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'cancelled',
] as const;
export type Way = (typeof ways)[number];
export type HandoverState = (typeof handoverStates)[number];

const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) => Type.Union([schema, Type.Null()]);
const CaseNo = Type.String({ minLength: 8, maxLength: 40 });

export const Recipient = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    phone: Type.String({ minLength: 5, maxLength: 40 }),
    address: Type.String({ minLength: 5, maxLength: 300 }),
  },
  { additionalProperties: false },
);
export type Recipient = Static<typeof Recipient>;

export const DeliveryView = Type.Object({
  caseNo: Type.String(),
  way: Type.Enum(ways),
  ways: Type.Array(Type.Enum(ways), { description: 'What the item offers' }),
  state: Type.Enum(handoverStates),
  readyAt: Type.String(),
  doneAt: Nullable(Type.String()),
  code: Nullable(Type.String({ description: 'Only for the applicant’s side: said or shown at the counter' })),
  recipient: Nullable(Recipient),
  trackingNo: Nullable(Type.String()),
  steps: Type.Array(Type.Object({ state: Type.Enum(handoverStates), at: Type.String() })),
  proof: Nullable(Type.Record(Type.String(), Type.String())),
  version: Type.Integer(),
});
export type DeliveryView = Static<typeof DeliveryView>;

const common = { not_found: 404, nothing_to_deliver: 409 } as const;

export const getDelivery = endpoint({
  method: 'GET',
  path: '/cases/:caseNo',
  may: 'signed-in',
  about: 'How the result comes to the applicant, and where it is now',
  input: Type.Object({ caseNo: CaseNo }),
  output: DeliveryView,
  refusals: common,
});

const changing = { ...common, forbidden: 403, on_its_way: 409, way_not_offered: 422 } as const;

export const chooseWay = endpoint({
  method: 'POST',
  path: '/cases/:caseNo/choose',
  may: 'signed-in',
  about: 'Choose another way to get the result, until it is on its way',
  input: Type.Object({
    caseNo: CaseNo,
    way: Type.Enum(ways),
    name: Type.Optional(Type.String({ maxLength: 100 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    address: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  output: DeliveryView,
  refusals: { ...changing, address_needed: 422 },
});

export const book = endpoint({
  method: 'POST',
  path: '/cases/:caseNo/book',
  may: ['window'],
  about: 'Hand the result to the courier, at an address known already or given now',
  input: Type.Object({
    caseNo: CaseNo,
    name: Type.Optional(Type.String({ maxLength: 100 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    address: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  output: DeliveryView,
  refusals: { ...changing, address_needed: 422 },
});

export const identityChecks = ['id-card', 'passport', 'digital', 'mandate'] as const;

/** A wrong code is counted, so that nobody tries them all. */
export const collect = endpoint({
  method: 'POST',
  path: '/cases/:caseNo/collect',
  may: ['window'],
  about: 'Hand the result over at the counter, against the code',
  perMinute: 60,
  recordsRefusals: true,
  input: Type.Object({
    caseNo: CaseNo,
    code: Type.String({ pattern: '^[0-9]{6}$' }),
    identity: Type.Optional(Type.Enum(identityChecks)),
  }),
  output: DeliveryView,
  refusals: {
    ...common,
    wrong_code: 422,
    too_many_wrong_codes: 409,
    not_at_counter: 409,
    forbidden: 403,
    wrong_stage: 409,
  },
});

export const findReady = endpoint({
  method: 'GET',
  path: '/ready/:code',
  may: ['window'],
  about: 'Which results wait at my counter under this code',
  perMinute: 30,
  input: Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }),
  output: Type.Object({ rows: Type.Array(Type.Object({ caseNo: Type.String() })) }),
  refusals: {},
});
