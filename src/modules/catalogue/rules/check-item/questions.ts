import type { Item, Question, QuestionType, SubQuestion } from '../../item.ts';
import { variablesOf } from '../check-condition.ts';
import { conditionErrors, duplicates, error, type ItemProblem, knownOf } from './problem.ts';

const selfNaming: readonly QuestionType[] = ['person-name', 'identity-number', 'phone', 'email', 'address'];
const measured: readonly QuestionType[] = ['text', 'long-text', 'address', 'person-name', 'number', 'money', 'choices', 'list'];
const numeric: readonly QuestionType[] = ['number', 'money'];

/** Keys that mean something for some types only. */
const typesByKey: Readonly<Record<string, readonly QuestionType[]>> = {
  min: measured,
  max: measured,
  decimals: numeric,
  unit: numeric,
  earliest: ['date'],
  latest: ['date'],
  choices: ['choice', 'choices'],
  accepts: ['identity-number'],
  of: ['list'],
};
/** Whether a key means something for questions of a type. */
export function isKeyFor(key: string, type: QuestionType): boolean {
  return typesByKey[key]?.includes(type) ?? true;
}

const neededKey: Readonly<Partial<Record<QuestionType, string>>> = { choice: 'choices', choices: 'choices', list: 'of' };

export function checkQuestions(item: Item): ItemProblem[] {
  const sections = item.sections.map((section) => section.key);
  return [
    ...duplicates(sections, 'sections'),
    ...item.sections.flatMap((section, index) =>
      (section.after ?? [])
        .filter((key) => !sections.slice(0, index).includes(key))
        .map((key) => error(`sections.${section.key}`, 'unknown_section', { section: key })),
    ),
    ...duplicates(
      item.questions.map((question) => question.key),
      'questions',
    ),
    ...item.questions.flatMap((question, index) => [
      ...checkQuestion(question, `questions.${question.key}`),
      ...checkPlace(question, sections),
      ...checkShowIf(item, question, item.questions.slice(0, index)),
      ...checkColumns(item, question),
    ]),
  ];
}

function checkQuestion(question: Question | SubQuestion, path: string): ItemProblem[] {
  const misplaced = Object.keys(question).filter((key) => typesByKey[key] && !typesByKey[key].includes(question.type));
  const needed = neededKey[question.type];
  const choices = question.choices?.map((choice) => choice.key) ?? [];
  return [
    ...misplaced.map((key) => error(path, 'not_for_this_type', { key, type: question.type })),
    ...(needed && !(needed in question) ? [error(path, 'key_missing', { key: needed })] : []),
    ...(question.min !== undefined && question.max !== undefined && question.min > question.max ? [error(path, 'min_above_max')] : []),
    ...duplicates(choices, `${path}.choices`),
  ];
}

function checkPlace(question: Question, sections: readonly string[]): ItemProblem[] {
  const path = `questions.${question.key}`;
  return [
    ...(question.ask ? [] : [error(path, 'question_without_words')]),
    ...(question.section && sections.includes(question.section)
      ? []
      : [error(path, 'unknown_section', { section: question.section ?? '' })]),
  ];
}

function checkShowIf(item: Item, question: Question, earlier: readonly Question[]): ItemProblem[] {
  const path = `questions.${question.key}.showIf`;
  const later = item.questions.slice(earlier.length).map((one) => one.key);
  const ahead = variablesOf(question.showIf).filter((key) => later.includes(key));
  if (ahead.length > 0) return ahead.map((key) => error(path, 'looks_ahead', { key }));
  return conditionErrors(question.showIf, path, knownOf(earlier, item.documents));
}

function checkColumns(item: Item, list: Question): ItemProblem[] {
  const columns = list.of ?? [];
  const path = `questions.${list.key}.of`;
  return [
    ...duplicates(
      columns.map((column) => column.key),
      path,
    ),
    ...columns.flatMap((column, index) => [
      ...checkQuestion(column, `${path}.${column.key}`),
      ...(column.type === 'list' || column.section ? [error(`${path}.${column.key}`, 'not_inside_a_list')] : []),
      ...(column.ask || selfNaming.includes(column.type) ? [] : [error(`${path}.${column.key}`, 'question_without_words')]),
      ...conditionErrors(column.showIf, `${path}.${column.key}.showIf`, knownOf(columns.slice(0, index), item.documents)),
    ]),
  ];
}
