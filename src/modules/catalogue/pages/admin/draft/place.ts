import { isLanguage, type Language, textIn } from '#kernel/locale.ts';
import { fieldId, languageNames } from '#ui/index.ts';
import { type EditorWords, editorWords } from '../../../locales/editor/index.ts';
import { portalWords } from '../../../locales/portal/index.ts';
import { keyOf } from '../../../rules/change-draft.ts';
import { labelOf } from './part.ts';
import { lanesOf, stageName } from './parts/stage.tsx';
import { listOf, type Part, textOf } from './read.ts';

export const partNames = [
  'basics',
  'guide',
  'limits',
  'channels',
  'questions',
  'documents',
  'stages',
  'result',
  'faq',
  'walks',
  'expert',
] as const;
export type PartName = (typeof partNames)[number];
export const entryLists = ['questions', 'documents', 'stages'] as const;
export type EntryList = (typeof entryLists)[number];

const partByKey: Readonly<Record<string, PartName>> = {
  guide: 'guide',
  conditions: 'guide',
  basis: 'guide',
  limits: 'limits',
  visits: 'limits',
  fee: 'limits',
  channels: 'channels',
  sections: 'questions',
  questions: 'questions',
  documents: 'documents',
  stages: 'stages',
  result: 'result',
  contact: 'result',
  faq: 'faq',
  walks: 'walks',
  green: 'expert',
  auto: 'expert',
};
const basic = ['code', 'name', 'words', 'kind', 'level', 'unit', 'audience', 'themes', 'scopes', 'jurisdiction'];

/** Where in the editor something of an item stands. `names` say it as a person would, from the section inwards. */
export type Place = { readonly part: PartName; readonly href: string; readonly names: readonly string[] };

export function isEntryList(part: string): part is EntryList {
  return entryLists.includes(part as EntryList);
}

/** `questions.area.showIf` or `questions.3.ask` → its page, its field and its names. */
export function placeOf(path: string, item: Part, language: Language): Place {
  const words = editorWords(language);
  const steps = path.split('.');
  const [first = ''] = steps;
  const part = basic.includes(first) ? 'basics' : (partByKey[first] ?? 'expert');
  const rest = isEntryList(first) ? placeInEntry(first, steps.slice(1), { item, language, words }) : undefined;
  if (rest) return { part, href: `${part}${rest.href}`, names: [words.parts[part], ...rest.names] };
  return { part, href: `${part}#${fieldId(path)}`, names: [words.parts[part], ...fieldNames(first, steps, { language, words })] };
}

type Naming = { readonly language: Language; readonly words: EditorWords };

type PlaceInside = { readonly href: string; readonly names: readonly string[] };

function placeInEntry(
  list: EntryList,
  [key = '', ...inside]: readonly string[],
  { item, ...naming }: Naming & { item: Part },
): PlaceInside | undefined {
  const entries = list === 'stages' ? [...lanesOf(item), ...listOf(item['stages'])] : listOf(item[list]);
  const found = entries.find((entry) => keyOf(entry) === key) ?? (/^\d+$/.test(key) ? listOf(item[list])[Number(key)] : undefined);
  const own = keyOf(found);
  if (!found || !own || key === '') return undefined;
  const [of, column = '', ...deeper] = inside;
  const columns = of === 'of' ? listOf(found['of']) : [];
  const inColumn = columns.find((one, index) => one['key'] === column || String(index) === column);
  if (inColumn && list === 'stages') return placeInEntry(list, [textOf(inColumn['key']), ...deeper], { item, ...naming });
  const fields = inColumn ? deeper : inside;
  const query = inColumn ? `?column=${textOf(inColumn['key'])}` : '';
  const anchor = fields.length > 0 ? `#${fieldId(fields.join('.'))}` : '';
  return {
    href: `/${encodeURIComponent(own)}${query}${anchor}`,
    names: [
      entryName(found, list, naming.language),
      ...(inColumn ? [entryName(inColumn, list, naming.language)] : []),
      ...fieldNames(list, fields, naming),
    ],
  };
}

/** What people call a question, a paper or a stage; stages side by side by all of their names. */
export function entryName(entry: Part, list: string, language: Language): string {
  const said = textIn((list === 'questions' ? entry['ask'] : entry['name']) as never, language);
  if (said || list !== 'stages') return said || (keyOf(entry) ?? '');
  if ('parallel' in entry)
    return listOf(entry['of'])
      .map((lane) => stageName(lane, language))
      .join(' + ');
  return stageName(entry, language);
}

function fieldNames(part: string, steps: readonly string[], { language, words }: Naming): string[] {
  const channels: Readonly<Record<string, string>> = part === 'channels' ? portalWords(language).channels : {};
  return steps.flatMap((step, index) => {
    if (step === part && part in partByKey && index === 0 && steps.length > 1) return [];
    if (isLanguage(step)) return [languageNames[step].full];
    if (/^\d+$/.test(step)) return [words.rowNo(Number(step) + 1)];
    return [channels[step] ?? labelOf(words, part, step)];
  });
}
