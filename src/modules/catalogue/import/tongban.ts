import { parseAllDocuments } from 'yaml';
import { readJson } from '#adapters/text-file.ts';
import { isRefusal, type Refusal, refuse } from '#kernel/result.ts';
import { parseItem } from '../load-item.ts';
import { checkItem } from '../rules/check-item.ts';
import { notesOn } from './candidate.ts';
import { hashOf, type ReadRow } from './to-item.ts';

const mostItems = 50_000;

/** Our own items: a JSON list, one JSON item, or YAML with one item or a list in a document. The row is the item's place. */
export function readTongban(text: string): readonly ReadRow[] | Refusal<'not_this_format' | 'too_many_rows'> {
  const values = valuesOf(text);
  if (!values || values.length === 0 || !values.some(isRecord)) return refuse('not_this_format');
  if (values.length > mostItems) return refuse('too_many_rows', { most: mostItems });
  return values.map((value, index) => readOne(value, index + 1));
}

function valuesOf(text: string): readonly unknown[] | undefined {
  const json = /^\s*[[{]/.test(text) ? readJson(text) : undefined;
  if (json) return [json.value].flat();
  const documents = [parseAllDocuments(text, { uniqueKeys: true })].flat();
  if (documents.some((document) => 'errors' in document && document.errors.length > 0)) return undefined;
  return documents.flatMap((document) => ('toJS' in document ? (document.toJS({ maxAliasCount: 20 }) as unknown) : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readOne(value: unknown, row: number): ReadRow {
  const notes = notesOn(row);
  const loaded = parseItem(isRecord(value) ? { version: 1, ...value } : value);
  if (isRefusal(loaded)) {
    notes.reject('wrong_shape', { problems: (loaded.facts['problems'] as readonly unknown[]).slice(0, 10) });
    return { notes };
  }
  const { item } = loaded;
  for (const { level, code, path, facts } of checkItem(item)) {
    if (level === 'error') notes.reject('item_has_errors', { itemCode: item.code, path, problem: code, ...facts });
    else if (!quiet.has(code)) notes.warn('item_doubtful', { itemCode: item.code, path, problem: code, ...facts });
  }
  return { publication: { item, sourceHash: hashOf(item) }, notes };
}

/** What is only unfinished is not doubtful. */
const quiet = new Set(['translations_missing', 'no_walk']);
