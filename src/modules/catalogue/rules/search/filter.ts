import type { Facets, SearchIndex } from './index-build.ts';
import { entriesOf, type PostingsBuilder, unite } from './postings.ts';

/** Any of the values of each facet given, all facets given; `unit` takes everything below it. What changes by the hour comes as ids or as a question per item. */
export type SearchFilter = {
  readonly audience?: string | readonly string[];
  readonly themes?: string | readonly string[];
  readonly unit?: string | readonly string[];
  readonly region?: string | readonly string[];
  readonly kind?: string | readonly string[];
  readonly ids?: ReadonlySet<number>;
  readonly accept?: (id: number) => boolean;
};

const facetNames = ['audience', 'themes', 'unit', 'region', 'kind'] as const;

export function addFacets(builder: PostingsBuilder, owner: number, facets: Facets): void {
  for (const name of facetNames) {
    const values = name === 'unit' ? pathsAbove(facets.unit) : [facets[name]].flat();
    for (const value of values) builder.add(`${name}:${value}`, owner);
  }
}

function pathsAbove(path: string): string[] {
  const steps = path.split('/');
  return steps.map((_, at) => steps.slice(0, at + 1).join('/'));
}

/** Whether an item, by its place in the index, passes the filter. */
export function passer(index: SearchIndex, filter: SearchFilter): (owner: number) => boolean {
  const wanted = facetNames.filter((name) => filter[name] !== undefined);
  const met = wanted.length > 0 ? countMet(index, filter, wanted) : undefined;
  const { ids, accept } = filter;
  return (owner) => {
    if (met && met[owner] !== wanted.length) return false;
    const id = index.ids[owner] as number;
    return (!ids || ids.has(id)) && (!accept || accept(id));
  };
}

function countMet(index: SearchIndex, filter: SearchFilter, wanted: readonly (typeof facetNames)[number][]): Uint8Array {
  const met = new Uint8Array(index.ids.length);
  for (const name of wanted) {
    const lists = [filter[name] ?? []].flat().map((value) => entriesOf(index.facets, `${name}:${value}`));
    for (const entry of unite(lists, index.scratch.seen)) met[entry >>> 2] = (met[entry >>> 2] as number) + 1;
  }
  return met;
}
