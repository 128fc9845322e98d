import { Type, type Static } from 'typebox';
import { closed, code, condition, count, fieldKey, oneOf, text } from './parts.ts';

export const questionTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'yes-no',
  'choice',
  'choices',
  'person-name',
  'identity-number',
  'phone',
  'email',
  'address',
  'list',
] as const;
export type QuestionType = (typeof questionTypes)[number];

export const identityNumberKinds = ['cn-resident', 'cn-organization', 'vn-citizen', 'vn-tax', 'passport'] as const;

const bound = (description: string) =>
  Type.Optional(Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2}|today([+-]\\d{1,5})?)$', description }));

const prefill = Type.Union(
  [
    closed(
      { register: code('The register asked'), field: Type.String({ minLength: 1, maxLength: 60, description: 'Its field' }) },
      'From another body’s register',
    ),
    closed(
      { credential: code('The kind of credential'), field: Type.String({ minLength: 1, maxLength: 60, description: 'Its field' }) },
      'From a credential',
    ),
    closed({ profile: oneOf(['name', 'idNo', 'phone', 'email', 'address'], 'A field of the account') }, 'From the account'),
  ],
  { description: 'Where the answer may be known already; shown with source and date, can be contradicted' },
);

const shared = {
  key: fieldKey('Stable across versions; a key never changes its meaning'),
  section: Type.Optional(code('The section it belongs to; not inside a list')),
  ask: Type.Optional(text('The question in plain words')),
  why: Type.Optional(text('Why we ask, shown as a fold')),
  hint: Type.Optional(text('How to answer, where to look it up')),
  type: oneOf(questionTypes, 'What an answer looks like'),
  optional: Type.Optional(Type.Boolean({ description: 'May be left blank; every other question must be answered' })),
  min: Type.Optional(Type.Number({ description: 'Least value, characters, choices or rows' })),
  max: Type.Optional(Type.Number({ description: 'Greatest value, characters, choices or rows' })),
  decimals: Type.Optional(count('Decimals allowed', 6)),
  unit: Type.Optional(Type.String({ minLength: 1, maxLength: 20, description: 'Unit of a number (m2, kg), currency of money (CNY, VND)' })),
  earliest: bound('First day allowed'),
  latest: bound('Last day allowed'),
  choices: Type.Optional(
    Type.Array(
      closed({ key: code('Kept as the answer'), name: text('Its words'), hint: Type.Optional(text('What it means')) }, 'One choice'),
      {
        minItems: 2,
        maxItems: 200,
        description: 'What can be chosen',
      },
    ),
  ),
  accepts: Type.Optional(
    Type.Array(oneOf(identityNumberKinds, 'A kind of number'), {
      minItems: 1,
      description: 'Which identity numbers; a person’s of both countries when not given',
    }),
  ),
  showIf: Type.Optional(condition('Asked only when this holds.')),
  prefill: Type.Optional(prefill),
};

export const SubQuestion = closed(shared, 'A question inside a list');
export const Question = closed(
  {
    ...shared,
    of: Type.Optional(Type.Array(SubQuestion, { minItems: 1, maxItems: 20, description: 'What is asked of every row of a list' })),
  },
  'One question, one page',
);
export type Question = Static<typeof Question>;
export type SubQuestion = Static<typeof SubQuestion>;

export const Section = closed(
  {
    key: code('The section’s code'),
    name: text('Its title in the task list'),
    after: Type.Optional(Type.Array(code('A section'), { description: 'Sections to complete first' })),
  },
  'A group of questions in the task list',
);
export type Section = Static<typeof Section>;
