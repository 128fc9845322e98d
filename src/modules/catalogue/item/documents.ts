import { Type, type Static } from 'typebox';
import { closed, code, codeOrNamed, condition, count, fieldKey, oneOf, text } from './parts.ts';

export const knownDefects = [
  'unreadable',
  'incomplete',
  'expired',
  'wrong-document',
  'not-signed',
  'not-stamped',
  'names-differ',
  'too-old',
  'page-missing',
] as const;

const file = (description: string) => Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9./-]{0,99}$', description }));

const upload = closed(
  {
    max: Type.Integer({ minimum: 1, maximum: 50, description: 'Most files for one paper' }),
    sample: file('A filled-in example'),
    template: file('A blank to fill in'),
  },
  'Photos or files from the applicant',
);

const source = Type.Union(
  [
    closed({ credential: code('The kind of e-credential 电子证照') }, 'An e-credential that we can verify'),
    closed({ register: code('The register 数据共享') }, 'Another body’s register'),
    closed({ upload }, 'An upload'),
  ],
  { description: 'A way the paper can come' },
);

/** 容缺受理: a secondary paper may follow by a date. */
const owed = closed(
  {
    days: count('By when, from acceptance', 365),
    unit: oneOf(['workday', 'day'], 'workday 工作日, day 自然日'),
    blocks: oneOf(['decision', 'issue', 'none'], 'What waits for the paper; none: the result is given out on the condition that it comes'),
    ifNot: oneOf(
      ['terminate', 'remind'],
      'What happens when it does not come: the case ends (the result is revoked), or it is noted for the next time',
    ),
  },
  'May be owed with a promise',
);

/** 告知承诺制: a declaration stands for the paper; the office verifies it afterwards and revokes what a false one has brought. */
const commitment = closed(
  {
    verifyDays: count('Working days after the decision within which it is verified', 365),
    text: Type.Optional(text('What is declared, when the standard words do not say it')),
  },
  'May be declared instead of proved',
);

export const DocumentSlot = closed(
  {
    key: fieldKey('Stable across versions'),
    name: text('What the paper is called'),
    note: Type.Optional(text('What it must show')),
    issuedBy: Type.Optional(text('Who issues it')),
    necessity: oneOf(['main', 'secondary'], 'Without a main paper nothing is accepted'),
    form: Type.Optional(oneOf(['original', 'copy', 'electronic'], 'What must finally be handed in; electronic when not given')),
    from: Type.Array(source, { minItems: 1, description: 'In this order; the first that works means no paper is asked' }),
    each: Type.Optional(fieldKey('One paper for every row of this list')),
    owed: Type.Optional(owed),
    commitment: Type.Optional(commitment),
    skipIf: Type.Optional(condition('Not needed when this holds.')),
    defects: Type.Optional(Type.Array(codeOrNamed(knownDefects, 'A defect'), { description: 'What an officer can find wrong with it' })),
  },
  'One required paper 申请材料 / thành phần hồ sơ',
);
export type DocumentSlot = Static<typeof DocumentSlot>;
export type DocumentSource = DocumentSlot['from'][number];
