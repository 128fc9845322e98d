import { hasRole } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { refuse } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { findItemVersion, type Item } from '#modules/catalogue/index.ts';
import { centreZone } from '#modules/identity/index.ts';
import { whyClosed } from '#modules/channels/index.ts';

const network: readonly string[] = ['online', 'mobile'];

/**
 * Why an application cannot come this way now. That somebody stood at a window or telephoned is for the office and its helpers to say: from anyone else
 * it comes over the network whatever way they name, and not while that is closed.
 */
export async function whyNotTaken(act: Act, { item, channel }: { item: Item; channel: string }) {
  const closed = await whyClosed(act.tx, { item, channel, at: act.now });
  if (closed || network.includes(channel) || hasRole(act.actor, ['window', 'cadre']) || !item.channels.online) return closed;
  return whyClosed(act.tx, { item, channel: 'online', at: act.now });
}

/** Why there is no item to apply for: it has ended, or there never was one. A draft remembers which version it began with. */
export async function whyNoItem({ tx, now }: Act, { itemCode, itemVersion = 1 }: { itemCode: string; itemVersion?: number }) {
  const before = await findItemVersion(tx, itemCode, itemVersion);
  const hasBegun = before !== undefined && before.effectiveFrom <= dayOf(now, centreZone());
  return hasBegun ? refuse('item_retired', { itemCode }) : refuse('unknown_item', { itemCode });
}
