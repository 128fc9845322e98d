import type { Text } from '#kernel/locale.ts';
import type { Directory as Places } from '#modules/directory/index.ts';
import type { Catalogue } from '../../held.ts';
import type { ListedItem } from '../../queries/items.ts';
import { type Directory, directoryNames } from '../../rules/listing.ts';

export type Audience = 'person' | 'org';
export type Counted = { readonly code: string; readonly name: Text; readonly count: number };
export type Department = Counted & { readonly sections: readonly Counted[] };

/** How many items stand where, counted once for each state of the catalogue. */
export type Tally = {
  readonly total: number;
  readonly themes: Readonly<Record<Audience, ReadonlyMap<string, number>>>;
  readonly departments: readonly Department[];
  readonly regions: ReadonlyMap<string, number>;
  readonly directories: Readonly<Record<Directory, number>>;
  readonly mostUsed: Readonly<Record<Audience, readonly ListedItem[]>>;
};

const mostUsedCount = 8;

export function isFor(item: Pick<ListedItem, 'audience'>, audience: Audience): boolean {
  return audience === 'person' ? item.audience.includes('person') : item.audience.some((one) => one !== 'person');
}

let held: { readonly catalogue: Catalogue; readonly places: Places; readonly tally: Tally } | undefined;

export function tallyOf(catalogue: Catalogue, places: Places): Tally {
  if (held?.catalogue !== catalogue || held.places !== places) held = { catalogue, places, tally: count(catalogue, places) };
  return held.tally;
}

function count({ items }: Catalogue, places: Places): Tally {
  const themesFor = (audience: Audience) => {
    const fitting = items.filter((item) => isFor(item, audience));
    return countBy(fitting, ({ themes }) => themes);
  };
  const mostUsedFor = (audience: Audience) => items.filter((item) => isFor(item, audience)).slice(0, mostUsedCount);
  const directories = countBy(items, (item) => item.directories);
  return {
    total: items.length,
    themes: { person: themesFor('person'), org: themesFor('org') },
    departments: departmentsOf(items, places),
    regions: countBy(items, ({ region }) => regionsUp(region, places)),
    directories: Object.fromEntries(directoryNames.map((name) => [name, directories.get(name) ?? 0])) as Record<Directory, number>,
    mostUsed: { person: mostUsedFor('person'), org: mostUsedFor('org') },
  };
}

function countBy(items: readonly ListedItem[], keysOf: (item: ListedItem) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** A region and those above it. */
export function regionsUp(code: string | null, { regionByCode }: Pick<Places, 'regionByCode'>): string[] {
  const chain: string[] = [];
  for (let at = code; at && !chain.includes(at); at = regionByCode.get(at)?.parentCode ?? null) chain.push(at);
  return chain;
}

/** Departments in the directory's order, their sections below them; units only an imported file knows come last. */
function departmentsOf(items: readonly ListedItem[], { units, unitByCode }: Places): Department[] {
  const byUnit = Map.groupBy(items, (item) => item.unitCode);
  const order = new Map(units.map(({ code }, index) => [code, index]));
  const sections = [...byUnit].map(([code, own]) => ({
    code,
    name: unitByCode.get(code)?.name ?? own[0]?.unitName ?? {},
    count: own.length,
  }));
  sections.sort((a, b) => (order.get(a.code) ?? units.length) - (order.get(b.code) ?? units.length) || b.count - a.count);
  return [...Map.groupBy(sections, ({ code }) => code.split('/')[0] as string)].map(([code, within]) => ({
    code,
    name: unitByCode.get(code)?.name ?? within[0]?.name ?? {},
    count: within.reduce((sum, section) => sum + section.count, 0),
    sections: within,
  }));
}
