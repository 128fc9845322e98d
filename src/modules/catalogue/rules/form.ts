import { type Facts, isRefusal } from '#kernel/result.ts';
import type { Item, Question } from '../item.ts';
import { holds } from './condition.ts';
import {
  type AnswerRefusal,
  type Answers,
  type AnswerValue,
  type FormContext,
  mostRows,
  parseAnswer,
  type Row,
  type Scalar,
} from './parse-answer.ts';

/** The form engine, the same code on the server and in the browser. Time and proofs come in as facts; nothing here looks at a clock. */

type Form = Pick<Item, 'sections' | 'questions'>;
export type AnswerProblem = { readonly path: string; readonly code: AnswerRefusal; readonly facts: Facts };
export type CheckedAnswers = { readonly answers: Readonly<Record<string, AnswerValue>>; readonly problems: readonly AnswerProblem[] };

/** The questions that these answers lead to, in order. An answer that is itself hidden counts as not given. */
export function askedQuestions(form: Form, answers: Answers, context: FormContext = {}): Question[] {
  const visible: Record<string, unknown> = {};
  return form.questions.filter((question) => {
    const asked = holds(question.showIf, { answers: visible, proven: context.proven });
    if (asked && Object.hasOwn(answers, question.key)) visible[question.key] = answers[question.key];
    return asked;
  });
}

/** Everything at once, at submission and for programs: hidden answers are dropped, keys the item does not know are refused. */
export function checkAnswers(form: Form, answers: Answers, context: FormContext = {}): CheckedAnswers {
  const kept: Record<string, AnswerValue> = {};
  const problems: AnswerProblem[] = [];
  for (const question of form.questions) {
    if (!holds(question.showIf, { answers: kept, proven: context.proven })) continue;
    const raw = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
    const value =
      question.type === 'list'
        ? checkRows(question, raw, { context, problems })
        : checkOne(question, raw, { context, problems, path: question.key });
    if (value !== undefined) kept[question.key] = value;
  }
  for (const key of Object.keys(answers)) {
    if (!Object.hasOwn(kept, key) && !form.questions.some((question) => question.key === key))
      problems.push({ path: key, code: 'unknown_key', facts: { key } });
  }
  return { answers: kept, problems };
}

type Checking = { readonly context: FormContext; readonly problems: AnswerProblem[] };

/** Undefined when nothing is kept: a refusal, or an optional question that nobody has come to yet. */
function checkOne(question: Question, raw: unknown, { context, problems, path }: Checking & { path: string }): AnswerValue | undefined {
  if (raw === undefined && question.optional) return undefined;
  const value = parseAnswer(question, raw, context);
  if (!isRefusal(value)) return value;
  problems.push({ path, code: value.refused, facts: value.facts });
  return undefined;
}

function checkRows(question: Question, raw: unknown, checking: Checking): readonly Row[] | null | undefined {
  const rows = checkOne(question, isEmptyList(raw) ? null : raw, { ...checking, path: question.key }) as
    | readonly unknown[]
    | null
    | undefined;
  if (!rows) return rows;
  const [min, max] = [question.min ?? 1, question.max ?? mostRows];
  const code = rows.length > max ? 'too_many_rows' : rows.length < min ? 'too_few_rows' : undefined;
  if (code) checking.problems.push({ path: question.key, code, facts: { key: question.key, min, max } });
  if (code === 'too_many_rows') return undefined;
  return rows.map((row, index) => checkRow(question, row, { ...checking, path: `${question.key}.${index}` }));
}

function checkRow(list: Question, raw: unknown, { context, problems, path }: Checking & { path: string }): Row {
  const kept: Record<string, Scalar> = {};
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    problems.push({ path, code: 'wrong_shape', facts: { key: list.key } });
    return kept;
  }
  const row = raw as Record<string, unknown>;
  const columns = list.of ?? [];
  for (const column of columns) {
    if (!holds(column.showIf, { answers: kept, proven: context.proven })) continue;
    const value = checkOne(column, Object.hasOwn(row, column.key) ? row[column.key] : undefined, {
      context,
      problems,
      path: `${path}.${column.key}`,
    });
    if (value !== undefined) kept[column.key] = value as Scalar;
  }
  for (const key of Object.keys(row))
    if (!columns.some((column) => column.key === key)) problems.push({ path: `${path}.${key}`, code: 'unknown_key', facts: { key } });
  return kept;
}

function isEmptyList(raw: unknown): boolean {
  return Array.isArray(raw) && raw.length === 0;
}

/** The first asked question without a good answer, after the one just answered when that is given. An optional one passed over holds null. */
export function nextQuestion(form: Form, answers: Answers, position: FormContext & { after?: string } = {}): Question | undefined {
  const asked = askedQuestions(form, answers, position);
  const from = asked.findIndex((question) => question.key === position.after) + 1;
  const open = openKeys(form, answers, position);
  return asked.slice(from).find((question) => open.has(question.key));
}

/** Keys of asked questions that were never answered or whose answer does not hold. */
export function openKeys(form: Form, answers: Answers, context: FormContext = {}): Set<string> {
  const { problems } = checkAnswers(form, answers, context);
  const open = new Set(problems.map((problem) => problem.path.split('.', 1)[0] as string));
  for (const question of askedQuestions(form, answers, context)) if (!Object.hasOwn(answers, question.key)) open.add(question.key);
  return open;
}

export type SectionState = 'not-started' | 'in-progress' | 'completed' | 'cannot-start';
export type SectionProgress = {
  readonly section: string;
  readonly state: SectionState;
  readonly asked: number;
  readonly answered: number;
  readonly first?: string;
};

/** The task list. A section without a question for these answers is left out, unless earlier answers may still bring one. */
export function sectionProgress(form: Form, answers: Answers, context: FormContext = {}): SectionProgress[] {
  const asked = askedQuestions(form, answers, context);
  const open = openKeys(form, answers, context);
  const done = new Map<string, boolean>();
  return form.sections.flatMap((section) => {
    const own = asked.filter((question) => question.section === section.key);
    const left = own.filter((question) => open.has(question.key));
    const waits =
      (section.after ?? []).some((earlier) => done.get(earlier) === false) || (own.length === 0 && [...done.values()].includes(false));
    done.set(section.key, left.length === 0 && !waits);
    if (own.length === 0 && !(waits && form.questions.some((question) => question.section === section.key))) return [];
    const first = (left[0] ?? own[0])?.key;
    return [
      {
        section: section.key,
        state: stateOf(own.length, left.length, waits),
        asked: own.length,
        answered: own.length - left.length,
        ...(first && { first }),
      },
    ];
  });
}

function stateOf(asked: number, left: number, waits: boolean): SectionState {
  if (waits) return 'cannot-start';
  if (left === 0) return 'completed';
  return left === asked ? 'not-started' : 'in-progress';
}

/** Flat names of a plain HTML form (`staff.0.name`) → raw answers by key. */
export function answersFromForm(questions: readonly Question[], form: Readonly<Record<string, unknown>>): Answers {
  const raw: Record<string, unknown> = {};
  for (const question of questions) {
    const value = question.type === 'list' || question.type === 'date' ? nestedOf(question, form) : form[question.key];
    if (value !== undefined) raw[question.key] = value;
  }
  return raw;
}

function nestedOf(question: Question, form: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(form, question.key)) return form[question.key];
  const named = Object.keys(form).filter((name) => name.startsWith(`${question.key}.`));
  if (named.length === 0) return undefined;
  if (question.type === 'date') return Object.fromEntries(named.map((name) => [name.slice(question.key.length + 1), form[name]]));
  const rows = new Map<number, Record<string, unknown>>();
  for (const name of named) {
    const [index = '', column = ''] = name.slice(question.key.length + 1).split('.');
    if (/^\d{1,3}$/.test(index)) rows.set(Number(index), { ...rows.get(Number(index)), [column]: form[name] });
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row)
    .filter((row) => Object.values(row).some((value) => value !== '' && value !== undefined));
}
