import type { Act } from '#kernel/endpoint.ts';
import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import { isRefusal } from '#kernel/result.ts';
import { type Day, dayOf } from '#kernel/workdays.ts';
import { listHalls } from './actions/slots.ts';
import { findSite, resourcesById } from './held.ts';
import { serviceFor, type Span } from './rules/plan.ts';
import { type BookingRow, type BookingState, findByNo, listOnDay, lockByNo, sendEvent, setState } from './queries/bookings.ts';

/** What the hall has to know of a place's plan. `zone` is the time zone. */
export type HallPlan = {
  readonly venue: string;
  readonly zone: string;
  /** When it is open on a day: the plan's hours that hold then, or what the day was changed to. */
  readonly spansOn: (day: Day) => readonly Span[];
  readonly cap: number;
  readonly specialCap: number;
  readonly groups: readonly { readonly group: string; readonly name: Text }[];
  readonly zones: readonly { readonly zone: string; readonly name: Text }[];
  readonly windows: readonly {
    readonly windowId: string;
    readonly windowNo: string;
    /** The first of its groups; `groups` has all. */
    readonly group: string;
    readonly groups: readonly string[];
    readonly personCap: number;
    readonly special: boolean;
    /** Its part of the hall: a floor or a zone that displays are set up for. */
    readonly zone: string | null;
  }[];
  /** Which group serves an item here; without an item, who serves what no other group does. */
  readonly groupOf: (item: { code: string; unit: string } | undefined) => string | undefined;
  readonly doors: readonly {
    readonly door: string;
    readonly name: Text;
    readonly direction: 'in' | 'out' | 'both';
    readonly steps: readonly string[];
  }[];
};

/** The plan of a hall that holds today by the hall's clock; `undefined` for what is no hall with a plan. */
export async function getHallPlan({ tx, now }: Pick<Act, 'tx' | 'now'>, venueCode: string): Promise<HallPlan | undefined> {
  const site = await findSite(tx, venueCode);
  if (!site) return undefined;
  const plan = site.planOn(dayOf(now, site.zone));
  return {
    venue: venueCode,
    zone: site.zone,
    spansOn: site.spansOn,
    cap: plan.cap,
    specialCap: plan.specialCap,
    groups: plan.groups,
    zones: plan.zones,
    windows: plan.windows.flatMap(({ windowNo, groups, personCap, special, zone }) => {
      const resource = site.resource('window', windowNo);
      return resource
        ? [
            {
              windowId: resource.publicId,
              windowNo,
              group: groups[0] as string,
              groups,
              personCap,
              special: special ?? false,
              zone: zone ?? null,
            },
          ]
        : [];
    }),
    groupOf: (item) => serviceFor(plan, item)?.group,
    doors: plan.doors,
  };
}

/** A booking as the hall sees it. */
export type HallBooking = Pick<
  BookingRow,
  | 'bookingNo'
  | 'place'
  | 'day'
  | 'startsAt'
  | 'endsAt'
  | 'serviceGroup'
  | 'itemCode'
  | 'party'
  | 'state'
  | 'personId'
  | 'name'
  | 'phone'
  | 'caseNo'
  | 'class'
  | 'language'
> & { readonly bookingNo: string; readonly windowNo: string | null; readonly special: boolean };

async function toHallBooking(tx: Tx, row: BookingRow): Promise<HallBooking> {
  const resources = await resourcesById(tx);
  return {
    bookingNo: row.bookingNo as string,
    place: row.place,
    day: row.day,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    serviceGroup: row.serviceGroup,
    itemCode: row.itemCode,
    party: row.party,
    state: row.state,
    personId: row.personId,
    name: row.name,
    phone: row.phone,
    caseNo: row.caseNo,
    class: row.class,
    language: row.language,
    windowNo: row.windowId === null ? null : (resources.get(row.windowId)?.ref ?? null),
    special: resources.get(row.rootId)?.kind === 'special',
  };
}

export async function findBooking(tx: Tx, bookingNo: string): Promise<HallBooking | undefined> {
  const row = await findByNo(tx, bookingNo);
  return row && toHallBooking(tx, row);
}

/** Everything booked for a day, in order of time, cancelled ones too. */
export async function listBookingsOn(tx: Tx, venueCode: string, day: Day): Promise<HallBooking[]> {
  return Promise.all((await listOnDay(tx, venueCode, day)).map((row) => toHallBooking(tx, row)));
}

const marks: Record<'arrive' | 'serve' | 'miss', { from: readonly BookingState[]; to: BookingState }> = {
  arrive: { from: ['confirmed', 'offered', 'missed'], to: 'arrived' },
  serve: { from: ['confirmed', 'arrived'], to: 'served' },
  miss: { from: ['confirmed', 'arrived'], to: 'missed' },
};

/** False when the booking is not in a state from which this can follow; marking twice is true twice. */
async function mark(act: Act, bookingNo: string, name: keyof typeof marks): Promise<boolean> {
  const row = await lockByNo(act.tx, bookingNo);
  const { from, to } = marks[name];
  if (!row || row.state === to) return row !== undefined;
  if (!from.includes(row.state)) return false;
  await setState(act.tx, { bookingId: row.bookingId, version: row.version, to });
  sendEvent(act.tx, { bookingId: row.bookingId, act: name, at: act.now, actorId: act.actor.personId });
  return true;
}

export const markArrived = (act: Act, bookingNo: string) => mark(act, bookingNo, 'arrive');
export const markServed = (act: Act, bookingNo: string) => mark(act, bookingNo, 'serve');
export const markMissed = (act: Act, bookingNo: string) => mark(act, bookingNo, 'miss');

/** How full a hall is booked today (null: closed), and its first free time. */
export type HallLoad = { readonly loadPercent: number | null; readonly firstFree: string | null };

export async function hallLoad(act: Act, venueCode: string): Promise<HallLoad | undefined> {
  const listed = await listHalls(act, {});
  return isRefusal(listed) ? undefined : listed.rows.find(({ venue }) => venue === venueCode);
}
