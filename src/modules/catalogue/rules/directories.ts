import type { ChannelName, Item } from '../item.ts';
import { lanesOf } from './stage-plan.ts';

/**
 * The published directories follow from an item's own facts; nobody ticks a box that the item then contradicts.
 * Terms: 全程网办, 马上办, 一次办, 最多跑一次, 必须到现场.
 */
export type ItemFacts = Pick<Item, 'channels' | 'visits' | 'limits' | 'documents' | 'stages' | 'result'>;
export type PresenceReason = 'visits_required' | 'original_papers' | 'no_distant_channel' | 'result_at_counter';

const distant: readonly ChannelName[] = ['online', 'mobile', 'kiosk', 'post', 'proxy', 'home-visit'];

/** Applied for, decided and handed over without leaving the screen 全程网办 / toàn trình. */
export function isAllOnline(item: ItemFacts): boolean {
  const offered = takesIn(item, 'online') || takesIn(item, 'mobile');
  const handedOver = !item.result || item.result.delivery.some((way) => way !== 'counter');
  return offered && handedOver && item.visits.count === 0 && !item.documents.some((document) => document.form === 'original');
}

/** Decided on the spot 马上办. */
export function isInstant(item: ItemFacts): boolean {
  return item.limits.promised.days === 0;
}

/** 最多跑一次: never more than one visit. */
export function isAtMostOneVisit(item: ItemFacts): boolean {
  return item.visits.count <= 1;
}

/** 一次办: a simple course, one application and it is done: no second visit, no lanes side by side, no visit of officers. */
export function isOnce(item: ItemFacts): boolean {
  const simple = item.stages.every(
    (stage) => lanesOf(stage).length === 1 && lanesOf(stage).every((lane) => lane.by !== 'visit' && !lane.asks),
  );
  return isAtMostOneVisit(item) && simple;
}

/** Whether one has to come, and what in the item makes it so. Empty: one need not. */
export function presenceReasons(item: ItemFacts): PresenceReason[] {
  const reasons: readonly (PresenceReason | false)[] = [
    item.visits.count > 0 && 'visits_required',
    !distant.some((name) => takesIn(item, name)) && 'no_distant_channel',
    item.documents.some((document) => document.form === 'original') &&
      !takesIn(item, 'post') &&
      !takesIn(item, 'home-visit') &&
      'original_papers',
    item.result !== undefined && item.result.delivery.every((way) => way === 'counter') && !takesIn(item, 'proxy') && 'result_at_counter',
  ];
  return reasons.filter((reason) => reason !== false);
}

export function mustComeInPerson(item: ItemFacts): boolean {
  return presenceReasons(item).length > 0;
}

/** All directories an item stands in. */
export function directoriesOf(item: ItemFacts): {
  allOnline: boolean;
  instant: boolean;
  once: boolean;
  atMostOneVisit: boolean;
  mustCome: readonly PresenceReason[];
} {
  return {
    allOnline: isAllOnline(item),
    instant: isInstant(item),
    once: isOnce(item),
    atMostOneVisit: isAtMostOneVisit(item),
    mustCome: presenceReasons(item),
  };
}

/** A channel that takes applications in from everybody, not only advice and not only urgent matters. */
export function takesIn(item: Pick<Item, 'channels'>, name: ChannelName): boolean {
  const channel = item.channels[name];
  return channel !== undefined && channel.as !== 'guidance' && channel.only === undefined && channel.for === undefined;
}
