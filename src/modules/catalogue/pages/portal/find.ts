import type { Act } from '#kernel/endpoint.ts';
import { getDirectory, type Directory as Places } from '#modules/directory/index.ts';
import { readChannels } from '../../channel-reader.ts';
import { type Catalogue, getCatalogue } from '../../held.ts';
import { channelNames, itemKinds } from '../../item.ts';
import type { ListedItem } from '../../queries/items.ts';
import { directoryNames, passes } from '../../rules/listing.ts';
import { search, suggest } from '../../rules/search/query.ts';
import { type Audience, isFor } from './tally.ts';
import { type Channels } from './row.tsx';

const pageLength = 20;

/** What the address asks for; what it says wrongly is left out. */
export type Wanted = {
  readonly q: string;
  readonly for?: Audience;
  readonly theme?: string;
  readonly dept?: string;
  readonly place?: string;
  readonly channel?: (typeof channelNames)[number];
  readonly kind?: (typeof itemKinds)[number];
  readonly directory?: (typeof directoryNames)[number];
};
export type FilterName = Exclude<keyof Wanted, 'q'>;
export const filterNames: readonly FilterName[] = ['for', 'theme', 'dept', 'place', 'channel', 'kind', 'directory'];

export type Found = {
  readonly wanted: Wanted;
  readonly items: readonly ListedItem[];
  readonly total: number;
  readonly offset: number;
  readonly near: readonly ListedItem[];
  readonly channels: Channels;
  readonly catalogue: Catalogue;
  readonly places: Places;
};

export function readWanted(query: Readonly<Record<string, string>>): Wanted {
  const one = <V extends string>(name: string, values: readonly V[]) => values.find((value) => value === query[name]);
  const text = (name: string) => query[name]?.trim().slice(0, 120) || undefined;
  const given = {
    q: text('q') ?? '',
    for: one('for', ['person', 'org'] as const),
    theme: text('theme'),
    dept: text('dept'),
    place: text('place'),
    channel: one('channel', channelNames),
    kind: one('kind', itemKinds),
    directory: one('directory', directoryNames),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Wanted;
}

export async function findItems(act: Act, query: Readonly<Record<string, string>>): Promise<Found> {
  const wanted = readWanted(query);
  const catalogue = await getCatalogue(act.tx, act.now);
  const channels = await readChannels(act.tx, act.now);
  const offset = /^\d{1,7}$/.test(query['cursor'] ?? '') ? Number(query['cursor']) : 0;
  const fits = (item: ListedItem) => isWanted(item, wanted, channels);
  const { items, total } = wanted.q ? searched(catalogue, wanted.q, { fits, offset }) : listed(catalogue, fits, offset);
  const near = wanted.q && total === 0 ? suggest(catalogue.index, wanted.q).map(({ id }) => catalogue.items[id] as ListedItem) : [];
  if (wanted.q && total === 0) tellInVain(act, wanted);
  return { wanted, items, total, offset, near, channels, catalogue, places: await getDirectory(act.tx) };
}

function isWanted(item: ListedItem, { for: audience, theme, dept, place, channel, kind, directory }: Wanted, channels: Channels): boolean {
  return (
    passes(item, { theme, unit: dept, region: place, kind, directory }) &&
    (!audience || isFor(item, audience)) &&
    (!channel || channels.has(item, channel))
  );
}

function searched({ index, items }: Catalogue, q: string, { fits, offset }: { fits: (item: ListedItem) => boolean; offset: number }) {
  const accept = (id: number) => fits(items[id] as ListedItem);
  const { total, hits } = search(index, q, { filter: { accept }, limit: pageLength, offset });
  return { total, items: hits.map(({ id }) => items[id] as ListedItem) };
}

function listed({ items }: Catalogue, fits: (item: ListedItem) => boolean, offset: number) {
  const fitting = items.filter(fits);
  return { total: fitting.length, items: fitting.slice(offset, offset + pageLength) };
}

/** Only words nobody has an item for are kept for the administrators; numbers are left out, people paste identity numbers into search boxes. */
function tellInVain({ publish, language }: Act, { q, ...filters }: Wanted): void {
  const words = q.replace(/\d{5,}/g, '…').slice(0, 60);
  if (Object.keys(filters).length === 0 && [...words].length > 1) publish('catalogue.item_not_found', { words, language });
}

/** The address of the same search with some of it changed; `undefined` takes a filter away. */
export function addressOf(wanted: Wanted, change: Partial<Record<FilterName | 'q' | 'cursor', string | undefined>> = {}): string {
  const values = Object.entries({ ...wanted, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return values.length > 0 ? `?${new URLSearchParams(values)}` : '?';
}
