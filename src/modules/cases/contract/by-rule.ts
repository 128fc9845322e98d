import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Nullable } from './types.ts';

const ItemCode = Type.String({ minLength: 1, maxLength: 60 });

export const getRule = endpoint({
  method: 'GET',
  path: '/rules/:itemCode',
  may: 'anyone',
  about: 'The published rule by which an item is approved without a person, as JsonLogic on { ...answers, proven: [...] }, with its tests',
  input: Type.Object({ itemCode: ItemCode }),
  output: Type.Object({
    itemCode: Type.String(),
    version: Type.Integer(),
    jsonLogic: Type.Record(Type.String(), Type.Unknown()),
    sample: Type.Number({ description: 'Share of its decisions that a person checks afterwards' }),
    tests: Type.Array(Type.Object({ given: Type.Record(Type.String(), Type.Unknown()), expect: Type.String() })),
    isOff: Type.Boolean(),
  }),
  refusals: { no_rule: 404 },
});

export const switchRule = endpoint({
  method: 'POST',
  path: '/rules/switch',
  may: ['admin', 'supervisor'],
  about: 'Stop deciding by rule, for one item or for all, or begin again',
  input: Type.Object({
    itemCode: Type.Optional(ItemCode),
    isOff: Type.Boolean(),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ itemCode: Nullable(Type.String()), isOff: Type.Boolean() }),
  refusals: { no_rule: 404 },
});

export const listRules = endpoint({
  method: 'GET',
  path: '/rules',
  may: ['admin', 'supervisor', 'head', 'signer'],
  about: 'What rules decided in the last twelve months, and what became of it',
  input: Type.Object({}),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        itemCode: Type.String(),
        approved: Type.Integer(),
        left: Type.Integer({ description: 'The rule held, a doubt left it to a person' }),
        toCheck: Type.Integer(),
        checked: Type.Integer(),
        wrong: Type.Integer({ description: 'Found wrong by a check afterwards' }),
        reversed: Type.Integer({ description: 'Revoked, or decided again by a person' }),
      }),
    ),
  }),
  refusals: {},
});
