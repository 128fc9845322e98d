import type { Act, Action } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { refuse } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type * as contract from '../contract/board.ts';
import type { Board } from '../contract/board.ts';
import { findPlan, type HallPlan } from '../plan.ts';
import { boardVersion, listCalls } from '../queries/board.ts';
import { forecastFor, type QueueNow, readQueue } from '../queue-now.ts';
import { effectiveAt, prioritySeries } from '../rules/queue.ts';

const shownCalls = 7;

export const getBoard: Action<typeof contract.getBoard> = async (act, { venue, zone }) =>
  (await boardOf(act, venue, zone)) ?? refuse('unknown_venue');

/** What the screens of a zone show now. */
export async function boardOf(act: Pick<Act, 'tx' | 'now' | 'language'>, venue: string, zone = 'all'): Promise<Board | undefined> {
  const plan = await findPlan(act, venue);
  if (!plan) return undefined;
  const queue = await readQueue(act, plan);
  const windows = windowsIn(plan, zone);
  const groups = plan.groups.filter(({ group }) => windows.some((window) => window.groups.includes(group)));
  const windowNos = windows.map(({ windowNo }) => windowNo);
  const calls = await listCalls(act.tx, { venue, onDay: queue.onDay, windowNos, limit: shownCalls });
  const found = (await getDirectory(act.tx)).venueByCode.get(venue);
  return {
    venue,
    venueName: textIn(found?.name, act.language),
    boardZone: zone,
    zoneName: textIn(plan.zones.find((one) => one.zone === zone)?.name, act.language) || null,
    timeZone: plan.zone,
    version: await boardVersion(act.tx, venue, queue.onDay),
    at: act.now.toISOString(),
    calls: calls.map(({ eventId, kind, at, ...call }) => ({ ...call, callId: eventId, again: kind === 'recalled', at: at.toISOString() })),
    groups: groups.map(({ group, name }) => ({ group, name: textIn(name, act.language), ...waitingIn(queue, group) })),
    personCap: Math.max(0, ...windows.map(({ personCap }) => personCap)),
  };
}

/** A zone of the plan, one group, or everything. */
function windowsIn(plan: HallPlan, zone: string): HallPlan['windows'] {
  const inZone = plan.windows.filter((window) => window.zone === zone);
  if (inZone.length > 0) return inZone;
  const ofGroup = plan.windows.filter((window) => window.groups.includes(zone));
  return ofGroup.length > 0 ? ofGroup : plan.windows;
}

/** How many wait, and how long somebody who comes now without a booking would. */
export function waitingIn(queue: QueueNow, group: string) {
  const kind = group === prioritySeries ? 'priority' : 'walk-in';
  const inLine = queue.tickets.filter(({ state, special }) => state === 'waiting' && !special);
  const waiting = inLine.filter((ticket) => (kind === 'priority' ? ticket.kind === kind : ticket.serviceGroup === group)).length;
  const place = { serviceGroup: group, special: false, effectiveAt: effectiveAt({ kind, takenAt: queue.now }) };
  return { waiting, waitMinutes: forecastFor(queue, place).wait ?? null };
}
