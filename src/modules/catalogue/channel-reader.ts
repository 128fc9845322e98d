import type { Tx } from '#kernel/db.ts';
import type { Language, Text } from '#kernel/locale.ts';
import { type ChannelName, channelNames, type Item } from './item.ts';
import type { ListedItem } from './queries/items.ts';
import { offeredChannels } from './rules/listing.ts';

/** What decides, besides the item itself, whether a channel is open. */
export type ChannelSubject = Pick<ListedItem, 'code' | 'jurisdiction' | 'unitCode' | 'region' | 'channels'>;
/** Why a channel is closed: since when, until when at the latest (null: until further notice), and whether urgent matters are excepted. */
export type Closure = { readonly reason: Text; readonly fromAt: Date; readonly untilAt: Date | null; readonly urgentExcepted: boolean };
export type Announcement = { readonly id: string; readonly title: string; readonly text: string; readonly href: string };
export type Closures = {
  /** Undefined: open, as far as policies go. A venue's own closing counts where the venue is named. */
  readonly closureOf: (item: Pick<ChannelSubject, 'code' | 'unitCode'>, channel: ChannelName, venueCode?: string) => Closure | undefined;
  /** What is announced now, the newest first. */
  readonly announcements: (language: Language) => readonly Announcement[];
};
/** Asked once a request; the answer is asked for every item and every channel that the item offers. */
export type ChannelReader = (tx: Tx, now: Date) => Promise<Closures>;
export type ChannelStates = Record<ChannelName, 'open' | 'closed'>;

let reader: ChannelReader = async () => ({ closureOf: () => undefined, announcements: () => [] });

/** Policies that close channels are kept by a later module; `main` ties the two together. */
export function setChannelReader(next: ChannelReader): void {
  reader = next;
}

export type Channels = ReturnType<typeof channelsBy>;
const channelsByClosures = new WeakMap<Closures, Channels>();

/** The very same answer as long as the reader answers the very same: nothing has opened or closed in between. */
export async function readChannels(tx: Tx, now: Date): Promise<Channels> {
  const closures = await reader(tx, now);
  const known = channelsByClosures.get(closures) ?? channelsBy(closures);
  channelsByClosures.set(closures, known);
  return known;
}

function channelsBy({ closureOf, announcements }: Closures) {
  const statesByItem = new WeakMap<ChannelSubject, ChannelStates>();
  const has = (item: ChannelSubject, channel: ChannelName) => item.channels.includes(channel) && !closureOf(item, channel);
  const workOut = (item: ChannelSubject) =>
    Object.fromEntries(channelNames.map((channel) => [channel, has(item, channel) ? 'open' : 'closed'])) as ChannelStates;
  const statesOf = (item: ChannelSubject) => {
    const states = statesByItem.get(item) ?? workOut(item);
    statesByItem.set(item, states);
    return states;
  };
  return { has, statesOf, closureOf, announcements };
}

export function subjectOf(item: Item, region: string | null): ChannelSubject {
  return { code: item.code, jurisdiction: item.jurisdiction, unitCode: item.unit, region, channels: offeredChannels(item) };
}
