import { type Language, languages } from '#kernel/locale.ts';
import type { Item } from '../item.ts';
import { textsOf } from './check-item/texts.ts';
import { lanesOf } from './stage-plan.ts';

export const guideElements = [
  'lead',
  'conditions',
  'basis',
  'statutory',
  'visits',
  'fee',
  'ways',
  'papers',
  'paperSources',
  'flow',
  'result',
  'phone',
  'supervision',
  'place',
  'faq',
] as const;
export type GuideElement = (typeof guideElements)[number];

/** How far an item is configured: what its guide still lacks, texts that a language lacks, and whether form and stages are its own. */
export type Completeness = {
  readonly score: number;
  readonly missing: readonly GuideElement[];
  readonly texts: number;
  readonly gaps: Readonly<Record<Language, number>>;
  readonly hasForm: boolean;
  readonly hasFlow: boolean;
  readonly lacksTemplate: boolean;
};

const has: Readonly<Record<GuideElement, (item: Item) => boolean>> = {
  lead: ({ guide }) => guide?.lead !== undefined,
  conditions: ({ conditions }) => (conditions ?? []).length > 0,
  basis: ({ basis }) => (basis ?? []).length > 0,
  statutory: ({ limits }) => limits.statutory !== undefined,
  visits: ({ visits }) => visits.count === 0 || visits.why !== undefined,
  fee: ({ fee }) => fee.amount === 0 || (fee.basis ?? []).length > 0 || fee.note !== undefined,
  ways: ({ channels }) => Object.values(channels).some((channel) => channel && channel.as !== 'guidance'),
  papers: ({ documents, generated }) => documents.length > 0 || !generated,
  paperSources: ({ documents }) => documents.length === 0 || documents.some(({ from }) => from.some((source) => !('upload' in source))),
  flow: ({ stages }) => stages.flatMap(lanesOf).some(({ limit }) => limit !== undefined),
  result: ({ result }) => result?.name !== undefined,
  phone: ({ contact }) => contact?.phone !== undefined,
  supervision: ({ contact }) => contact?.supervision !== undefined,
  place: ({ contact, unit }) => contact?.place !== undefined || unit !== '',
  faq: ({ faq }) => (faq ?? []).length > 0,
};

/** Four equal parts: the guide's elements, the languages, the form and the flow. */
export function completenessOf(item: Item): Completeness {
  const missing = guideElements.filter((element) => !has[element](item));
  const texts = textsOf(item, '');
  const gaps = Object.fromEntries(
    languages.map((language) => [language, texts.filter(({ has: known }) => !known.includes(language)).length]),
  );
  const isOwn = !item.imported && !item.generated;
  const [hasForm, hasFlow] = [isOwn && item.questions.length > 0, isOwn && !missing.includes('flow')];
  const said = texts.length === 0 ? 0 : 1 - ((gaps['vi'] ?? 0) + (gaps['en'] ?? 0) + (gaps['zh-Hans'] ?? 0)) / (3 * texts.length);
  const parts = [1 - missing.length / guideElements.length, said, hasForm ? 1 : 0, hasFlow ? 1 : 0];
  return {
    score: Math.floor((parts.reduce((sum, part) => sum + part, 0) / parts.length) * 100),
    missing,
    texts: texts.length,
    gaps: gaps as Record<Language, number>,
    hasForm,
    hasFlow,
    lacksTemplate: item.documents.some(({ from }) => from.some((source) => 'upload' in source && !source.upload.template)),
  };
}
