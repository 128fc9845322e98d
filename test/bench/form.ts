/** Thirty fields, checked on both sides: as JSON Schema for the bare server, as an item's questions for ours. */
export const fields = Array.from({ length: 30 }, (_, i) => ({
  key: `field${i + 1}`,
  kind: (['text', 'number', 'choice', 'yes-no', 'date'] as const)[i % 5] as 'text' | 'number' | 'choice' | 'yes-no' | 'date',
}));

const shapes = {
  text: { type: 'string', minLength: 1, maxLength: 200 },
  number: { type: 'number', minimum: 0, maximum: 100_000 },
  choice: { type: 'string', enum: ['first', 'second', 'third'] },
  'yes-no': { type: 'boolean' },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
} as const;

export const form = {
  type: 'object',
  required: ['answers', 'files'],
  properties: {
    answers: {
      type: 'object',
      additionalProperties: false,
      required: fields.map(({ key }) => key),
      properties: Object.fromEntries(fields.map(({ key, kind }) => [key, shapes[kind]])),
    },
    files: { type: 'array', minItems: 2, items: { type: 'string' } },
  },
};

const given = { text: '安和区柳岸街16号', number: 46.5, choice: 'second', 'yes-no': true, date: '2020-07-30' } as const;
export const answers = Object.fromEntries(fields.map(({ key, kind }) => [key, given[kind]]));
export const wrongAnswers = { ...answers, field1: '', field2: -1, field3: 'fourth' };

const both = (text: string) => ({ 'zh-Hans': text, vi: text, en: text });

/** The two papers as the bare server has them. */
export const paperIds = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const;

/** The same form as a service item. */
export const item = {
  code: 'bench0000001',
  jurisdiction: 'CN',
  kind: 'public-service',
  version: 1,
  effectiveFrom: '2020-01-01',
  unit: 'market-regulation/food-licensing',
  audience: ['person'],
  name: both('基准事项'),
  limits: { statutory: { days: 20, unit: 'workday' }, promised: { days: 5, unit: 'workday' } },
  visits: { count: 0 },
  fee: { amount: 0 },
  channels: { online: {}, mobile: {} },
  sections: [{ key: 'main', name: both('填写') }],
  questions: fields.map(({ key, kind }) => ({
    key,
    section: 'main',
    ask: both(key),
    type: kind,
    ...(kind === 'text' ? { max: 200 } : {}),
    ...(kind === 'number' ? { min: 0, max: 100_000, decimals: 2 } : {}),
    ...(kind === 'choice' ? { choices: ['first', 'second', 'third'].map((value) => ({ key: value, name: both(value) })) } : {}),
  })),
  documents: ['identity', 'plan'].map((key) => ({ key, name: both(key), necessity: 'main', from: [{ upload: { max: 2 } }] })),
  stages: [
    { key: 'intake', unit: 'window', limit: 1 },
    { key: 'documents', unit: 'self', limit: 2 },
    { key: 'decision', unit: 'self/head', limit: 1, signs: true },
  ],
  result: { delivery: ['electronic'] },
  contact: { phone: '0600-610 2331' },
};
