import { isLanguage, type Language, textIn } from '#kernel/locale.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { portalWords } from '../../../locales/portal/index.ts';
import { rowsOf } from '../../../rules/condition-rows.ts';
import { labelOf } from './part.ts';
import { stageName, lanesOf } from './parts/stage.tsx';
import { entryName } from './place.ts';
import { listOf, type Part, partOf, textOf } from './read.ts';

type Saying = { readonly item: Part; readonly language: Language };
const conditions = ['showIf', 'skipIf', 'onlyIf', 'approveIf'];

/** A value of an item as a person would say it: closed words by their names, texts in the reader's language, conditions as sentences. */
export function saidValue(path: string, value: unknown, saying: Saying): string {
  const words = editorWords(saying.language);
  const key = path.split('.').findLast((step) => !/^\d+$/.test(step) && !isLanguage(step)) ?? '';
  if (value === undefined) return words.nothing;
  if (conditions.includes(key)) return saidCondition(value, saying);
  if (typeof value === 'boolean') return value ? words.yesNo.true : words.yesNo.false;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return saidWord(path, key, value, saying);
  if (Array.isArray(value)) {
    const said = value.map((one, index) => saidValue(`${path}.${index}`, one, saying));
    return said.join(key === 'order' ? ' → ' : words.and) || words.nothing;
  }
  return saidPart(path, partOf(value), saying);
}

function saidPart(path: string, part: Part, saying: Saying): string {
  const words = editorWords(saying.language);
  const keys = Object.keys(part).filter((key, _, all) => key !== 'key' || all.length === 1);
  if (keys.length > 0 && keys.every(isLanguage)) return textIn(part, saying.language);
  if ('days' in part && 'unit' in part)
    return guideWords(saying.language).limit[part['unit'] === 'day' ? 'day' : 'workday'](Number(part['days']));
  const [section = ''] = path.split('.');
  const said = keys.map((key) => `${labelOf(words, section, key)} ${saidValue(`${path}.${key}`, part[key], saying)}`);
  return said.join(words.semicolon) || words.offered;
}

function saidWord(path: string, key: string, value: string, { item, language }: Saying): string {
  const { values, holders } = editorWords(language);
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...values,
    type: values.types,
    kind: portalWords(language).kinds,
    form: values.forms,
    necessity: values.necessity,
    unit: path.startsWith('stages.') ? { window: holders.window, self: holders.self, 'self/head': holders.head } : values.dayUnit,
    by: guideWords(language).by,
    notCounted: guideWords(language).pauses,
  };
  if (key === 'notBy' || path.split('.').includes('order')) return nameIn(path, value, { item, language });
  if (key === 'each') return nameIn('questions', value, { item, language });
  if (key === 'section') return textIn(listOf(item['sections']).find((one) => one['key'] === value)?.['name'] as never, language) || value;
  return lists[key]?.[value] ?? value;
}

/** Keys in an order or a list of stages → their names. */
function nameIn(path: string, key: string, { item, language }: Saying): string {
  const list = path.split('.')[0] ?? '';
  if (list === 'stages')
    return key
      .split('+')
      .map((one) => stageName(lanesOf(item).find((lane) => lane['key'] === one) ?? { key: one }, language))
      .join(' + ');
  const entry = listOf(item[list]).find((one) => one['key'] === key);
  return entry ? entryName(entry, list, language) : key;
}

/** A condition as a sentence: 「面积」不小于 30，并且…; what lines cannot say is shown as it is written. */
export function saidCondition(condition: unknown, { item, language }: Saying): string {
  const words = editorWords(language);
  const drawn = rowsOf(condition);
  if (!drawn) return typeof condition === 'string' ? condition : JSON.stringify(condition);
  const said = drawn.rows.map(({ of, op, value }) => {
    const question = listOf(item['questions']).find(({ key }) => key === of.replace(/\.count$/, ''));
    const paper = listOf(item['documents']).find(({ key }) => key === of);
    const name = question ? entryName(question, 'questions', language) : paper ? entryName(paper, 'documents', language) : of;
    const subject = of.endsWith('.count') ? words.countOf(name) : name;
    return words.sentence(subject, words.operators[op], saidChoice(question, value, language));
  });
  return said.join(` ${words.joins[drawn.join]} `);
}

function saidChoice(question: Part | undefined, value: string, language: Language): string {
  const words = editorWords(language);
  if (question?.['type'] === 'yes-no') return value === 'true' ? words.yesNo.true : words.yesNo.false;
  const choices = listOf(question?.['choices']);
  const names = value.split(', ').map((key) => {
    const choice = choices.find((one) => textOf(one['key']) === key);
    return choice ? textIn(choice['name'] as never, language) : key;
  });
  return names.join(words.and);
}
