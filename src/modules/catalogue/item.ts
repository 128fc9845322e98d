import { Type, type Static } from 'typebox';
import { DocumentSlot } from './item/documents.ts';
import { closed, code, codeOrNamed, count, day, limit, oneOf, text } from './item/parts.ts';
import { Question, Section } from './item/questions.ts';
import { Auto, Green, Parallel, Stage } from './item/stages.ts';

export const jurisdictions = ['CN', 'VN'] as const;
export const itemKinds = [
  'licence',
  'registration',
  'confirmation',
  'benefit',
  'reward',
  'adjudication',
  'levy',
  'other-power',
  'public-service',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The kind's two digits in a Chinese catalogue code (GB/T 39554.1: 01 行政许可 … 21 公共服务). Registration is Vietnam's word (đăng ký). */
export const kindByCatalogueDigits: Readonly<Record<string, ItemKind>> = {
  '01': 'licence',
  '04': 'levy',
  '05': 'benefit',
  '07': 'confirmation',
  '08': 'reward',
  '09': 'adjudication',
  '20': 'other-power',
  '21': 'public-service',
};

export const audiences = [
  'person',
  'individual-business',
  'enterprise',
  'public-institution',
  'social-organization',
  'unincorporated',
  'government',
  'other',
] as const;
export const channelNames = ['online', 'mobile', 'kiosk', 'phone', 'post', 'appointment', 'walk-in', 'home-visit', 'proxy'] as const;
export type ChannelName = (typeof channelNames)[number];

/** What the law does not count into a limit (行政许可法 art. 45), and survey and announcement where an item says so. */
export const knownPauses = [
  'hearing',
  'expert-review',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'auction',
  'bidding',
  'announcement',
  'survey',
] as const;

const legalBasis = closed(
  {
    law: Type.String({ minLength: 1, maxLength: 200, description: 'The law’s name' }),
    number: Type.Optional(Type.String({ maxLength: 100, description: 'Its number' })),
    article: Type.Optional(Type.String({ maxLength: 100, description: 'The article' })),
    text: Type.Optional(Type.String({ maxLength: 4000, description: 'What it says' })),
  },
  'One legal basis 设定依据 / căn cứ pháp lý',
);

const channel = closed(
  {
    only: Type.Optional(oneOf(['urgent'], 'Open for urgent matters only')),
    for: Type.Optional(Type.Array(code('A group'), { description: 'Open for these groups only' })),
    as: Type.Optional(oneOf(['guidance'], 'Advice is given this way, nothing is taken in')),
    limit: Type.Optional(limit('The limit of this channel, where it differs')),
    fee: Type.Optional(Type.Number({ minimum: 0, description: 'The fee of this channel, where it differs' })),
    note: Type.Optional(text('What to know about it')),
  },
  'A way to apply; what is absent is not offered',
);
const channels = Object.fromEntries(channelNames.map((name) => [name, Type.Optional(channel)])) as Record<
  ChannelName,
  ReturnType<typeof Type.Optional<typeof channel>>
>;

const words = (description: string) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50, description }));

const limits = closed(
  {
    statutory: Type.Optional(limit('What the law gives 法定办结时限')),
    promised: limit('What we promise 承诺办结时限; 0 days is decided on the spot'),
    extension: Type.Optional(
      closed(
        { days: count('How many more', 365), times: count('How often', 3), approvedBy: oneOf(['head', 'government'], 'Who allows it') },
        'How it may be extended',
      ),
    ),
    notCounted: Type.Optional(
      Type.Array(
        Type.Union([
          codeOrNamed(knownPauses, 'A pause'),
          closed({ key: oneOf(knownPauses, 'A known code'), days: count('Usual days', 365) }, 'A known pause with its usual length'),
        ]),
        { description: 'Pauses the law does not count 特别程序' },
      ),
    ),
    whenPassed: Type.Optional(oneOf(['approved', 'refused'], 'What the law reads into silence, if anything; frozen once published')),
  },
  'Time limits',
);

const result = closed(
  {
    name: Type.Optional(text('What the applicant gets')),
    document: Type.Optional(code('The document template')),
    credential: Type.Optional(code('The kind of e-credential issued')),
    validFor: Type.Optional(
      closed(
        { years: Type.Optional(count('Years')), months: Type.Optional(count('Months')), days: Type.Optional(count('Days')) },
        'How long it is valid',
      ),
    ),
    delivery: Type.Array(oneOf(['electronic', 'counter', 'courier'], 'A way to hand it over'), {
      minItems: 1,
      description: 'How the result can be had',
    }),
  },
  'The result',
);

const contact = closed(
  {
    office: Type.Optional(text('The responsible office')),
    officer: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'The responsible officer' })),
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 60, description: 'To ask' })),
    supervision: Type.Optional(Type.String({ minLength: 3, maxLength: 60, description: 'To complain 监督电话' })),
    place: Type.Optional(text('Where, when the directory of venues does not say')),
  },
  'Who is responsible',
);

const guide = closed(
  {
    lead: Type.Optional(text('One plain sentence: who needs this and when')),
    before: Type.Optional(text('What to do first')),
    after: Type.Optional(text('What happens afterwards')),
    special: Type.Optional(text('Special steps and whether they count')),
  },
  'Texts of the guide page',
);

const applyCondition = closed(
  {
    text: text('The condition'),
    ask: Type.Optional(text('A yes-or-no question to check oneself')),
    otherwise: Type.Optional(text('What to do when the answer is no')),
  },
  'One condition 受理条件 / yêu cầu, điều kiện',
);

/** Every item carries its own tests: what a person answers, what must come out. */
const walk = closed(
  {
    answers: Type.Record(Type.String(), Type.Unknown(), { description: 'Answers by key; rows of a list may be empty' }),
    proven: Type.Optional(Type.Array(Type.String(), { description: 'Papers that came from a credential or register' })),
    asked: Type.Array(Type.String(), { description: 'The questions asked, in order' }),
    papers: Type.Record(Type.String(), oneOf(['credential', 'register', 'upload', 'owed'], 'A way it can come'), {
      description: 'The papers needed',
    }),
    stages: Type.Array(Type.String(), { description: 'The stages; parallel ones joined by +' }),
  },
  'One walk through the item',
);

export const Item = closed(
  {
    code: Type.String({
      pattern: '^[0-9A-Za-z][0-9A-Za-z.-]{2,39}$',
      description: 'Catalogue code: 12 characters in China 基本编码, 1.004222 in Vietnam mã thủ tục',
    }),
    jurisdiction: oneOf(jurisdictions, 'Picks the rule tables for limits, forms and words'),
    kind: oneOf(itemKinds, 'What sort of act it is 事项类型'),
    level: Type.Optional(oneOf(['national', 'province', 'city', 'county', 'town', 'village'], 'Who exercises it 行使层级')),
    version: Type.Integer({ minimum: 1, description: 'Counts up with every publication' }),
    effectiveFrom: day('The first day this version holds'),
    effectiveTo: Type.Optional(day('The last day, when the item is retired')),
    successor: Type.Optional(Type.String({ description: 'The item that replaces a retired one' })),
    unit: Type.String({ pattern: '^[a-z0-9][a-z0-9/-]{0,119}$', description: 'The responsible unit’s path' }),
    audience: Type.Array(oneOf(audiences, 'A kind of applicant'), { minItems: 1, description: 'Who it is for 服务对象' }),
    themes: Type.Optional(Type.Array(code('A theme'), { description: 'Where it is found by theme or life event' })),
    scopes: Type.Optional(Type.Array(code('A front'), { description: 'Special fronts that offer it: bank-kiosk, village' })),
    name: text('What it is called'),
    words: Type.Optional(
      closed(
        { 'zh-Hans': words('Chinese'), 'zh-Hant': words('Traditional Chinese'), vi: words('Vietnamese'), en: words('English') },
        'Everyday words that people search by',
      ),
    ),
    basis: Type.Optional(Type.Array(legalBasis, { description: 'Legal bases; a licence must have one' })),
    guide: Type.Optional(guide),
    conditions: Type.Optional(Type.Array(applyCondition, { maxItems: 30, description: 'Who can apply' })),
    limits,
    visits: closed({ count: count('How often one must come 到办事现场次数', 20), why: Type.Optional(text('Why one must come')) }, 'Visits'),
    fee: closed(
      {
        amount: Type.Number({ minimum: 0, description: '0 is free' }),
        currency: Type.Optional(oneOf(['CNY', 'VND'], 'The jurisdiction’s when not given')),
        note: Type.Optional(text('Per what, and who is exempt')),
        basis: Type.Optional(Type.Array(legalBasis, { description: 'The basis for charging' })),
      },
      'The fee',
    ),
    channels: closed(channels, 'What the item allows at all; policies close and open these from an instant on'),
    sections: Type.Array(Section, { description: 'In the order of the task list' }),
    questions: Type.Array(Question, { maxItems: 300, description: 'In the order they are asked' }),
    documents: Type.Array(DocumentSlot, { maxItems: 100, description: 'The papers' }),
    stages: Type.Array(Type.Union([Stage, Parallel]), {
      minItems: 1,
      maxItems: 40,
      description: 'Copied into the case at acceptance; the guide draws exactly this',
    }),
    green: Type.Optional(Green),
    auto: Type.Optional(Auto),
    result: Type.Optional(result),
    contact: Type.Optional(contact),
    faq: Type.Optional(
      Type.Array(closed({ ask: text('A question people ask'), answer: text('The answer') }, 'Question and answer'), {
        maxItems: 50,
        description: 'Frequent questions',
      }),
    ),
    walks: Type.Optional(Type.Array(walk, { description: 'The item’s own tests' })),
    generated: Type.Optional(Type.Literal(true, { description: 'Made up for demonstration, no office stands behind it' })),
    imported: Type.Optional(
      closed(
        {
          from: Type.String({ minLength: 1, description: 'The system or file' }),
          id: Type.Optional(Type.String({ description: 'Its number there' })),
          doubts: Type.Optional(Type.Array(Type.String(), { description: 'Codes of what looked doubtful' })),
        },
        'Taken over from another system; form and stages are the kind’s standard ones until an administrator configures them',
      ),
    ),
  },
  'A service item 办理事项 / thủ tục hành chính',
);
export type Item = Static<typeof Item>;
export type Channel = NonNullable<Item['channels'][ChannelName]>;
export type ItemLimit = Item['limits']['promised'];
export type Walk = NonNullable<Item['walks']>[number];

export type { DocumentSlot, DocumentSource } from './item/documents.ts';
export type { Question, QuestionType, Section, SubQuestion } from './item/questions.ts';
export { knownStages, type Parallel, type Stage } from './item/stages.ts';
export { knownDefects } from './item/documents.ts';
