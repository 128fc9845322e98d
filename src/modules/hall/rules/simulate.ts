import type { TicketClass } from './queue.ts';
import { quantile } from './random.ts';
import { type Heap, openHeap, openLine, type Line } from './waiting-line.ts';

/** One visitor of a simulated day. Minutes from the opening. */
export type Visitor = {
  readonly at: number;
  readonly group: string;
  readonly kind: TicketClass;
  readonly slotAt?: number | undefined;
  readonly serviceMinutes: number;
};
export type SimulatedWindow = { readonly windowNo: string; readonly groups: readonly string[]; readonly from: number; readonly to: number };
/** `cap`: people inside at once; the others wait before the door in the order of their coming. */
export type Day = { readonly windows: readonly SimulatedWindow[]; readonly cap: number; readonly visitors: readonly Visitor[] };
export type Waits = { readonly served: number; readonly mean: number; readonly p50: number; readonly p90: number; readonly p99: number };
export type DayOutcome = {
  readonly all: Waits;
  readonly byGroup: Readonly<Record<string, Waits>>;
  readonly byKind: Readonly<Partial<Record<TicketClass, Waits>>>;
  readonly mostInside: number;
  readonly mostOutside: number;
  readonly unserved: number;
  readonly busyShare: readonly { readonly windowNo: string; readonly share: number }[];
};

type Run = {
  readonly day: Day;
  /** When each window is free again; Infinity while nobody of its groups waits. */
  readonly freeAt: Float64Array;
  readonly busy: Float64Array;
  readonly queues: ReadonlyMap<string, Line>;
  readonly waits: Float64Array;
  readonly leaving: Heap;
  outside: number;
  next: number;
  inside: number;
  mostInside: number;
  mostOutside: number;
};

/** A day of a hall under the discipline of `queue.ts`: from each visitor's coming to the window, the door's cap included. Pure; a day takes milliseconds. */
export function simulateDay(day: Day): DayOutcome {
  const run = begin(day);
  for (;;) {
    const arrival = day.visitors[run.next]?.at ?? Infinity;
    const leave = run.leaving.least();
    const now = Math.min(arrival, leave, opening(run));
    if (now === Infinity) break;
    if (leave <= now) {
      run.leaving.pop();
      run.inside -= 1;
    }
    if (arrival <= now) run.next += 1;
    admit(run);
    serve(run, now);
  }
  return outcomeOf(run);
}

function begin(day: Day): Run {
  const { windows, visitors } = day;
  const groups = new Set([...windows.flatMap((window) => window.groups), ...visitors.map(({ group }) => group)]);
  return {
    day,
    freeAt: Float64Array.from(windows, ({ from }) => from),
    busy: new Float64Array(windows.length),
    queues: new Map([...groups].map((group) => [group, openLine(visitors)])),
    waits: new Float64Array(visitors.length).fill(NaN),
    leaving: openHeap(),
    outside: 0,
    next: 0,
    inside: 0,
    mostInside: 0,
    mostOutside: 0,
  };
}

/** The next moment at which a window that is not yet open could take somebody who waits. */
function opening({ day, freeAt, queues, next, day: { visitors } }: Run): number {
  const now = visitors[next - 1]?.at ?? 0;
  let earliest = Infinity;
  for (const [index, { groups, from }] of day.windows.entries()) {
    if (freeAt[index] === from && from > now && groups.some((group) => (queues.get(group) as Line).size() > 0))
      earliest = Math.min(earliest, from);
  }
  return earliest;
}

/** `outside` counts those who came and were admitted; who came later stands before the door. */
function admit(run: Run): void {
  while (run.outside < run.next && run.inside < run.day.cap) {
    (run.queues.get((run.day.visitors[run.outside] as Visitor).group) as Line).add(run.outside);
    run.outside += 1;
    run.inside += 1;
  }
  run.mostInside = Math.max(run.mostInside, run.inside);
  run.mostOutside = Math.max(run.mostOutside, run.next - run.outside);
}

function serve(run: Run, now: number): void {
  const { windows, visitors } = run.day;
  for (let index = 0; index < windows.length; index += 1) {
    const window = windows[index] as SimulatedWindow;
    if ((run.freeAt[index] as number) > now || now >= window.to) continue;
    const queue = bestQueue(run, window);
    if (!queue) continue;
    const visitor = queue.take();
    const { at, serviceMinutes } = visitors[visitor] as Visitor;
    run.waits[visitor] = now - at;
    run.busy[index] = (run.busy[index] as number) + serviceMinutes;
    run.freeAt[index] = now + serviceMinutes;
    run.leaving.push(now + serviceMinutes);
  }
}

function bestQueue({ queues }: Run, { groups }: SimulatedWindow): Line | undefined {
  let best: Line | undefined;
  for (const group of groups) {
    const queue = queues.get(group) as Line;
    if (queue.size() > 0 && (!best || queue.first() < best.first())) best = queue;
  }
  return best;
}

function outcomeOf({ day, waits, busy, mostInside, mostOutside }: Run): DayOutcome {
  const { visitors, windows } = day;
  const of = (holds: (visitor: Visitor) => boolean) =>
    waitsOf(waits.filter((wait, index) => !Number.isNaN(wait) && holds(visitors[index] as Visitor)));
  const groups = [...new Set(visitors.map(({ group }) => group))].sort();
  const kinds = [...new Set(visitors.map(({ kind }) => kind))];
  return {
    all: of(() => true),
    byGroup: Object.fromEntries(groups.map((name) => [name, of(({ group }) => group === name)])),
    byKind: Object.fromEntries(kinds.map((name) => [name, of(({ kind }) => kind === name)])),
    mostInside,
    mostOutside,
    unserved: waits.filter((wait) => Number.isNaN(wait)).length,
    busyShare: windows.map(({ windowNo, from, to }, index) => ({
      windowNo,
      share: to > from ? Math.min(1, (busy[index] as number) / (to - from)) : 0,
    })),
  };
}

function waitsOf(waits: Float64Array): Waits {
  waits.sort();
  const mean = waits.length === 0 ? 0 : waits.reduce((sum, one) => sum + one, 0) / waits.length;
  return { served: waits.length, mean, p50: quantile(waits, 0.5), p90: quantile(waits, 0.9), p99: quantile(waits, 0.99) };
}
