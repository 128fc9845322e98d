import type { Act } from '#kernel/endpoint.ts';
import { type Text, textIn } from '#kernel/locale.ts';
import { type Directory as Places, getDirectory, type Officer, type Unit, type Venue } from '#modules/directory/index.ts';
import { type Closure, readChannels } from '../../../channel-reader.ts';
import { type Catalogue, findHeldItem, getCatalogue, itemOf } from '../../../held.ts';
import { type Channel, type ChannelName, channelNames, type Item } from '../../../item.ts';
import { type ListedItem, listVersions } from '../../../queries/items.ts';
import { suggest } from '../../../rules/search/query.ts';
import { regionsUp } from '../tally.ts';

/** One way to do it that the item allows, and what closes it now. */
export type Way = { readonly name: ChannelName; readonly channel: Channel; readonly closure: Closure | undefined };
export type Place = { readonly venue: Venue; readonly closure: Closure | undefined };

export type Guide = {
  readonly kind: 'guide';
  readonly item: Item;
  readonly listed: ListedItem;
  readonly ways: readonly Way[];
  readonly where: readonly Place[];
  readonly unit: Unit | undefined;
  readonly head: Officer | undefined;
  readonly successor: ListedItem | undefined;
  readonly catalogue: Catalogue;
  readonly places: Places;
};

/** A code that leads to no guide: never given, or of an item that has ended. */
export type Missing = {
  readonly kind: 'missing';
  readonly code: string;
  readonly ended: { readonly name: Text; readonly lastOn: string } | undefined;
  readonly successor: ListedItem | undefined;
  readonly near: readonly ListedItem[];
};

export async function loadGuide({ tx, now }: Act, code: string): Promise<Guide | Missing> {
  const catalogue = await getCatalogue(tx, now);
  const found = await findHeldItem(tx, code, now);
  if (!found) return loadMissing(tx, catalogue, code);
  const { item, listed } = found;
  const places = await getDirectory(tx);
  const { closureOf } = await readChannels(tx, now);
  const ways = channelNames.flatMap((name) => {
    const channel = item.channels[name];
    return channel ? [{ name, channel, closure: closureOf(listed, name) }] : [];
  });
  return {
    kind: 'guide',
    item,
    listed,
    ways,
    where: venuesOf(listed, places).map((venue) => ({ venue, closure: closureOf(listed, 'walk-in', venue.code) })),
    unit: places.unitByCode.get(item.unit),
    head: places.headOf(item.unit),
    successor: catalogue.byCode.get(item.successor ?? ''),
    catalogue,
    places,
  };
}

/** Where one goes: the halls of the nearest region, from the item's own upwards, that has any. */
function venuesOf({ region }: ListedItem, places: Places): readonly Venue[] {
  for (const code of regionsUp(region, places)) {
    const here = places.venues.filter((venue) => venue.regionCode === code);
    if (here.length > 0) return here;
  }
  return [];
}

async function loadMissing(tx: Act['tx'], catalogue: Catalogue, code: string): Promise<Missing> {
  const [newest] = await listVersions(tx, code);
  const name = newest?.effectiveTo ? (await itemOf(tx, newest)).name : undefined;
  const query = name ? textIn(name, 'zh-Hans') : code;
  return {
    kind: 'missing',
    code,
    ended: name && newest?.effectiveTo ? { name, lastOn: newest.effectiveTo } : undefined,
    successor: catalogue.byCode.get(newest?.successor ?? ''),
    near: suggest(catalogue.index, query).map(({ id }) => catalogue.items[id] as ListedItem),
  };
}
