import { type Random, seeded } from './random.ts';
import type { DayOutcome, Visitor } from './simulate.ts';

export type Opening = { readonly from: number; readonly to: number };

/** Minutes of opening one after the other: who comes in a break counts as coming at its end; undefined after closing. */
export function toOpenMinute(spans: readonly Opening[], minute: number): number | undefined {
  let before = 0;
  for (const { from, to } of spans) {
    if (minute < to) return before + Math.max(0, minute - from);
    before += to - from;
  }
  return undefined;
}

export function openMinutes(spans: readonly Opening[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

export type ExpectedWalkIns = { readonly group: string; readonly minute: number; readonly expected: number };
export type ExpectedBooking = { readonly group: string; readonly minute: number; readonly item: string | null };
export type Expected = {
  readonly spans: readonly Opening[];
  readonly walkIns: readonly ExpectedWalkIns[];
  readonly bookings: readonly ExpectedBooking[];
  readonly service: (group: string, item: string | null, random: Random) => number;
};

/** One day as it may come: booked people around their time, walk-ins spread over their half hours. In the order of coming. */
export function drawVisitors({ spans, walkIns, bookings, service }: Expected, seed: number): Visitor[] {
  const random = seeded(seed);
  const visitors: Visitor[] = [];
  for (const { group, minute, item } of bookings) {
    const slotAt = toOpenMinute(spans, minute);
    if (slotAt === undefined) continue;
    const at = Math.max(0, slotAt - 12 + random() * 14);
    visitors.push({ at, group, kind: 'booked', slotAt, serviceMinutes: service(group, item, random) });
  }
  for (const { group, minute, expected } of walkIns) {
    const count = Math.floor(expected) + (random() < expected % 1 ? 1 : 0);
    for (let one = 0; one < count; one += 1) {
      const at = toOpenMinute(spans, minute + random() * 30);
      if (at !== undefined) visitors.push({ at, group, kind: 'walk-in', serviceMinutes: service(group, null, random) });
    }
  }
  return visitors.sort((a, b) => a.at - b.at);
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
const tenth = (value: number) => Math.round(value * 10) / 10;

/** The mean of several simulated days, so that one lucky day does not decide. */
export function meanOfDays(days: readonly DayOutcome[]) {
  const of = (pick: (day: DayOutcome) => number) => tenth(mean(days.map(pick)));
  const [first] = days;
  return {
    visitors: of((day) => day.all.served + day.unserved),
    unserved: of((day) => day.unserved),
    waitP50: of((day) => day.all.p50),
    waitP90: of((day) => day.all.p90),
    waitP99: of((day) => day.all.p99),
    mostInside: of((day) => day.mostInside),
    mostOutside: of((day) => day.mostOutside),
    groups: Object.keys(first?.byGroup ?? {}).map((group) => ({
      group,
      served: of((day) => day.byGroup[group]?.served ?? 0),
      waitP50: of((day) => day.byGroup[group]?.p50 ?? 0),
      waitP90: of((day) => day.byGroup[group]?.p90 ?? 0),
    })),
    windows: (first?.busyShare ?? []).map(({ windowNo }, index) => ({
      windowNo,
      busyShare: Math.round(mean(days.map((day) => day.busyShare[index]?.share ?? 0)) * 1000) / 1000,
    })),
  };
}
