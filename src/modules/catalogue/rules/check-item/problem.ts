import type { Facts } from '#kernel/result.ts';
import type { Question, SubQuestion } from '../../item.ts';
import { checkCondition, type Known, type ValueKind } from '../check-condition.ts';
import type { Condition } from '../condition.ts';

/** An error stops publication; a warning is shown and may stay. */
export type ItemProblem = { readonly level: 'error' | 'warning'; readonly code: string; readonly path: string; readonly facts: Facts };

export function error(path: string, code: string, facts: Facts = {}): ItemProblem {
  return { level: 'error', code, path, facts };
}

export function warning(path: string, code: string, facts: Facts = {}): ItemProblem {
  return { level: 'warning', code, path, facts };
}

/** The entries that must not be there, as errors. */
export function errorsFor<T>(list: readonly T[], wrong: (one: T) => boolean, say: (one: T) => ItemProblem): ItemProblem[] {
  return list.filter(wrong).map(say);
}

export function duplicates(keys: readonly string[], path: string): ItemProblem[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) => error(path, 'duplicate_key', { key }));
}

export function conditionErrors(condition: Condition | undefined, path: string, known: Known): ItemProblem[] {
  return condition ? checkCondition(condition, known).map(({ code, facts }) => error(path, code, facts)) : [];
}

/** What a condition may say of these questions. */
export function knownOf(questions: readonly (Question | SubQuestion)[], documents: readonly { key: string }[]): Known {
  const answers = new Map(
    questions.map((question) => [
      question.key,
      { kind: kindOf(question), ...(question.choices && { choices: question.choices.map((choice) => choice.key) }) },
    ]),
  );
  return { answers, documents: documents.map((document) => document.key) };
}

function kindOf({ type }: { type: Question['type'] }): ValueKind {
  if (type === 'number' || type === 'money') return 'number';
  if (type === 'yes-no') return 'truth';
  return type === 'choices' || type === 'list' ? 'list' : 'text';
}
