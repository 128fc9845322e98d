import { instantAt } from '#kernel/workdays.ts';
import type { Plan, Span } from './plan.ts';

export type ResourceKind = 'hall' | 'special' | 'zone' | 'window';
/** One resource's cells of a day: `at` in seconds since 1970, each five minutes long. `kept`: for who comes without booking. */
export type ResourceCells = {
  readonly kind: ResourceKind;
  readonly ref: string;
  readonly at: readonly number[];
  readonly bookingCap: number;
  readonly personCap: number;
  readonly kept: readonly boolean[];
};

export const cellSeconds = 300;
export const cellMs = 300_000;
/** A hall counts heads, not bookings. */
const unlimited = 1_000_000;
/** What is kept for walk-ins is kept in half hours, so that longer matters fit between. */
const blockCells = 6;

/** The instants of opening spans, as pairs of seconds. Local time, so a day on which the clocks change is longer or shorter. */
export function openSeconds(spans: readonly Span[], day: string, zone: string): readonly (readonly [number, number])[] {
  return spans.map(({ from, to }) => [secondsAt(from, day, zone), secondsAt(to, day, zone)] as const).filter(([from, to]) => from < to);
}

function secondsAt(time: string, day: string, zone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantAt(day, hours * 60 + minutes, zone).getTime() / 1000;
}

/** All cells of a place on a day. A booking is inside from before its time until after it, so the hall's cells begin earlier and end later than the windows'. */
export function cellsOfDay(
  plan: Plan,
  spans: readonly Span[],
  { day, zone, isClosed = () => false }: { day: string; zone: string; isClosed?: (second: number) => boolean },
): readonly ResourceCells[] {
  const open = openSeconds(spans, day, zone);
  const blockBySecond = new Map(cellsIn(open).map((at, index) => [at, blocksIn(open)[index] ?? 0]));
  const windowAt = cellsIn(open).filter((at) => !isClosed(at));
  const around = cellsIn(open.map(([from, to]) => [from - plan.leadMinutes * 60, to + plan.tailMinutes * 60] as const));
  // Who was booked before a closing may still be inside after it; without windows the heads alone say what can be booked.
  const insideAt = plan.windows.length > 0 ? around : around.filter((at) => !isClosed(at));
  const inside = (kind: ResourceKind, ref: string, personCap: number): ResourceCells => ({
    kind,
    ref,
    at: insideAt,
    bookingCap: unlimited,
    personCap,
    kept: insideAt.map(() => false),
  });
  return [
    inside('hall', '', plan.cap),
    inside('special', '', plan.specialCap),
    ...plan.zones.map(({ zone: ref, cap }) => inside('zone', ref, cap)),
    ...plan.windows.map(
      (window, index): ResourceCells => ({
        kind: 'window',
        ref: window.windowNo,
        at: windowAt,
        bookingCap: 1,
        personCap: window.personCap,
        kept: windowAt.map((at) => !window.special && isKept(index + (blockBySecond.get(at) ?? 0), plan.walkInPercent)),
      }),
    ),
  ];
}

function cellsIn(open: readonly (readonly [number, number])[]): number[] {
  const all = open.flatMap(([from, to]) => Array.from({ length: (to - from) / cellSeconds }, (_, index) => from + index * cellSeconds));
  return [...new Set(all)].sort((a, b) => a - b);
}

function blocksIn(open: readonly (readonly [number, number])[]): number[] {
  return open.flatMap(([from, to]) => Array.from({ length: (to - from) / cellSeconds }, (_, index) => Math.floor(index / blockCells)));
}

/** Spread evenly: of any hundred neighbours in window and time, `percent` are kept. */
function isKept(place: number, percent: number): boolean {
  return Math.floor(((place + 1) * percent) / 100) > Math.floor((place * percent) / 100);
}

/** When a matter of so many cells can begin: one after the other from each opening on, so that no gaps are left that fit nobody; with `step` more often. */
export function startsOn(
  spans: readonly Span[],
  { day, zone, cells, step = cells }: { day: string; zone: string; cells: number; step?: number | undefined },
): readonly number[] {
  const length = cells * cellSeconds;
  return openSeconds(spans, day, zone).flatMap(([from, to]) =>
    Array.from(
      { length: Math.max(0, Math.floor((to - from - length) / (step * cellSeconds)) + 1) },
      (_, index) => from + index * step * cellSeconds,
    ),
  );
}
