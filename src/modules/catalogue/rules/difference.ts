import type { Item, Question } from '../item.ts';
import { isRefusal } from '#kernel/result.ts';
import { checkAnswers } from './form.ts';
import { type Answers, type FormContext, parseAnswer } from './parse-answer.ts';

export type Change = { readonly path: string; readonly before: unknown; readonly after: unknown };

/** What changed between two versions, field by field, for the page on which an administrator publishes. Lists of keyed things are compared by key. */
export function differencesOf(before: unknown, after: unknown, path = ''): Change[] {
  if (isSame(before, after)) return [];
  const [left, right] = [partsOf(before), partsOf(after)];
  if (!left || !right) return [{ path, before, after }];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  const changes = keys.flatMap((key) => differencesOf(left.get(key), right.get(key), path ? `${path}.${key}` : key));
  const order = orderChange(before, after, path);
  return order ? [...changes, order] : changes;
}

export type MovedAnswers = {
  readonly answers: Answers;
  /** Answers that are kept but whose question now asks something else: to be looked at again. */
  readonly changed: readonly string[];
  /** Answers that the new version no longer takes. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
};

/** A draft goes along with a new version: answers move by key; what still fits is kept, what does not is taken out and named. */
export function moveAnswers(
  answers: Answers,
  items: { from: Pick<Item, 'questions'>; to: Pick<Item, 'sections' | 'questions'> },
  context: FormContext = {},
): MovedAnswers {
  const before = new Map(items.from.questions.map((question) => [question.key, question]));
  const after = new Map(items.to.questions.map((question) => [question.key, question]));
  const given = Object.keys(answers);
  const fits = (key: string) => after.has(key) && isStillGood(after.get(key) as Question, answers[key], context);
  return {
    answers: Object.fromEntries(given.filter(fits).map((key) => [key, answers[key]])),
    changed: given.filter((key) => fits(key) && !isSame(meaningOf(before.get(key)), meaningOf(after.get(key)))),
    removed: given.filter((key) => !fits(key)),
    added: [...after.keys()].filter((key) => !before.has(key)),
  };
}

function isStillGood(question: Question, value: unknown, context: FormContext): boolean {
  if (question.type !== 'list' || value === null) return !isRefusal(parseAnswer(question, value, context));
  const { showIf: _, ...shown } = question;
  const { problems } = checkAnswers({ sections: [], questions: [shown] }, { [question.key]: value }, context);
  return problems.every((problem) => problem.code === 'required');
}

/** What makes an old answer doubtful: the words of the question and what it takes, not where it stands or why it is asked. */
function meaningOf(question: Question | undefined): unknown {
  if (!question) return undefined;
  const { section: _section, why: _why, hint: _hint, showIf: _showIf, prefill: _prefill, ...meaning } = question;
  return meaning;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
}

function partsOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) return hasKeys(value) ? new Map(value.map((one) => [keyOf(one) as string, one])) : undefined;
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

/** Lanes that run side by side have no key of their own: theirs joined name them, as in a plan. */
function keyOf(one: unknown): string | undefined {
  const { key, of } = (one ?? {}) as { key?: unknown; of?: unknown };
  if (typeof key === 'string') return key;
  return Array.isArray(of) ? of.map(keyOf).join('+') : undefined;
}

function hasKeys(list: readonly unknown[]): boolean {
  const keys = list.map(keyOf);
  return keys.length > 0 && !keys.includes(undefined) && new Set(keys).size === keys.length;
}

function orderChange(before: unknown, after: unknown, path: string): Change | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const shared = (list: unknown[], other: unknown[]) => list.map(keyOf).filter((key) => other.some((one) => keyOf(one) === key));
  const [was, is] = [shared(before, after), shared(after, before)];
  return was.join() === is.join() ? undefined : { path: `${path}.order`, before: was, after: is };
}
