import { isRefusal } from '#kernel/result.ts';
import { withTraditional } from '#kernel/traditional.ts';
import type { Item } from './item.ts';
import { type Loaded, parseItem } from './load-item.ts';
import { checkItem, type ItemProblem } from './rules/check-item.ts';

type Working = Record<string, unknown>;

/** A published item as it is edited: traditional Chinese that was made by machine is left out, so that it follows the text it was made from. */
export function toDraftItem(item: Item): Working {
  return withoutMadeTexts(item) as Working;
}

function withoutMadeTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMadeTexts);
  if (typeof value !== 'object' || value === null) return value;
  const { 'zh-Hant': written, ...rest } = value as Working;
  const kept = written !== undefined && isMade(rest['zh-Hans'], written) ? rest : value;
  return Object.fromEntries(Object.entries(kept).map(([key, part]) => [key, withoutMadeTexts(part)]));
}

function isMade(hans: unknown, written: unknown): boolean {
  if (Array.isArray(hans) && Array.isArray(written))
    return hans.length === written.length && hans.every((one, at) => isMade(one, written[at]));
  return typeof hans === 'string' && withTraditional({ 'zh-Hans': hans })['zh-Hant'] === written;
}

/** What the editor has → an item, with what only publication knows filled in when it is missing. */
export function readDraft(working: Working): Loaded {
  return parseItem({ version: 1, effectiveFrom: '2000-01-01', ...working });
}

/** Everything between a draft and its publication, in one list. */
export function problemsOfDraft(working: Working): ItemProblem[] {
  const loaded = readDraft(working);
  if (!isRefusal(loaded)) return checkItem(loaded.item);
  const problems = (loaded.facts['problems'] ?? []) as readonly { path: string; message: string }[];
  return problems.map(({ path, message }) => ({ level: 'error', code: 'wrong_shape', path, facts: { message } }));
}
