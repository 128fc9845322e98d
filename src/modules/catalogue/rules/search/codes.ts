import { fold } from './fold.ts';
import { lowerBound } from './postings.ts';

/** `keys` sorted, `owners` beside them; `whole` is each item's own code. */
export type Codes = { readonly keys: readonly string[]; readonly owners: Uint32Array; readonly whole: readonly string[] };

/** Chinese item codes carry the body (18) and the level (1) before the catalogue code (12), by which people know the item. */
const catalogueCodeFrom = 19;
const shortestLongCode = 31;

export function codeKey(code: string): string {
  return fold(code).replaceAll(' ', '');
}

export function orderCodes(whole: readonly string[]): Codes {
  const rows = whole.flatMap((key, owner) => [
    { key, owner },
    { key: key.length < shortestLongCode ? '' : key.slice(catalogueCodeFrom), owner },
  ]);
  const sorted = rows.filter(({ key }) => key).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.owner - b.owner));
  return { keys: sorted.map(({ key }) => key), owners: Uint32Array.from(sorted, ({ owner }) => owner), whole };
}

/** Entries of the items whose code, or its catalogue part, begins like this. */
export function entriesOfCode(codes: Codes, prefix: string): Uint32Array {
  const found = new Set<number>();
  for (let at = lowerBound(codes.keys, prefix); codes.keys[at]?.startsWith(prefix); at++) found.add(codes.owners[at] as number);
  return Uint32Array.from(found, (owner) => owner * 4).sort();
}
