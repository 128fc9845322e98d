import type { ComponentChildren } from 'preact';
import type { Language } from '#kernel/locale.ts';
import type { Directory as Places } from '#modules/directory/index.ts';
import type { Change } from '../../../rules/change-draft.ts';
import type { EditorWords } from '../../../locales/editor/index.ts';
import type { Part } from './read.ts';

/** What a section's fields are drawn from: the item as it stands, with what was typed and not kept. */
export type FieldProps = { readonly item: Part; readonly language: Language; readonly words: EditorWords; readonly places: Places };

/** One section of the editor: its fields, and what its posted form changes. They mirror each other: what was typed is drawn again. */
export type Section = {
  readonly Fields: (props: FieldProps) => ComponentChildren;
  readonly read: (fields: Part) => Change[];
};

/** An entry's fields: `own` is the entry, `key_` its key; `inList` names the list question whose column it is. */
export type EntryProps = FieldProps & { readonly own: Part; readonly key_: string; readonly inList?: string | undefined };
export type EntryForm = {
  readonly Fields: (props: EntryProps) => ComponentChildren;
  readonly read: (fields: Part, path: string) => Change[];
};

export function put(path: string, value: unknown): Change {
  return { path, do: 'put', value };
}

/** The name of a field, in its section's own words where they differ. */
export function labelOf(words: EditorWords, section: string, key: string): string {
  const names: Readonly<Record<string, string>> = words.fields;
  return names[`${section}.${key}`] ?? names[key] ?? key;
}

/** Every value of a closed list with its words. */
export function optionsOf(names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
