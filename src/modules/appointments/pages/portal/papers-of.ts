import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { findItem } from '#modules/catalogue/index.ts';

/** One paper to bring; `some`: not everybody needs it. */
export type Paper = { readonly key: string; readonly name: string; readonly some: boolean };

/** What the item asks for and we do not look up ourselves; nothing for a visit without an item. */
export async function papersOf({ tx, now, language }: Act, itemCode: string | null): Promise<Paper[]> {
  const item = itemCode ? await findItem(tx, itemCode, now) : undefined;
  const asked = item?.documents.filter(({ from }) => from[0] === undefined || 'upload' in from[0]) ?? [];
  return asked.map(({ key, name, skipIf, each }) => ({
    key,
    name: textIn(name, language),
    some: skipIf !== undefined || each !== undefined,
  }));
}
