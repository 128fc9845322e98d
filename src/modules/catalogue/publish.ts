import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import type { Text } from '#kernel/locale.ts';
import { forgetCatalogue } from './held.ts';
import type { Item } from './item.ts';
import { lockCatalogue, setToken } from './queries/items.ts';
import { insertVersions, type NewVersion, setPopularity } from './queries/versions.ts';
import { deriveFrom } from './rules/derived.ts';
import { directoryNamesOf, offeredChannels } from './rules/listing.ts';

/** An item on its way in, and what is known about it that is not part of it. */
export type Publication = {
  readonly item: Item;
  readonly region?: string | undefined;
  readonly unitName?: Text | undefined;
  readonly popularity?: number | undefined;
  /** What another system said, so that the same again changes nothing. */
  readonly sourceHash?: string | undefined;
};

const batchSize = 500;

/** Puts versions into the book of record. The catalogue must be locked, the items checked and numbered. */
export async function publishVersions(act: Act, publications: readonly Publication[]): Promise<void> {
  if (publications.length === 0) return;
  const stamp = { by: act.actor.personId ?? null, at: act.now };
  for (let at = 0; at < publications.length; at += batchSize)
    await insertVersions(act.tx, publications.slice(at, at + batchSize).map(toVersion), stamp);
  await touchCatalogue(act);
}

/** Says how often each item was applied for lately, which orders “often used” and breaks ties of the search. */
export async function rankItems(act: Act, countByCode: ReadonlyMap<string, number>): Promise<void> {
  await lockCatalogue(act.tx);
  if ((await setPopularity(act.tx, countByCode)) > 0) await touchCatalogue(act);
}

/** Tells every process that what it holds is old; this one forgets at once. */
export async function touchCatalogue(act: Act): Promise<void> {
  await setToken(act.tx, newId());
  act.afterCommit(forgetCatalogue);
}

function toVersion({ item, region, unitName, popularity = 0, sourceHash }: Publication): NewVersion {
  return {
    id: newId(),
    code: item.code,
    version: item.version,
    jurisdiction: item.jurisdiction,
    region: region ?? null,
    unit_code: item.unit,
    unit_name: unitName ?? null,
    effective_from: item.effectiveFrom,
    effective_to: item.effectiveTo ?? null,
    name: item.name,
    kind: item.kind,
    statutory_days: item.limits.statutory?.days ?? null,
    promised_days: isPromised(item) ? item.limits.promised.days : null,
    visits: item.visits.count,
    channels: offeredChannels(item),
    audience: item.audience,
    themes: item.themes ?? [],
    scopes: item.scopes ?? [],
    directories: directoryNamesOf(item),
    words: Object.values(item.words ?? {}).flat(),
    summary: item.guide?.lead ?? null,
    popularity,
    generated: item.generated ?? false,
    imported_from: item.imported?.from ?? null,
    complete: !item.imported,
    source_hash: sourceHash ?? null,
    body: item,
    derived: deriveFrom(item),
  };
}

/** Where the other system promised nothing, the limit in the body is the law's or the usual one, not a promise to be shown. */
function isPromised(item: Item): boolean {
  return !item.imported?.doubts?.some((doubt) => doubt === 'promise_missing' || doubt === 'limits_missing');
}
