import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import type { Item } from '../item.ts';
import type { Completeness } from '../rules/completeness.ts';
import { type Derived, derivedRules } from '../rules/derived.ts';

/** A row of `catalogue.item_version` by its columns. */
export type NewVersion = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly jurisdiction: string;
  readonly region: string | null;
  readonly unit_code: string;
  readonly unit_name: Text | null;
  readonly effective_from: string;
  readonly effective_to: string | null;
  readonly name: Text;
  readonly kind: string;
  readonly statutory_days: number | null;
  readonly promised_days: number | null;
  readonly visits: number;
  readonly channels: readonly string[];
  readonly audience: readonly string[];
  readonly themes: readonly string[];
  readonly scopes: readonly string[];
  readonly directories: readonly string[];
  readonly words: readonly string[];
  readonly summary: Text | null;
  readonly popularity: number;
  readonly generated: boolean;
  readonly imported_from: string | null;
  readonly complete: boolean;
  readonly source_hash: string | null;
  readonly body: Item;
  readonly derived: Derived;
};

const columns = `code, version, jurisdiction, region, unit_code, unit_name, effective_from, effective_to, name, kind, statutory_days, promised_days, visits,
  channels, audience, themes, scopes, directories, words, summary, popularity, generated, imported_from, complete, source_hash, body, derived`;

export async function insertVersions(tx: Tx, versions: readonly NewVersion[], { by, at }: { by: string | null; at: Date }): Promise<void> {
  await tx.run(
    `insert into catalogue.item_version (item_version_id, ${columns}, published_by, published_at)
     select id, ${columns}, $2, $3 from jsonb_to_recordset($1::jsonb) as new (
       id uuid, code text, version int, jurisdiction text, region text, unit_code text, unit_name jsonb, effective_from date, effective_to date, name jsonb,
       kind text, statutory_days int, promised_days int, visits int, channels text[], audience text[], themes text[], scopes text[], directories text[],
       words text[], summary jsonb, popularity real, generated boolean, imported_from text, complete boolean, source_hash text, body jsonb, derived jsonb)`,
    [JSON.stringify(versions), by, at],
  );
}

/** The newest version of each code: what another system last said, and whether somebody has written a version here since. */
export type Newest = { readonly code: string; readonly version: number; readonly sourceHash: string | null; readonly writtenHere: boolean };

export function listNewest(tx: Tx, codes: readonly string[]) {
  return tx.rows<Newest>(
    `select code, max(version) as version, (array_agg(source_hash order by version desc) filter (where source_hash is not null))[1] as source_hash,
       (array_agg(source_hash is null order by version desc))[1] as written_here
     from catalogue.item_version where code = any($1) group by code`,
    [codes],
  );
}

/** How complete these versions are; null where it has yet to be worked out. */
export function listFound(tx: Tx, itemVersionIds: readonly string[]) {
  return tx.rows<{ itemVersionId: string; found: Completeness | null }>(
    `select item_version_id, case when (derived->>'rules')::int = $2 then derived->'found' end as found
     from catalogue.item_version where item_version_id = any($1)`,
    [itemVersionIds, derivedRules],
  );
}

/** Versions of which nothing has been worked out yet, or by other rules. */
export function listUnderived(tx: Tx, limit: number) {
  return tx.rows<{ itemVersionId: string; body: Item }>(
    `select item_version_id, body from catalogue.item_version where (derived->>'rules')::int is distinct from $1 limit $2`,
    [derivedRules, limit],
  );
}

export async function setDerived(tx: Tx, all: readonly { itemVersionId: string; derived: Derived }[]): Promise<void> {
  await tx.run(
    `update catalogue.item_version v set derived = new.derived
     from jsonb_to_recordset($1::jsonb) as new ("itemVersionId" uuid, derived jsonb) where v.item_version_id = new."itemVersionId"`,
    [JSON.stringify(all)],
  );
}

/** Items nobody applied for lately stand in the order of who wrote them: an office here before other systems and generators. How many rows changed. */
export function setPopularity(tx: Tx, countByCode: ReadonlyMap<string, number>): Promise<number> {
  return tx.run(
    `with wanted as (
       select v.item_version_id, greatest(coalesce(c.count, 0), case when v.generated or v.imported_from is not null then 0 else 1 end)::real as popularity
       from catalogue.item_version v left join unnest($1::text[], $2::int[]) as c (code, count) using (code))
     update catalogue.item_version v set popularity = wanted.popularity
     from wanted where wanted.item_version_id = v.item_version_id and v.popularity <> wanted.popularity`,
    [[...countByCode.keys()], [...countByCode.values()]],
  );
}
