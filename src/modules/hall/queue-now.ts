import type { Act } from '#kernel/endpoint.ts';
import type { Tx } from '#kernel/db.ts';
import { listBookingsOn } from '#modules/appointments/index.ts';
import { type HallPlan, today } from './plan.ts';
import { listOpenTickets, listServiceTimes, type Sample, type TicketRow } from './queries/tickets.ts';
import { listWindowRows, type WindowRow } from './queries/windows.ts';
import { type Ahead, countersFormula, type Draw, drawOf, forecastWait, meanOf, type Wait } from './rules/forecast.ts';
import { effectiveAt } from './rules/queue.ts';

const minuteMs = 60_000;
const sampleDays = 60;
const samplesFreshMs = 300_000;
const dueWithinMinutes = 120;
const lateMinutes = 15;

/** The queue of one venue at this moment, read once for everything that is said about it. */
export type QueueNow = {
  readonly now: Date;
  readonly onDay: string;
  readonly plan: HallPlan;
  readonly windows: readonly WindowRow[];
  readonly tickets: readonly TicketRow[];
  readonly due: readonly Due[];
  readonly drawFor: (group: string, item: string | null) => Draw;
  readonly meanOfGroup: (group: string) => number;
};
type Due = {
  readonly group: string;
  readonly special: boolean;
  readonly item: string | null;
  readonly effectiveAt: Date;
  readonly inMinutes: number;
};

export async function readQueue(act: Pick<Act, 'tx' | 'now'>, plan: HallPlan): Promise<QueueNow> {
  const { tx, now } = act;
  const onDay = await today(act, plan.venue);
  const [windows, tickets, due, samples] = [
    await listWindowRows(tx, plan.venue),
    await listOpenTickets(tx, plan.venue, onDay),
    await dueSoon(act, plan.venue, onDay),
    await serviceTimes(tx, plan.venue, now),
  ];
  return { now, onDay, plan, windows, tickets, due, ...drawing(samples) };
}

/** Booked people who are not here yet and will stand before others when they come. */
async function dueSoon({ tx, now }: Pick<Act, 'tx' | 'now'>, venue: string, onDay: string): Promise<Due[]> {
  const bookings = await listBookingsOn(tx, venue, onDay);
  return bookings
    .filter(({ state, startsAt }) => {
      const minutes = (startsAt.getTime() - now.getTime()) / minuteMs;
      return state === 'confirmed' && minutes > -lateMinutes && minutes < dueWithinMinutes;
    })
    .map(({ serviceGroup: group, special, itemCode, startsAt }) => {
      const comesAt = new Date(Math.max(now.getTime(), startsAt.getTime() - 5 * minuteMs));
      return {
        group,
        special,
        item: itemCode,
        effectiveAt: effectiveAt({ kind: 'booked', takenAt: comesAt, slotAt: startsAt }),
        inMinutes: (comesAt.getTime() - now.getTime()) / minuteMs,
      };
    });
}

type Kept = { readonly at: number; readonly samples: readonly Sample[] };
const samplesByDatabase = new WeakMap<object, Map<string, Kept>>();

/** Kept in memory for a few minutes: they change slowly and are asked for with every call. */
async function serviceTimes(tx: Tx, venue: string, now: Date): Promise<readonly Sample[]> {
  const byVenue = samplesByDatabase.get(tx.database) ?? new Map<string, Kept>();
  samplesByDatabase.set(tx.database, byVenue);
  const kept = byVenue.get(venue);
  if (kept && Math.abs(now.getTime() - kept.at) < samplesFreshMs) return kept.samples;
  const samples = await listServiceTimes(tx, venue, new Date(now.getTime() - sampleDays * 86_400_000));
  byVenue.set(venue, { at: now.getTime(), samples });
  return samples;
}

function drawing(samples: readonly Sample[]): Pick<QueueNow, 'drawFor' | 'meanOfGroup'> {
  const minutesOf = (list: readonly Sample[] | undefined) => (list ?? []).map(({ minutes }) => minutes);
  const byGroup = Map.groupBy(samples, ({ serviceGroup }) => serviceGroup);
  const byItem = Map.groupBy(samples, ({ itemCode }) => itemCode);
  const draws = new Map<string, Draw>();
  const drawFor = (group: string, item: string | null) => {
    const key = `${group} ${item ?? ''}`;
    const known = draws.get(key) ?? drawOf({ ofGroup: minutesOf(byGroup.get(group)), ofItem: item ? minutesOf(byItem.get(item)) : [] });
    draws.set(key, known);
    return known;
  };
  return { drawFor, meanOfGroup: (group) => meanOf(minutesOf(byGroup.get(group))) || 8 };
}

/** A ticket's place, or that of somebody who would come now: behind everybody of the same moment. */
export type Place = Pick<TicketRow, 'serviceGroup' | 'special' | 'effectiveAt'> & Partial<Pick<TicketRow, 'ticketId' | 'takenAt' | 'no'>>;
function isBefore(one: TicketRow, place: Place): boolean {
  const order = [
    one.effectiveAt.getTime() - place.effectiveAt.getTime(),
    one.takenAt.getTime() - (place.takenAt?.getTime() ?? Infinity),
    one.no - (place.no ?? Infinity),
  ];
  return (order.find((difference) => difference !== 0) ?? 0) < 0;
}

export type Forecast = { readonly ahead: number; readonly wait: Wait | undefined; readonly formula: number };

/** What a ticket at this place has before it. `wait` is undefined while no open window serves its group. */
export function forecastFor(queue: QueueNow, place: Place): Forecast {
  const { now, windows, tickets, due, drawFor } = queue;
  const open = windows.filter((window) => window.special === place.special && isServing(window, tickets));
  const waiting = tickets.filter(
    (one) => one.state === 'waiting' && one.special === place.special && one.ticketId !== place.ticketId && isBefore(one, place),
  );
  const before: (Ahead & { effectiveAt: Date })[] = [
    ...waiting.map((one) => ({
      group: one.serviceGroup,
      inMinutes: 0,
      draw: drawFor(one.serviceGroup, one.itemCode),
      effectiveAt: one.effectiveAt,
    })),
    ...due
      .filter((one) => one.special === place.special && one.effectiveAt < place.effectiveAt)
      .map((one) => ({ ...one, draw: drawFor(one.group, one.item) })),
  ];
  const ahead = before.sort((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime());
  const servers = open.map((window) => {
    const visitor = visitorOf(window, tickets);
    const since = visitor && (visitor.servingAt ?? visitor.calledAt ?? now);
    return {
      groups: window.groups,
      busyMinutes: since ? (now.getTime() - since.getTime()) / minuteMs : undefined,
      draw: drawFor(visitor?.serviceGroup ?? place.serviceGroup, visitor?.itemCode ?? null),
    };
  });
  const own = servers.filter(({ groups }) => groups.includes(place.serviceGroup));
  const sameGroup = waiting.filter(({ serviceGroup }) => serviceGroup === place.serviceGroup).length;
  return {
    ahead: sameGroup,
    wait: forecastWait({ servers, ahead, group: place.serviceGroup, seed: place.effectiveAt.getTime() % 2_147_483_647 }),
    formula: countersFormula({
      ahead: own.some(({ busyMinutes }) => busyMinutes === undefined) ? sameGroup : sameGroup + 1,
      windows: own.length,
      meanMinutes: queue.meanOfGroup(place.serviceGroup),
    }),
  };
}

function visitorOf({ windowId }: WindowRow, tickets: readonly TicketRow[]): TicketRow | undefined {
  return tickets.find((one) => one.windowId === windowId && (one.state === 'called' || one.state === 'serving'));
}

/** A paused window finishes nobody it has not called. */
function isServing(window: WindowRow, tickets: readonly TicketRow[]): boolean {
  return window.state === 'open' || (window.state === 'paused' && visitorOf(window, tickets) !== undefined);
}
