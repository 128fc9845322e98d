import type { ChannelName, Item, ItemKind } from '../item.ts';
import { isAllOnline, isAtMostOneVisit, isInstant, isOnce, type ItemFacts, mustComeInPerson } from './directories.ts';

/** The published directories by the names outside programs use. */
export const directoryNames = ['all-online', 'instant', 'once', 'at-most-once', 'in-person'] as const;
export type Directory = (typeof directoryNames)[number];

const isIn: Readonly<Record<Directory, (item: ItemFacts) => boolean>> = {
  'all-online': isAllOnline,
  instant: isInstant,
  once: isOnce,
  'at-most-once': isAtMostOneVisit,
  'in-person': mustComeInPerson,
};

export function directoryNamesOf(item: ItemFacts): Directory[] {
  return directoryNames.filter((name) => isIn[name](item));
}

export type ListFilter = {
  readonly audience?: string | undefined;
  readonly theme?: string | undefined;
  readonly scope?: string | undefined;
  readonly unit?: string | undefined;
  readonly region?: string | undefined;
  readonly kind?: ItemKind | undefined;
  readonly visits?: number | undefined;
  readonly directory?: Directory | undefined;
};

export type Filterable = {
  readonly audience: readonly Item['audience'][number][];
  readonly kind: ItemKind;
  readonly unitCode: string;
  readonly region: string | null;
  readonly themes: readonly string[];
  readonly scopes: readonly string[];
  readonly visits: number;
  readonly directories: readonly Directory[];
};

/** A unit and a region each take what lies below them: a district's code begins with its city's, without the closing zeros. */
export function passes(item: Filterable, filter: ListFilter): boolean {
  const { audience, theme, scope, unit, region, kind, visits, directory } = filter;
  return (
    (audience === undefined || item.audience.includes(audience as never)) &&
    (theme === undefined || item.themes.includes(theme)) &&
    (scope === undefined || item.scopes.includes(scope)) &&
    (unit === undefined || item.unitCode === unit || item.unitCode.startsWith(`${unit}/`)) &&
    (region === undefined || (item.region ?? '').startsWith(region.replace(/(00)+$/, ''))) &&
    (kind === undefined || item.kind === kind) &&
    (visits === undefined || item.visits === visits) &&
    (directory === undefined || item.directories.includes(directory))
  );
}

/** Channels by which something can be handed in; advice alone does not count. */
export function offeredChannels(item: Pick<Item, 'channels'>): ChannelName[] {
  return Object.entries(item.channels).flatMap(([name, channel]) => (channel && channel.as !== 'guidance' ? [name as ChannelName] : []));
}
