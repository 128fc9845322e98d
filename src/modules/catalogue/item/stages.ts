import { Type, type Static } from 'typebox';
import { closed, code, condition, count, limit, oneOf, text } from './parts.ts';

export const knownStages = [
  'intake',
  'documents',
  'review',
  'survey',
  'opinion',
  'expert-review',
  'announcement',
  'hearing',
  'decision',
  'payment',
  'issue',
] as const;

export const Stage = closed(
  {
    key: code('The stage’s code'),
    name: Type.Optional(text('Its words, needed when the code is not a known one')),
    unit: Type.String({ pattern: '^[a-z0-9][a-z0-9/-]{0,119}$', description: 'window, self, self/head, or the path of another unit' }),
    limit: Type.Optional(count('Days this stage may take, in the promise’s unit', 3650)),
    onlyIf: Type.Optional(condition('Runs only when this holds of the answers at acceptance.')),
    notBy: Type.Optional(Type.Array(code('A stage'), { description: 'Whoever did one of these may not do this' })),
    signs: Type.Optional(Type.Boolean({ description: 'The decision is signed here' })),
    by: Type.Optional(oneOf(['visit', 'video'], 'A survey on site or by video')),
    officers: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, description: 'How many officers must take part' })),
    asks: Type.Optional(oneOf(['opinion'], 'Another unit is asked what it thinks')),
    late: Type.Optional(oneOf(['no-objection', 'wait'], 'What silence of the asked unit means')),
  },
  'One piece of work by one holder',
);
export type Stage = Static<typeof Stage>;

export const Parallel = closed(
  {
    parallel: closed(
      {
        join: Type.Union(
          [
            oneOf(['all', 'any', 'veto'], 'Every lane, the first, or every lane where one concern ends it'),
            Type.Integer({ minimum: 1, maximum: 20, description: 'This many' }),
          ],
          { description: 'How many lanes must be done before the next stage' },
        ),
        limit: Type.Optional(count('Days for all lanes together; none of them has longer', 3650)),
      },
      'Lanes that run side by side 并联',
    ),
    of: Type.Array(Stage, { minItems: 2, maxItems: 20, description: 'The lanes' }),
  },
  'Stages that run side by side',
);
export type Parallel = Static<typeof Parallel>;

export const Green = closed(
  {
    merge: Type.Array(Type.Array(code('A stage'), { minItems: 2, description: 'Stages that become one' }), {
      minItems: 1,
      description: 'Which stages one holder does in one go',
    }),
    promised: limit('The shorter promise'),
  },
  'What the green channel 绿色通道 changes',
);

export const Auto = closed(
  {
    approveIf: condition('Approved by rule when this holds of the answers.'),
    sample: Type.Number({ minimum: 0, maximum: 1, description: 'Share of rule decisions that a person checks afterwards' }),
    tests: Type.Array(
      closed(
        {
          given: Type.Record(Type.String(), Type.Unknown(), { description: 'Answers; `proven` lists proven papers' }),
          expect: oneOf(['approve', 'person'], 'What must come out'),
        },
        'One test',
      ),
      { minItems: 1, description: 'Must pass before the item can be published' },
    ),
  },
  'Approval without a person 审查零人工, by a published rule',
);
