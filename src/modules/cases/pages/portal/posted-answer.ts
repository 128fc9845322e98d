import type { Language } from '#kernel/locale.ts';
import type { FormState } from '#kernel/page.ts';
import { unflatten } from '#kernel/parse.ts';
import { fieldText, type FieldError, type Said } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';

type Cells = Readonly<Record<string, unknown>>;

/** An answer as fields of a form post it: rows come numbered, and rows that nobody filled in do not count. */
export function postedAnswer(posted: unknown): unknown {
  const rows = rowsOf(posted);
  return rows ? rows.filter((row) => !isBlank(row)) : posted;
}

/** The same, without one row. */
export function withoutRow(posted: unknown, index: number): unknown {
  return rowsOf(posted)?.filter((row, at) => at !== index && !isBlank(row));
}

function rowsOf(posted: unknown): Cells[] | undefined {
  if (typeof posted !== 'object' || posted === null || Array.isArray(posted)) return undefined;
  const numbers = Object.keys(posted);
  if (numbers.length === 0 || !numbers.every((key) => /^\d{1,3}$/.test(key))) return undefined;
  return numbers.sort((a, b) => Number(a) - Number(b)).map((key) => (posted as Cells)[key] as Cells);
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isBlank);
  return value === undefined || value === null || value === '';
}

/** What was typed into a form that came back, at a place of its fields; undefined when none came back. */
export function typedIn(form: FormState | undefined, ...steps: readonly string[]): unknown {
  const typed = form && steps.reduce<unknown>((place, step) => (place as Cells | undefined)?.[step], unflatten(form.values));
  return postedAnswer(typed);
}

/** What is wrong with answers, in the words of this module; path by path, with the questions' names. */
export function answerErrors(language: Language, form: FormState | undefined, labels: Readonly<Record<string, string>> = {}): FieldError[] {
  return (form?.problems ?? []).map(({ path, code, facts }) => ({
    name: path,
    text: problemText(language, code, facts),
    label: labels[path],
  }));
}

function problemText(language: Language, code: string, facts: Cells): string {
  const known: Readonly<Record<string, Said>> = portalWords(language).problems;
  const said = known[code];
  if (typeof said === 'function') return said(facts as never);
  return said ?? fieldText(language, code, facts);
}
