import type { Language } from '#kernel/locale.ts';
import type { FormState } from '#kernel/page.ts';
import type { FieldError } from './components/notice.tsx';
import { fieldText, refusalText, type Said } from './locales/index.ts';

type Naming = {
  /** The words of the module's own refusals. */
  own?: Readonly<Record<string, Said>>;
  /** Field names as the reader sees them, for the summary's lines. */
  labels?: Readonly<Record<string, string>>;
};

/** What the error summary lists after a form did not go through: one line a field, or the refusal's sentence (its name is empty). */
export function formErrors(language: Language, form: FormState | undefined, { own = {}, labels = {} }: Naming = {}): FieldError[] {
  if (form?.problems)
    return form.problems.map(({ path, code, facts }) => ({ name: path, text: fieldText(language, code, facts), label: labels[path] }));
  if (!form?.refusal) return [];
  const { code, facts } = form.refusal;
  const field = facts['field'];
  return [{ name: typeof field === 'string' ? field : '', text: refusalText(language, { refused: code, facts }, own) }];
}

/** The mistake of one field, for its `error`. */
export function errorOf(errors: readonly FieldError[], name: string): string | undefined {
  return errors.find((error) => error.name === name)?.text;
}

/** What was typed, else what is stored: a form that comes back keeps every value. */
export function valueOf(form: FormState | undefined, name: string, stored?: string): string | undefined {
  const typed = form?.values[name];
  return typeof typed === 'string' ? typed : stored;
}

/** The same for a field of several values. */
export function valuesOf(form: FormState | undefined, name: string, stored: readonly string[] = []): readonly string[] {
  const typed = form?.values[name];
  if (typed === undefined) return form ? [] : stored;
  return (Array.isArray(typed) ? typed : [typed]).map(String);
}
