import { cellSeconds } from './cells.ts';
import type { Candidate, Left } from './free.ts';

/** Somebody whose place was taken away. Instants in seconds since 1970. */
export type Displaced = {
  readonly id: string;
  /** Urgent and vulnerable people first. */
  readonly class: number;
  /** How often displaced before: the place in line is kept through a second closing. */
  readonly hops: number;
  readonly orderedAt: number;
  readonly wasAt: number;
  readonly wasPlace: string;
  readonly party: number;
  /** Names the list of offers that can serve this matter. */
  readonly need: string;
  /** Days (of a place) on which this person has another booking. */
  readonly busy: ReadonlySet<string>;
};
/** A place that can serve a need, with the times at which it can begin. */
export type Opening = {
  readonly place: string;
  readonly rootId: number;
  readonly windows: readonly Candidate[] | undefined;
  readonly cells: number;
  readonly leadSeconds: number;
  readonly tailSeconds: number;
  readonly starts: readonly { readonly at: number; readonly day: string; readonly minute: number }[];
};
export type Offer = {
  readonly id: string;
  readonly place: string;
  readonly at: number;
  readonly windowId: number | null;
  readonly zoneId: number | null;
};

/** The one order of all who are displaced: class, how often before, when they first booked, then a hash that nobody can choose. */
export function fairOrder(a: Displaced, b: Displaced): number {
  return b.class - a.class || b.hops - a.hops || a.orderedAt - b.orderedAt || hashOf(a.id) - hashOf(b.id) || (a.id < b.id ? -1 : 1);
}

/** FNV-1a: spread evenly, the same everywhere. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

const daySeconds = 86_400;
export type Slot = { readonly opening: Opening; readonly at: number; readonly day: string; readonly minute: number };

/** How far a time lies from the one that was taken away: days first, then the own hall, then the half of the day, then the hours. */
export function distance(slot: Slot, { wasAt, wasPlace }: Pick<Displaced, 'wasAt' | 'wasPlace'>, wasMinute: number): readonly number[] {
  const days = Math.round(Math.abs(slot.at - slot.minute * 60 - (wasAt - wasMinute * 60)) / daySeconds);
  const isElsewhere = slot.opening.place === wasPlace ? 0 : 1;
  const isOtherHalf = slot.minute < 720 === wasMinute < 720 ? 0 : 1;
  return [days, isElsewhere, isOtherHalf, Math.abs(slot.minute - wasMinute), slot.at];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const difference = (a[index] as number) - (b[index] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Offers everybody, one after the other in the fair order, the nearest time that is still free: so nobody later in line gets what an earlier one would
 * have preferred. Who finds nothing keeps the place in line.
 */
export function planRebooking(
  people: readonly Displaced[],
  {
    openings,
    left,
    minuteOf,
  }: { openings: ReadonlyMap<string, readonly Opening[]>; left: readonly Left[]; minuteOf: (at: number) => number },
): Offer[] {
  const stock = stockOf(left);
  const nearest = new Map<string, readonly Slot[]>();
  const slotsFor = (person: Displaced): readonly Slot[] => {
    const key = `${person.need}|${person.wasPlace}|${person.wasAt}`;
    const known = nearest.get(key) ?? sortedSlots(openings.get(person.need) ?? [], person, minuteOf(person.wasAt));
    nearest.set(key, known);
    return known;
  };
  return [...people].sort(fairOrder).flatMap((person) => {
    const isBusy = ({ day, opening }: Slot) => person.busy.has(`${opening.place}/${day}`);
    for (const slot of slotsFor(person)) {
      const seat = isBusy(slot) ? undefined : stock.seat(slot.opening, slot.at, person.party);
      if (!seat) continue;
      stock.takeOut(slot, seat, person.party);
      return [{ id: person.id, place: slot.opening.place, at: slot.at, windowId: seat.id, zoneId: seat.zone }];
    }
    return [];
  });
}

function sortedSlots(openings: readonly Opening[], person: Displaced, wasMinute: number): Slot[] {
  const slots = openings.flatMap((opening) => opening.starts.map((start): Slot => ({ opening, ...start })));
  const keyed = slots.map((slot) => ({ slot, key: distance(slot, person, wasMinute) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ slot }) => slot);
}

type Seat = { readonly id: number | null; readonly zone: number | null };

/** What is left, counted down as it is given away. */
function stockOf(left: readonly Left[]) {
  const cells = new Map<number, Map<number, { bookings: number; persons: number }>>(
    left.map((one) => [
      one.resourceId,
      new Map(
        one.at.map((at, index) => [
          at,
          { bookings: one.kept[index] || one.hidden[index] ? 0 : (one.bookings[index] ?? 0), persons: one.persons[index] ?? 0 },
        ]),
      ),
    ]),
  );
  const holds = (resourceId: number | null, { from, to }: { from: number; to: number }, party: number) => {
    const own = resourceId === null ? undefined : cells.get(resourceId);
    if (!own) return resourceId === null;
    for (let at = from; at < to; at += cellSeconds) {
      const cell = own.get(at);
      if (!cell || cell.bookings < 1 || cell.persons < party) return false;
    }
    return true;
  };
  const use = (resourceId: number | null, { from, to }: { from: number; to: number }, party: number) => {
    const own = resourceId === null ? undefined : cells.get(resourceId);
    for (let at = from; own && at < to; at += cellSeconds) {
      const cell = own.get(at) as { bookings: number; persons: number };
      cell.bookings -= 1;
      cell.persons -= party;
    }
  };
  const spansOf = (opening: Opening, at: number) => {
    const end = at + opening.cells * cellSeconds;
    return { window: { from: at, to: end }, inside: { from: at - opening.leadSeconds, to: end + opening.tailSeconds } };
  };
  return {
    seat: (opening: Opening, at: number, party: number): Seat | undefined => {
      const { window, inside } = spansOf(opening, at);
      if (!holds(opening.rootId, inside, party)) return undefined;
      if (!opening.windows) return { id: null, zone: null };
      return opening.windows.find(({ id, zone }) => holds(id, window, party) && holds(zone, inside, party));
    },
    takeOut: ({ opening, at }: Slot, seat: Seat, party: number): void => {
      const { window, inside } = spansOf(opening, at);
      use(opening.rootId, inside, party);
      use(seat.zone, inside, party);
      use(seat.id, window, party);
    },
  };
}
