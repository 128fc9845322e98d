import type { Tx } from '#kernel/db.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { snapshot } from '#kernel/snapshot.ts';
import type { Item } from '#modules/catalogue/index.ts';
import { announcementsOf } from './announcements.ts';
import { channelsWords } from './locales/index.ts';
import { getVersion, listAll, listCurrent, listForTaking } from './queries.ts';
import { type ChannelName, channelNames, closureOf, isInForce, reaches, type SuspensionRow } from './rules.ts';

const held = snapshot(getVersion, listAll);

/** After a commit that closed or opened something, so that the one who did it sees it at once. */
export const forgetSuspensions = held.forget;

export type Status = Record<
  ChannelName,
  { state: 'open' | 'closed'; reason: string | null; since: string | null; until: string | null; instead: ChannelName[]; offered: boolean }
>;

/** The nine channels of an item (or of everything) at an instant. For pages; what the law dates asks `whyClosed`. */
export async function statusOf(
  tx: Tx,
  {
    item,
    venueCode,
    at,
    language,
    urgent = false,
  }: {
    item: Pick<Item, 'code' | 'unit' | 'channels'> | undefined;
    venueCode?: string | undefined;
    at: Date;
    language: Language;
    urgent?: boolean;
  },
): Promise<Status> {
  const suspensions = await held.get(tx);
  const closures = new Map(
    channelNames.map((channel) => [
      channel,
      closureOf(suspensions, { channel, at, itemCode: item?.code, unitCode: item?.unit, venueCode, urgent }),
    ]),
  );
  const isOffered = (channel: ChannelName) => !item || item.channels[channel] !== undefined;
  const instead = channelNames.filter((channel) => isOffered(channel) && !closures.get(channel));
  return Object.fromEntries(
    channelNames.map((channel) => {
      const closure = closures.get(channel);
      const offered = isOffered(channel);
      const open = offered && !closure;
      const reason = closure ? textIn(closure.reason, language) : offered ? null : channelsWords(language).notOffered;
      return [
        channel,
        {
          state: open ? 'open' : 'closed',
          reason,
          since: closure?.fromAt.toISOString() ?? null,
          until: closure?.untilAt?.toISOString() ?? null,
          instead: open ? [] : instead,
          offered,
        },
      ];
    }),
  ) as Status;
}

type Reader = {
  closureOf(item: { code: string; unitCode: string }, channel: ChannelName, venueCode?: string): SuspensionRow | undefined;
  announcements(language: Language): ReturnType<typeof announcementsOf>;
};
type HeldReader = {
  readonly suspensions: readonly SuspensionRow[];
  readonly from: number;
  readonly until: number;
  readonly reader: Reader;
};

/** Who asks for now and who asks for a coming day take turns. */
const mostReaders = 8;
let readers: readonly HeldReader[] = [];

/**
 * What closes the channels of any item, for lists and guides: one look at what is held, nothing asked of the database for each. Between two instants at
 * which something begins or ends it is the very same reader, so that whoever works something out by it may hold that as long.
 */
export async function channelReader(tx: Tx, at: Date): Promise<Reader> {
  const suspensions = await held.get(tx);
  const now = at.getTime();
  const known = readers.find((one) => one.suspensions === suspensions && one.from <= now && now < one.until) ?? holdReader(suspensions, at);
  return known.reader;
}

function holdReader(suspensions: readonly SuspensionRow[], at: Date): HeldReader {
  const changes = suspensions.flatMap(({ fromAt, untilAt, endedAt }) => [fromAt, untilAt, endedAt].flatMap((one) => one?.getTime() ?? []));
  const current = suspensions.filter((one) => isInForce(one, at));
  const made: HeldReader = {
    suspensions,
    from: Math.max(...changes.filter((change) => change <= at.getTime()), Number.NEGATIVE_INFINITY),
    until: Math.min(...changes.filter((change) => change > at.getTime()), Number.POSITIVE_INFINITY),
    reader: {
      closureOf: (item, channel, venueCode) => closureOf(current, { channel, at, itemCode: item.code, unitCode: item.unitCode, venueCode }),
      announcements: (language) => announcementsOf(suspensions, at, language),
    },
  };
  readers = [made, ...readers.filter((one) => one.suspensions === suspensions)].slice(0, mostReaders);
  return made;
}

/** What closes the channels from an instant on, asked of the database itself: for what is written down and for many instants at once. */
export async function closuresFrom(tx: Tx, at: Date): Promise<(question: Parameters<typeof closureOf>[1]) => SuspensionRow | undefined> {
  const suspensions = await listCurrent(tx, at);
  return (question) => closureOf(suspensions, question);
}

/** Everything announced lately, for the page of announcements. */
export function heldSuspensions(tx: Tx): Promise<readonly SuspensionRow[]> {
  return held.get(tx);
}

/**
 * Why nothing may be taken in this way at this instant, asked of the database itself: a channel closed at T accepts nothing at T, open tabs included.
 * Until the transaction has ended, no closure is published. A closed channel never loses a draft; the answer says which ways are open instead.
 */
export async function whyClosed(
  tx: Tx,
  { item, channel, at, urgent = false }: { item: Pick<Item, 'code' | 'unit' | 'channels'>; channel: string; at: Date; urgent?: boolean },
): Promise<Refusal<'channel_closed' | 'channel_not_offered'> | undefined> {
  const offered = channelNames.filter((name) => item.channels[name] !== undefined);
  if (!offered.includes(channel as ChannelName)) return refuse('channel_not_offered', { channel, offered });
  const suspensions = await listForTaking(tx, at);
  const question = { itemCode: item.code, unitCode: item.unit, at, urgent };
  const closure = closureOf(suspensions, { ...question, channel: channel as ChannelName });
  if (!closure) return undefined;
  const instead = offered.filter((name) => !closureOf(suspensions, { ...question, channel: name }));
  return refuse('channel_closed', { channel, since: closure.fromAt, until: closure.untilAt, reason: closure.reason, instead });
}

/** A change is announced a day before it begins. */
const announcedMs = 24 * 3_600_000;

/** The arrangement that a page's banner tells: in force now or within a day, the one that closes most first. */
export async function announcementFor(
  tx: Tx,
  { now, itemCode, unitCode }: { now: Date; itemCode?: string | undefined; unitCode?: string | undefined },
): Promise<SuspensionRow | undefined> {
  const soon = new Date(now.getTime() + announcedMs);
  const told = (await held.get(tx)).filter(
    (one) =>
      one.fromAt <= soon &&
      (!one.untilAt || one.untilAt > now) &&
      !one.endedAt &&
      (itemCode ? reaches({ ...one, venueCode: null }, { itemCode, unitCode }) : !one.itemCode),
  );
  return told.sort(
    (a, b) =>
      Number(Boolean(a.unitCode ?? a.venueCode ?? a.itemCode)) - Number(Boolean(b.unitCode ?? b.venueCode ?? b.itemCode)) ||
      b.channels.length - a.channels.length,
  )[0];
}
