import { firstOf } from './best.ts';
import { passer, type SearchFilter } from './filter.ts';
import { foldQuery } from './fold.ts';
import type { SearchIndex } from './index-build.ts';
import { mend } from './mend.ts';
import { kinds, slotsOf } from './readings.ts';
import { clear, keepOnly, type Layer, weigh } from './scratch.ts';
import { pointsOfShape, type Shape, shapeOf } from './shape.ts';

export type Matched = keyof typeof kinds;
export type Hit = { readonly id: number; readonly score: number; readonly matched: Matched };
export type SearchOptions = { readonly filter?: SearchFilter; readonly limit: number; readonly offset: number };
export type SearchResult = { readonly total: number; readonly hits: readonly Hit[] };

/** Less of the query than `share`, or than this part of the best, is chance. */
type Floor = { readonly share: number; readonly ofBest: number };
type Ask = { readonly query: string; readonly floor: Floor; readonly filter: SearchFilter | undefined };
type Found = { readonly owner: number; readonly score: number; readonly kinds: number };

const relevant: Floor = { share: 0.36, ofBest: 0.5 };
const near: Floor = { share: 0.12, ofBest: 0.5 };
/** From here on the query is answered, and nobody looks for mistakes in it. */
const answered = 0.88;

/** The items a query means, best first. An empty query, or one of signs only, means none. */
export function search(index: SearchIndex, query: string, { filter, limit, offset }: SearchOptions): SearchResult {
  const found = find(index, { query: foldQuery(query), floor: relevant, filter });
  const page = firstOf(found, offset + limit, byScore).slice(offset);
  return { total: found.length, hits: page.map((one) => toHit(index, one)) };
}

const mostCompletions = 8;
const mostSuggestions = 3;

/** What a half-typed query may become: items of different names, for the list under a search box. */
export function complete(index: SearchIndex, prefix: string): Hit[] {
  const found = find(index, { query: foldQuery(prefix), floor: relevant, filter: undefined });
  return differentNames(index, found, mostCompletions);
}

/** The nearest names for a query that found nothing. */
export function suggest(index: SearchIndex, query: string): Hit[] {
  const found = find(index, { query: foldQuery(query), floor: near, filter: undefined });
  return differentNames(index, found, mostSuggestions);
}

function find(index: SearchIndex, ask: Ask): Found[] {
  if (!ask.query) return [];
  const strict = attempt(index, ask, false);
  return strict.best >= answered ? strict.found : attempt(index, ask, true).found;
}

function attempt(index: SearchIndex, { query, floor, filter }: Ask, loose: boolean): { found: Found[]; best: number } {
  const slots = slotsOf(index, query, loose);
  const shape = shapeOf(query, slots);
  const layer = weigh(index.scratch, slots);
  if (filter) keepOnly(layer, passer(index, filter));
  if (loose) mend(index, layer, shape);
  const best = bestOf(layer);
  keepOnly(layer, (owner) => (layer.value[owner] as number) >= Math.max(floor.share, floor.ofBest * best));
  const found = score(index, layer, { shape, best });
  clear(layer);
  return { found, best };
}

function bestOf({ value, touched, count }: Layer): number {
  let best = 0;
  for (let at = 0; at < count; at++) best = Math.max(best, value[touched[at] as number] as number);
  return best;
}

/** Half of a score is the share of the query that is answered, the other half how nearly the query is the name. */
const pointsForShare = 500;
/** Only who answers nearly as much as the best is compared by name; where very many do, the shortest names. */
const nearBest = 0.9;
const mostCompared = 600;

function score(index: SearchIndex, { value, kinds: how, touched, count }: Layer, { shape, best }: { shape: Shape; best: number }): Found[] {
  const found: Found[] = [];
  let compared = 0;
  for (let at = 0; at < count; at++) {
    const owner = touched[at] as number;
    const share = value[owner] as number;
    const compare = share >= nearBest * best && compared++ < mostCompared;
    found.push({ owner, score: pointsForShare * share + (compare ? pointsOfShape(index, owner, shape) : 0), kinds: how[owner] as number });
  }
  return found;
}

function byScore(a: Found, b: Found): number {
  return b.score - a.score || a.owner - b.owner;
}

function differentNames(index: SearchIndex, found: readonly Found[], count: number): Hit[] {
  const names = new Set<string | undefined>();
  const different = firstOf(found, count * 4, byScore).filter(({ owner }) => {
    const name = index.names[owner]?.[0];
    return !names.has(name) && names.add(name);
  });
  return different.slice(0, count).map((one) => toHit(index, one));
}

/** The least certain kind of match tells how the item was found. */
const byDoubt = ['code', 'typo', 'synonym', 'initials', 'pinyin', 'about', 'words'] as const;

function toHit(index: SearchIndex, { owner, score, kinds: bits }: Found): Hit {
  const matched = byDoubt.find((kind) => bits & kinds[kind]) ?? 'name';
  return { id: index.ids[owner] as number, score: Math.round(score * 100) / 100, matched };
}
