import type { Tx } from '#kernel/db.ts';
import { getCatalogue } from './held.ts';
import type { ListedItem } from './queries/items.ts';
import { getBody } from './queries/items.ts';
import { listFound } from './queries/versions.ts';
import { type Completeness, completenessOf } from './rules/completeness.ts';

export type Measured = { readonly listed: ListedItem; readonly found: Completeness };

/** By version, which never changes; a version no longer in force is dropped at the next look. */
let known = new Map<string, Completeness>();

/** Every item in force with how complete it is, worked out when it was published. */
export async function measureCatalogue(tx: Tx, now: Date): Promise<readonly Measured[]> {
  const { items } = await getCatalogue(tx, now);
  const before = known;
  const fresh = items.flatMap(({ itemVersionId }) => (before.has(itemVersionId) ? [] : [itemVersionId]));
  const measured = new Map<string, Completeness>();
  for (const { itemVersionId, found } of fresh.length > 0 ? await listFound(tx, fresh) : [])
    measured.set(itemVersionId, found ?? completenessOf(await getBody(tx, itemVersionId)));
  const all = new Map(
    items.map(({ itemVersionId }) => [itemVersionId, (before.get(itemVersionId) ?? measured.get(itemVersionId)) as Completeness]),
  );
  known = all;
  return items.map((listed) => ({ listed, found: all.get(listed.itemVersionId) as Completeness }));
}
