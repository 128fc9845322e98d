import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';
import type { ChannelName, Item, ItemKind } from '../item.ts';
import { derivedRules } from '../rules/derived.ts';
import type { Directory } from '../rules/listing.ts';

/** What lists, search and directories need of an item; its body is read only when it is opened. */
export type ListedItem = {
  readonly itemVersionId: string;
  readonly code: string;
  readonly version: number;
  readonly jurisdiction: Item['jurisdiction'];
  readonly region: string | null;
  readonly unitCode: string;
  readonly unitName: Text | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly name: Text;
  readonly kind: ItemKind;
  readonly statutoryDays: number | null;
  readonly promisedDays: number | null;
  readonly promisedUnit: 'workday' | 'day';
  readonly visits: number;
  readonly fee: number;
  readonly successor: string | null;
  readonly channels: readonly ChannelName[];
  readonly audience: readonly Item['audience'][number][];
  readonly themes: readonly string[];
  readonly scopes: readonly string[];
  readonly directories: readonly Directory[];
  readonly popularity: number;
  readonly generated: boolean;
  readonly importedFrom: string | null;
  readonly complete: boolean;
};

/** What only the search index reads. */
export type Indexed = { readonly words: readonly string[]; readonly summary: Text | null; readonly sound: string | null };

/** Today where the law of each jurisdiction counts its days. */
export type Today = Readonly<Record<Item['jurisdiction'], Day>>;

export type VersionRow = Pick<ListedItem, 'itemVersionId' | 'code' | 'version' | 'region' | 'unitName' | 'popularity' | 'effectiveTo'> & {
  readonly state: 'published' | 'retired';
  readonly successor: string | null;
};

const versionColumns = 'item_version_id, code, version, state, region, unit_name, popularity, effective_to, successor';
const inForce = `effective_from <= (case jurisdiction when 'VN' then $2 else $1 end)::date
  and (effective_to is null or effective_to >= (case jurisdiction when 'VN' then $2 else $1 end)::date)`;

/** The highest version that has begun and not ended. */
export function findInForce(tx: Tx, code: string, today: Today) {
  return tx.maybe<VersionRow>(
    `select ${versionColumns} from catalogue.item_version where code = $3 and ${inForce} order by version desc limit 1`,
    [today.CN, today.VN, code],
  );
}

export function findVersion(tx: Tx, code: string, version: number) {
  return tx.maybe<VersionRow>(`select ${versionColumns} from catalogue.item_version where code = $1 and version = $2`, [code, version]);
}

export function listVersions(tx: Tx, code: string) {
  return tx.rows<VersionRow & { effectiveFrom: Day; publishedAt: Date; publishedBy: string | null }>(
    `select ${versionColumns}, effective_from, published_at, published_by from catalogue.item_version where code = $1 order by version desc`,
    [code],
  );
}

export async function getBody(tx: Tx, itemVersionId: string): Promise<Item> {
  return (await tx.one<{ body: Item }>(`select body from catalogue.item_version where item_version_id = $1`, [itemVersionId])).body;
}

/** Every item in force, one version each, popular ones first. */
export function listInForce(tx: Tx, today: Today) {
  return tx.rows<ListedItem & Indexed>(
    `select * from (
       select distinct on (code) item_version_id, code, version, jurisdiction, region, unit_code, unit_name, effective_from, effective_to, name, kind,
         statutory_days, promised_days, promised_unit, visits, fee, successor, channels, audience, themes, scopes, directories, words, summary, popularity, generated, imported_from, complete,
         case when (derived->>'rules')::int = $3 then derived->>'sound' end as sound
       from catalogue.item_version where ${inForce} order by code, version desc) listed
     order by popularity desc, code`,
    [today.CN, today.VN, derivedRules],
  );
}

export function listBodiesInForce(tx: Tx, today: Today, { after, limit }: { after: string; limit: number }) {
  return tx.rows<{ code: string; body: Item }>(
    `select distinct on (code) code, body from catalogue.item_version where code > $3 and ${inForce} order by code, version desc limit $4`,
    [today.CN, today.VN, after, limit],
  );
}

/** Items in force that a published rule may approve. */
export function listBodiesWithRule(tx: Tx, today: Today) {
  return tx.rows<{ body: Item }>(
    `select body from (select distinct on (code) code, body from catalogue.item_version where ${inForce} order by code, version desc) as listed where body ? 'auto' order by code`,
    [today.CN, today.VN],
  );
}

export async function getToken(tx: Tx): Promise<string> {
  return (await tx.one<{ token: string }>(`select token from catalogue.current`)).token;
}

/** Writers come one after another; held until the transaction ends. */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await tx.one(`select token from catalogue.current for update`);
}

export async function setToken(tx: Tx, token: string): Promise<void> {
  await tx.run(`update catalogue.current set token = $1`, [token]);
}

/** Ends all versions of an item after a day. How many there were. */
export function setRetired(tx: Tx, code: string, { lastDay, successor }: { lastDay: Day; successor: string | undefined }): Promise<number> {
  return tx.run(`update catalogue.item_version set state = 'retired', effective_to = $2, successor = $3 where code = $1`, [
    code,
    lastDay,
    successor ?? null,
  ]);
}
