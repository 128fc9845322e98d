import type { Tx } from '#kernel/db.ts';
import { snapshot } from '#kernel/snapshot.ts';
import { dayOf } from '#kernel/workdays.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import type { Item } from './item.ts';
import {
  findInForce,
  findVersion,
  getBody,
  listBodiesWithRule,
  getToken,
  type Indexed,
  type ListedItem,
  listInForce,
  type Today,
  type VersionRow,
} from './queries/items.ts';
import { listSayings } from './queries/synonyms.ts';
import { buildIndex, type SearchDocument, type SearchIndex } from './rules/search/index-build.ts';

/** The items in force, in the order of a list without a query; an item's number in the index is its place here. */
export type Catalogue = {
  readonly items: readonly ListedItem[];
  readonly byCode: ReadonlyMap<string, ListedItem>;
  readonly index: SearchIndex;
};

let known: { readonly minute: number; readonly today: Today } | undefined;

/** A day begins with a minute, so that within one minute it is worked out once. */
export function todayAt(now: Date): Today {
  const minute = Math.floor(now.getTime() / 60_000);
  if (known?.minute !== minute) known = { minute, today: { CN: dayOf(now, 'Asia/Shanghai'), VN: dayOf(now, 'Asia/Ho_Chi_Minh') } };
  return known.today;
}

/** The day that lists are made for: what begins or ends at midnight makes a new version of them. */
let day: Today = { CN: '', VN: '' };
const held = snapshot(
  async (tx) => `${await getToken(tx)}/${daysOf(day)}`,
  (tx) => loadCatalogue(tx, day),
);

function daysOf({ CN, VN }: Today): string {
  return `${CN}/${VN}`;
}

/** What lists and search read, held in memory until something is published or the day changes. */
export function getCatalogue(tx: Tx, now: Date): Promise<Catalogue> {
  const today = todayAt(now);
  if (daysOf(today) !== daysOf(day)) {
    day = today;
    held.forget();
  }
  return held.get(tx);
}

/** The items in force that a published rule may approve 审查零人工. */
export async function listItemsWithRule(tx: Tx, now: Date): Promise<Item[]> {
  return (await listBodiesWithRule(tx, todayAt(now))).map(({ body }) => body);
}

/** After a commit that changed what is published, so that the one who did it sees it at once. */
export const forgetCatalogue = held.forget;

async function loadCatalogue(tx: Tx, today: Today): Promise<Catalogue> {
  const directory = await getDirectory(tx);
  const rows = (await listInForce(tx, today)).map((row) => placed(row, directory));
  const synonyms = await listSayings(tx);
  const index = buildIndex(
    rows.map(toDocument),
    synonyms.map(({ said, meant, letters }) => ({ from: said, to: meant, letters: letters ?? undefined })),
  );
  const share = sharer();
  const items = rows.map(({ words: _, summary: __, sound: ___, ...item }) => share(item));
  return { items, byCode: new Map(items.map((item) => [item.code, item])), index };
}

/** A unit of the directory bears its name of today; one that only an imported file knows, the name in the file. */
export function placed<T extends Pick<ListedItem, 'unitCode' | 'unitName' | 'region'>>(
  item: T,
  { unitByCode, has, regionOf }: Directory,
): T {
  const { unitCode } = item;
  return {
    ...item,
    unitName: unitByCode.get(unitCode)?.name ?? item.unitName,
    region: item.region ?? (has(unitCode) ? regionOf(unitCode) : null),
  };
}

const common = [
  'jurisdiction',
  'region',
  'unitCode',
  'effectiveFrom',
  'kind',
  'promisedUnit',
  'channels',
  'audience',
  'themes',
  'scopes',
  'directories',
  'importedFrom',
] as const satisfies readonly (keyof ListedItem)[];

/** Holds each list and each word that many rows have in common once. */
function sharer(): (item: ListedItem) => ListedItem {
  const known = new Map<string, unknown>();
  const share = (value: unknown) => {
    const key = JSON.stringify(value);
    if (!known.has(key)) known.set(key, value);
    return known.get(key);
  };
  return (item) => ({ ...item, ...Object.fromEntries(common.map((key) => [key, share(item[key])])) });
}

function toDocument(item: ListedItem & Indexed, id: number): SearchDocument {
  return {
    id,
    code: item.code,
    name: item.name,
    words: item.words,
    unitName: item.unitName ?? {},
    ...(item.summary && { summary: item.summary }),
    ...(item.sound !== null && { sound: item.sound }),
    popularity: item.popularity,
    facets: { audience: item.audience, themes: item.themes, unit: item.unitCode, region: item.region ?? '', kind: item.kind },
  };
}

const mostBodies = 500;
const bodies = new Map<string, Item>();

/** Bodies by the id of their version: it never changes its meaning, not even when a transaction is rolled back. */
async function bodyOf(tx: Tx, row: Pick<VersionRow, 'itemVersionId'>): Promise<Item> {
  const known = bodies.get(row.itemVersionId) ?? (await getBody(tx, row.itemVersionId));
  bodies.delete(row.itemVersionId);
  bodies.set(row.itemVersionId, known);
  if (bodies.size > mostBodies) bodies.delete(bodies.keys().next().value as string);
  return known;
}

/** The version in force at an instant; undefined when none has begun or the last one has ended. */
export async function findItem(tx: Tx, code: string, now: Date): Promise<Item | undefined> {
  const row = await findInForce(tx, code, todayAt(now));
  return row && itemOf(tx, row);
}

/** An item in force as lists hold it, with its body: while both are held, nothing is asked of the database. */
export async function findHeldItem(tx: Tx, code: string, now: Date): Promise<{ listed: ListedItem; item: Item } | undefined> {
  const listed = (await getCatalogue(tx, now)).byCode.get(code);
  return listed && { listed, item: await itemOf(tx, listed) };
}

/** The item in force, out of what readers hold for that very day; who only wants one item neither loads all of them nor, dated back, throws today's away. */
export async function findItemInForce(tx: Tx, code: string, now: Date): Promise<Item | undefined> {
  const isHeld = daysOf(todayAt(now)) === daysOf(day) && held.peek() !== undefined;
  const known = isHeld ? await findHeldItem(tx, code, now) : undefined;
  return known?.item ?? findItem(tx, code, now);
}

/** The very version a case was made with, in force or not. */
export async function findItemVersion(tx: Tx, code: string, version: number): Promise<Item | undefined> {
  const listed = held.peek()?.byCode.get(code);
  const row = listed?.version === version ? listed : await findVersion(tx, code, version);
  return row && itemOf(tx, row);
}

/** The body as it was published, and the end that came later. */
export async function itemOf(tx: Tx, row: Pick<VersionRow, 'itemVersionId' | 'effectiveTo' | 'successor'>): Promise<Item> {
  const body = await bodyOf(tx, row);
  if (!row.effectiveTo) return body;
  return { ...body, effectiveTo: row.effectiveTo, ...(row.successor && { successor: row.successor }) };
}
