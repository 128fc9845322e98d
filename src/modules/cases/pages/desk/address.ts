import type { Role } from '#kernel/actor.ts';
import { views } from '../../contract/read.ts';
import { type State, states } from '../../rules/states.ts';

/** Who works at the desk with cases. */
export const deskRoles: readonly Role[] = ['window', 'reviewer', 'signer', 'head', 'supervisor'];

export type ViewName = (typeof views)[number];
export type ListAddress = {
  readonly view: ViewName;
  readonly state?: State;
  readonly unit?: string;
  readonly holder?: string;
  readonly item?: string;
  readonly q?: string;
};
type Query = Readonly<Record<string, string | undefined>>;

const filterKeys = ['state', 'unit', 'holder', 'item', 'q'] as const;
export type FilterKey = (typeof filterKeys)[number];

/** A filter of the work list as its address says it; what the address gets wrong is left out. */
export function readList(query: Query): ListAddress {
  const view = views.find((name) => name === query['view']) ?? 'all';
  const state = states.find((name) => name === query['state']);
  const texts = (['unit', 'holder', 'item', 'q'] as const).flatMap((key) => {
    const value = query[key]?.trim().slice(0, 200);
    return value ? [[key, value] as const] : [];
  });
  return { view, ...(state ? { state } : {}), ...Object.fromEntries(texts) };
}

/** Only what is set, so that the same filter always has the same address. */
export function listQuery(list: ListAddress): Record<string, string> {
  const { view, ...filters } = list;
  return { ...(view === 'all' ? {} : { view }), ...(filters as Record<string, string>) };
}

export function setFilters(list: ListAddress): readonly FilterKey[] {
  return filterKeys.filter((key) => list[key] !== undefined);
}

export function without(list: ListAddress, key: FilterKey): ListAddress {
  const { [key]: _, ...rest } = list;
  return rest;
}

export function inboxPath(list: ListAddress, more: Readonly<Record<string, string>> = {}): string {
  return withQuery('/desk/inbox', { ...listQuery(list), ...more });
}

/** `list` is the work list one came from, `at` the place in it, so that the next case is found even after this one has moved. */
export type Trail = { readonly list?: string; readonly at?: string };

export function casePath(caseNo: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  return withQuery(`/desk/cases/${caseNo}`, query);
}

export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path;
}

export function trailFrom(list: ListAddress): string {
  return new URLSearchParams(listQuery(list)).toString();
}

export function readTrail(list: string | undefined): ListAddress | undefined {
  return list === undefined ? undefined : readList(Object.fromEntries(new URLSearchParams(list)));
}
