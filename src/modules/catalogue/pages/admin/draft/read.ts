import { readJson } from '#adapters/text-file.ts';
import { languages } from '#kernel/locale.ts';
import type { Condition } from '../../../rules/condition.ts';
import { conditionOf, type ConditionRow } from '../../../rules/condition-rows.ts';

/** A draft may hold anything: it is read part by part, and what is not there is empty. */
export type Part = Readonly<Record<string, unknown>>;

export function partOf(value: unknown): Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Part) : {};
}

export function listOf(value: unknown): readonly Part[] {
  return Array.isArray(value) ? value.map(partOf) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function namesOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]).filter((one) => typeof one === 'string');
}

/** What stands at a path of parts. */
export function at(value: unknown, ...steps: readonly string[]): unknown {
  return steps.reduce<unknown>((part, step) => partOf(part)[step], value);
}

// What a form brings → what the item says. A blank is nothing; what is not a number stays as it was typed, and the checks say so.

export function written(value: unknown): string | undefined {
  const text = textOf(value).trim();
  return text === '' ? undefined : text;
}

export function number(value: unknown): number | string | undefined {
  const text = written(value);
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function ticked(value: unknown): true | undefined {
  return value === undefined || value === '' ? undefined : true;
}

export function texts(value: unknown): Part | undefined {
  const given = partOf(value);
  return some(Object.fromEntries(languages.map((language) => [language, written(given[language])])));
}

/** Without empty keys; nothing when none is left. */
export function some(part: Part): Part | undefined {
  const entries = Object.entries(part).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A list, or nothing when it is empty. */
export function many<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Numbered rows of a form in the order of their places, without those that were ticked to go. */
export function rowsIn(value: unknown): Part[] {
  const rows = Object.entries(partOf(value)).map(([index, row]) => ({ index: Number(index), row: partOf(row) }));
  const placeOf = ({ index, row }: (typeof rows)[number]) => Number(written(row['place']) ?? index + 1) || index + 1;
  return rows
    .filter(({ row }) => !ticked(row['gone']))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.index - b.index)
    .map(({ row }) => row);
}

/** One word or saying a line; commas of any writing part them too. */
export function sayings(value: unknown): readonly string[] | undefined {
  return many(
    textOf(value)
      .split(/[\n,，、;；]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
}

/** What a rule's lines say, or its text where an expert wrote it out. Text that is not JSON stays text, and the checks say so. */
export function rule(value: unknown): Condition | string | undefined {
  const { expert, raw, known, join, rows } = partOf(value);
  if (ticked(expert)) {
    const text = written(raw);
    return text === undefined ? undefined : ((readJson(text)?.value as Condition | undefined) ?? text);
  }
  const lines = rowsIn(rows).map(
    (row): ConditionRow => ({ of: textOf(row['of']), op: (textOf(row['op']) || 'is') as ConditionRow['op'], value: textOf(row['value']) }),
  );
  const asked = readJson(textOf(known))?.value;
  return conditionOf({ join: join === 'or' ? 'or' : 'and', rows: lines }, Array.isArray(asked) ? asked : []);
}
