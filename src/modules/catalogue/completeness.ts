import type { Tx } from '#kernel/db.ts';
import { getCatalogue } from './held.ts';
import type { ListedItem } from './queries/items.ts';
import { listBodies } from './queries/versions.ts';
import { type Completeness, completenessOf } from './rules/completeness.ts';

export type Measured = { readonly listed: ListedItem; readonly found: Completeness };

const atOnce = 500;
/** By version, which never changes; a version no longer in force is dropped at the next look. */
let known = new Map<string, Completeness>();

/** Every item in force with how complete it is. Bodies are read once a version. */
export async function measureCatalogue(tx: Tx, now: Date): Promise<readonly Measured[]> {
  const { items } = await getCatalogue(tx, now);
  const before = known;
  const fresh = items.flatMap(({ itemVersionId }) => (before.has(itemVersionId) ? [] : [itemVersionId]));
  const measured = new Map<string, Completeness>();
  for (let at = 0; at < fresh.length; at += atOnce)
    for (const { itemVersionId, body } of await listBodies(tx, fresh.slice(at, at + atOnce)))
      measured.set(itemVersionId, completenessOf(body));
  const all = new Map(
    items.map(({ itemVersionId }) => [itemVersionId, (before.get(itemVersionId) ?? measured.get(itemVersionId)) as Completeness]),
  );
  known = all;
  return items.map((listed) => ({ listed, found: all.get(listed.itemVersionId) as Completeness }));
}
