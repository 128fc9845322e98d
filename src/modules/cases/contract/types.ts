import { type Static, type TSchema, Type } from 'typebox';
import { states } from '../rules/states.ts';

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const CaseNo = Type.String({ minLength: 8, maxLength: 40, description: 'The case number, with or without dashes' });
export const Version = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'The version the caller has seen; another one in between makes the call stale',
});
export const Reason = Type.String({ minLength: 1, maxLength: 2000 });
export const Answers = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown());
export const StateName = Type.Enum(states);

/** How one paper is given: files, a promise to bring it later, or a credential that we hold. */
export const SlotFilling = Type.Object({
  fileIds: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 50 })),
  owed: Type.Optional(Type.Boolean()),
  committed: Type.Optional(Type.Boolean({ description: 'Declared instead of proved; verified after the decision' })),
  credentialId: Type.Optional(Type.String({ maxLength: 100 })),
});
export const Slots = Type.Record(Type.String({ maxLength: 80 }), SlotFilling);
export type Slots = Static<typeof Slots>;

export const Delivery = Type.Object(
  {
    way: Type.Optional(Type.Union([Type.Literal('electronic'), Type.Literal('counter'), Type.Literal('courier')])),
    name: Type.Optional(Type.String({ maxLength: 100 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    address: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
);
export type Delivery = Static<typeof Delivery>;

/** What every act on a case answers. */
export const CaseState = Type.Object({ caseNo: Type.String(), state: StateName, version: Type.Integer() });
export type CaseState = Static<typeof CaseState>;

/** A field or a paper that must be put right, with the reason in words a person can act on. */
export const Flag = Type.Object({
  path: Type.String({ minLength: 1, maxLength: 120, description: '`answers.<key>` or `slots.<key>`' }),
  code: Type.Optional(Type.String({ maxLength: 60, description: 'A known defect of the paper' })),
  note: Type.String({ maxLength: 500 }),
});
export type Flag = Static<typeof Flag>;

/** Refusals that every act on a case knows. */
export const actRefusals = { not_found: 404, forbidden: 403, stale_version: 409, wrong_stage: 409 } as const;
