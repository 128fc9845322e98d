import { Type, type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

export const symptomCodes = ['fever', 'cough', 'fatigue', 'breath', 'throat', 'diarrhoea'] as const;
export type Symptom = (typeof symptomCodes)[number];

const Text = Type.Object(
  {
    'zh-Hans': Type.Optional(Type.String({ maxLength: 300 })),
    'zh-Hant': Type.Optional(Type.String({ maxLength: 300 })),
    vi: Type.Optional(Type.String({ maxLength: 300 })),
    en: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
);
const Minutes = Type.Integer({ minimum: 1, maximum: 1440 });
const Days = Type.Integer({ minimum: 1, maximum: 365 });

/** What the door goes by. Degrees Celsius with one decimal; minutes and days as named. */
export const PolicyRules = Type.Object(
  {
    temperatureLimit: Type.Number({ minimum: 36, maximum: 39, description: 'Above it is a fever' }),
    robotMargin: Type.Number({ minimum: 0, maximum: 1, description: 'A robot’s reading from limit − margin on is measured again by hand' }),
    handWithinMinutes: Minutes,
    repeatAfterMinutes: Minutes,
    symptoms: Type.Array(Type.Enum(symptomCodes), { uniqueItems: true }),
    symptomOutcome: Type.Enum(['refuse', 'isolate']),
    mask: Type.Enum(['worn', 'none'], { description: 'worn: nobody comes in without; a mask may be given at the door' }),
    regions: Type.Array(
      Type.Object({ code: Type.String({ pattern: '^(\\d{2,12}|[A-Z]{2}-[A-Z0-9]{1,12})$' }), name: Text }, { additionalProperties: false }),
      {
        maxItems: 500,
      },
    ),
    regionDays: Days,
    regionOutcome: Type.Enum(['special', 'refuse', 'isolate']),
    isolationRecord: Type.Boolean({ description: 'Only with a record of finished isolation into the special hall' }),
    hospital: Type.Union([Text, Type.Null()]),
    skewMinutes: Minutes,
    skewed: Type.Enum(['correct', 'refuse'], { description: 'What happens to a device whose clock is off by more than skewMinutes' }),
    alertMinutes: Minutes,
    undoSeconds: Type.Integer({ minimum: 5, maximum: 300 }),
    leasePlaces: Type.Integer({ minimum: 0, maximum: 200 }),
    leaseMinutes: Minutes,
    passHours: Type.Integer({ minimum: 1, maximum: 72 }),
    readingDays: Days,
    identityDays: Days,
  },
  { additionalProperties: false },
);
export type PolicyRules = Static<typeof PolicyRules>;

const PolicyView = Type.Object({
  version: Type.Integer(),
  effectiveAt: Type.String(),
  inForce: Type.Boolean(),
  rules: PolicyRules,
  madeBy: Type.String(),
});
export type PolicyView = Static<typeof PolicyView>;

export const listPolicies = endpoint({
  method: 'GET',
  path: '/policies',
  may: ['gate', 'window', 'supervisor', 'admin', 'head'],
  about: 'The versions of the screening policy, newest first; one of them is in force.',
  input: Type.Object({}),
  output: Type.Object({ rows: Type.Array(PolicyView), nextCursor: Type.Null() }),
  refusals: {},
});

export const publishPolicy = endpoint({
  method: 'POST',
  path: '/policies',
  may: ['admin'],
  about: 'A new version of the screening policy, in force from an instant on (now, when none is named). Versions are never edited.',
  creates: true,
  input: Type.Object({
    version: Type.Integer({ minimum: 0, description: 'The newest version the writer has seen' }),
    effectiveAt: Type.Optional(Type.String({ format: 'date-time' })),
    rules: PolicyRules,
  }),
  output: Type.Object({ version: Type.Integer(), effectiveAt: Type.String() }),
  refusals: { stale_version: 409, begins_in_the_past: 422 },
});
