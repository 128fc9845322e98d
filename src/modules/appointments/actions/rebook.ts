import type { Act } from '#kernel/endpoint.ts';
import { isRefusal } from '#kernel/result.ts';
import { addDays, dayOf, localTime } from '#kernel/workdays.ts';
import { closuresFrom } from '#modules/channels/index.ts';
import type { BookingFact } from '../facts.ts';
import { listSites, type Site } from '../held.ts';
import { horizonOf } from '../places.ts';
import type { BookingRow } from '../queries/bookings.ts';
import { listLeft, lockPeriod } from '../queries/cells.ts';
import { displace, insertEvents, listBusy, lockComing, lockInLine, type Moved, offerPlaces, sweep } from '../queries/rebooking.ts';
import { cellMs, startsOn } from '../rules/cells.ts';
import type { Plan } from '../rules/plan.ts';
import { type Displaced, type Offer, type Opening, planRebooking } from '../rules/rebook.ts';
import { presenceOf } from '../rules/slot.ts';
import { type Asked, matterOf, rootOf, windowsFor } from './matter.ts';

export type ClosureOf = Awaited<ReturnType<typeof closuresFrom>>;
export type Rebooked = { readonly displaced: number; readonly offered: number; readonly inLine: number };

/** Nobody is sent to a place that begins sooner. */
const noticeMs = 2 * 3_600_000;

/** Whether a booking's time is closed to it. Urgent matters pass where the suspension excepts them. */
export function isClosed(
  closureOf: ClosureOf,
  site: Site,
  row: Pick<BookingRow, 'itemCode' | 'startsAt' | 'class'>,
  unitCode: string,
): boolean {
  const question = { channel: 'appointment' as const, itemCode: row.itemCode ?? '', unitCode, venueCode: site.venue.code };
  return closureOf({ ...question, at: row.startsAt, urgent: row.class > 0 }) !== undefined;
}

/**
 * Takes the bookings whose time is closed off their places, and holds for each, in the fair order, the nearest place here or elsewhere that is open;
 * who finds none keeps the place in line. `also`: bookings that no longer fit for another reason. Runs as often as wanted.
 */
export async function rebookPlace(
  act: Act,
  site: Site,
  { unitOf, also = [] }: { unitOf: (itemCode: string) => string; also?: readonly string[] },
): Promise<Rebooked> {
  const closureOf = await closuresFrom(act.tx, act.now);
  const coming = await lockComing(act.tx, site.place, { from: act.now, until: null });
  const unit = (row: BookingRow) => (row.itemCode ? unitOf(row.itemCode) : '');
  const hit = coming.filter((row) => also.includes(row.bookingId) || isClosed(closureOf, site, row, unit(row)));
  const waiting = await lockInLine(act.tx, site.place);
  if (hit.length + waiting.length === 0) return { displaced: 0, offered: 0, inLine: 0 };
  const sites = await listSites(act.tx);
  const people = [...hit.map(asDisplaced), ...waiting];
  const offers = await planFor(act, people, { sites, closureOf, hit });
  await insertEvents(
    act.tx,
    hit.map(({ bookingId }) => bookingId),
    { act: 'displace', at: act.now },
  );
  await insertEvents(
    act.tx,
    offers.map(({ bookingId }) => bookingId),
    { act: 'offer', at: act.now },
  );
  const offered = new Set(offers.map(({ bookingId }) => bookingId));
  const told = people.filter(({ bookingId }) => offered.has(bookingId) || hit.some((row) => row.bookingId === bookingId));
  for (const { bookingNo, bookingId } of told)
    act.publish(offered.has(bookingId) ? 'place_offered' : 'booking_displaced', { bookingNo: bookingNo as string } satisfies BookingFact);
  return { displaced: hit.length, offered: offers.length, inLine: people.length - offers.length };
}

function asDisplaced(row: BookingRow): BookingRow {
  return { ...row, hops: row.hops + 1, wasAt: row.startsAt, wasPlace: row.place, lapsedAt: null };
}

type Scene = { readonly sites: readonly Site[]; readonly closureOf: ClosureOf; readonly hit: readonly BookingRow[] };

async function planFor(act: Act, people: readonly BookingRow[], { sites, closureOf, hit }: Scene): Promise<Moved[]> {
  const needs = new Map(people.map((row) => [needOf(row), row]));
  const openings = new Map<string, OpeningAt[]>();
  for (const [need, row] of needs) openings.set(need, await openingsFor(act, row, { sites, closureOf }));
  const all = [...openings.values()].flat();
  const roots = [...new Set([...people.map(({ rootId }) => rootId), ...all.map(({ rootId }) => rootId)])];
  const period = { from: new Date(act.now.getTime() - noticeMs), until: new Date(act.now.getTime() + 90 * 86_400_000) };
  await lockPeriod(act.tx, roots, period);
  for (const bookingNo of await sweep(act.tx, roots, act.now)) act.publish('place_lapsed', { bookingNo } satisfies BookingFact);
  await displace(
    act.tx,
    hit.map(({ bookingId }) => bookingId),
  );
  const below = all.flatMap(({ windows = [] }) => windows.flatMap(({ id, zone }) => (zone === null ? [id] : [id, zone])));
  const ids = [...new Set([...all.map(({ rootId }) => rootId), ...below])];
  const busy = await busyDays(act, people, hit);
  const first = people[0] as BookingRow;
  const zone = sites.find(({ place }) => place === first.place)?.zone ?? 'UTC';
  const offers = planRebooking(
    people.map((row) => toDisplaced(row, busy)),
    {
      openings,
      left: await listLeft(act.tx, ids, { ...period, now: act.now }),
      minuteOf: (at) => localTime(new Date(at * 1000), zone).minute,
    },
  );
  const byId = new Map(people.map((row) => [row.bookingId, row]));
  const moves = offers.map((offer) => toMoved(act, byId.get(offer.id) as BookingRow, offer, openings));
  await offerPlaces(act.tx, moves);
  return moves;
}

function needOf(row: BookingRow): string {
  return row.itemCode ?? `${row.place} ${row.serviceGroup} ${row.endsAt.getTime() - row.startsAt.getTime()}`;
}

function toDisplaced(row: BookingRow, busy: ReadonlyMap<string, ReadonlySet<string>>): Displaced {
  return {
    id: row.bookingId,
    class: row.class,
    hops: row.hops,
    orderedAt: row.orderedAt.getTime(),
    wasAt: (row.wasAt ?? row.startsAt).getTime() / 1000,
    wasPlace: row.wasPlace ?? row.place,
    party: row.party,
    need: needOf(row),
    busy: busy.get(row.holderKey) ?? new Set(),
  };
}

async function busyDays(
  act: Act,
  people: readonly BookingRow[],
  hit: readonly BookingRow[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const earliest = dayOf(new Date(Math.min(act.now.getTime(), ...hit.map(({ startsAt }) => startsAt.getTime()))), 'UTC');
  const rows = await listBusy(act.tx, [...new Set(people.map(({ holderKey }) => holderKey))], addDays(earliest, -1));
  return new Map(
    [...Map.groupBy(rows, ({ holderKey }) => holderKey)].map(([key, own]) => [
      key,
      new Set(own.map(({ place, day }) => `${place}/${day}`)),
    ]),
  );
}

type OpeningAt = Opening & { readonly plan: Plan; readonly group: string };

/** Where a need can be served: each place that serves it, by each plan that holds within reach, at times that are not closed to it. */
async function openingsFor(act: Act, row: BookingRow, { sites, closureOf }: Pick<Scene, 'sites' | 'closureOf'>): Promise<OpeningAt[]> {
  const openings: OpeningAt[] = [];
  for (const site of row.itemCode ? sites : sites.filter(({ place }) => place === row.place)) {
    const days = daysFrom(dayOf(act.now, site.zone), horizonOf(site, act.now));
    for (const [plan, own] of Map.groupBy(days, (day) => site.planOn(day))) {
      const opening = await openingIn(act, row, { site, plan, days: own, closureOf });
      if (opening) openings.push(opening);
    }
  }
  return openings;
}

type Part = { readonly site: Site; readonly plan: Plan; readonly days: readonly string[]; readonly closureOf: ClosureOf };

async function openingIn(act: Act, row: BookingRow, { site, plan, days, closureOf }: Part): Promise<OpeningAt | undefined> {
  const minutes = (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000;
  const asked: Asked = row.itemCode ? { venue: site.place, item: row.itemCode } : { venue: site.place, group: row.serviceGroup, minutes };
  const special = site.resource('special', '')?.resourceId === row.rootId;
  const matter = await matterOf(act, { ...asked, special }, days[0] as string);
  if (isRefusal(matter) || matter.plan !== plan) return undefined;
  const { service, item } = matter;
  const isOpen = (startsAt: Date) =>
    startsAt.getTime() >= act.now.getTime() + noticeMs && !isClosed(closureOf, site, { ...row, startsAt }, item?.unitCode ?? '');
  const starts = days.flatMap((day) =>
    startsOn(site.spansOn(day), { day, zone: site.zone, ...service })
      .filter((at) => isOpen(new Date(at * 1000)))
      .map((at) => ({ at, day, minute: localTime(new Date(at * 1000), site.zone).minute })),
  );
  return {
    place: site.place,
    plan,
    group: service.group,
    rootId: rootOf(matter),
    windows: plan.windows.length > 0 ? windowsFor(matter) : undefined,
    cells: service.cells,
    leadSeconds: plan.leadMinutes * 60,
    tailSeconds: plan.tailMinutes * 60,
    starts,
  };
}

function toMoved(act: Act, row: BookingRow, offer: Offer, openings: ReadonlyMap<string, readonly OpeningAt[]>): Moved {
  const opening = openings
    .get(needOf(row))
    ?.find(({ place, starts }) => place === offer.place && starts.some(({ at }) => at === offer.at)) as OpeningAt;
  const startsAt = new Date(offer.at * 1000);
  const endsAt = new Date(startsAt.getTime() + opening.cells * cellMs);
  const until = act.now.getTime() + opening.plan.offerHours * 3_600_000;
  return {
    bookingId: row.bookingId,
    place: offer.place,
    day: (opening.starts.find(({ at }) => at === offer.at) as { day: string }).day,
    rootId: opening.rootId,
    zoneId: offer.zoneId,
    windowId: offer.windowId,
    serviceGroup: opening.group,
    startsAt,
    endsAt,
    ...presenceOf(opening.plan, startsAt, endsAt),
    expiresAt: new Date(Math.min(until, startsAt.getTime())),
  };
}

function daysFrom(from: string, to: string): string[] {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
