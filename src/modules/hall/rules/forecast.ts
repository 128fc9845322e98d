import { drawOne, quantile, type Random, seeded } from './random.ts';

/** Minutes of service as they really were: of this item, and of the whole group. */
export type ServiceTimes = { readonly ofItem: readonly number[]; readonly ofGroup: readonly number[] };
export type Draw = (random: Random) => number;

/** Stands in until a group has been seen often enough. Minutes. */
const beforeAnyIsKnown = [2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 24];
const enoughOfItem = 30;
const enoughOfGroup = 20;
const leastOfItem = 8;
const replays = 200;

export function meanOf(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
}

/**
 * Draws a service time. The item's own times count by how many there are: with fewer than thirty its mean is drawn towards the group's,
 * and with a handful the group's times stand for it, stretched to that mean.
 */
export function drawOf({ ofItem, ofGroup }: ServiceTimes): Draw {
  const group = ofGroup.length >= enoughOfGroup ? ofGroup : [...ofGroup, ...beforeAnyIsKnown];
  const weight = Math.min(1, ofItem.length / enoughOfItem);
  const mean = weight * (ofItem.length > 0 ? meanOf(ofItem) : 0) + (1 - weight) * meanOf(group);
  const shape = ofItem.length >= leastOfItem ? ofItem : group;
  const stretch = mean / Math.max(0.1, meanOf(shape));
  return (random) => drawOne(shape, random) * stretch;
}

/** One open window. `busyMinutes`: how long it has been at its present visitor; undefined when it is free. */
export type Server = { readonly groups: readonly string[]; readonly busyMinutes: number | undefined; readonly draw: Draw };
/** Somebody who will be called before: here already, or booked and due `inMinutes`. */
export type Ahead = { readonly group: string; readonly inMinutes: number; readonly draw: Draw };
export type QueueState = {
  readonly servers: readonly Server[];
  readonly ahead: readonly Ahead[];
  /** The group of the one who asks. */
  readonly group: string;
  readonly seed: number;
};
export type Wait = { readonly p50: number; readonly p90: number };

/**
 * How long a new ticket waits, in whole minutes: the queue ahead is replayed two hundred times with service times as they were. Half of those who get
 * this answer wait no longer than `p50`, nine of ten no longer than `p90`. Undefined when no open window serves the group.
 */
export function forecastWait({ servers, ahead, group, seed }: QueueState): Wait | undefined {
  if (!servers.some(({ groups }) => groups.includes(group))) return undefined;
  const random = seeded(seed);
  const waits = new Float64Array(replays);
  for (let turn = 0; turn < replays; turn += 1) waits[turn] = replay(servers, [...ahead, { group, inMinutes: 0, draw: () => 0 }], random);
  waits.sort();
  const p50 = Math.round(quantile(waits, 0.5));
  return { p50, p90: Math.max(p50, Math.ceil(quantile(waits, 0.9))) };
}

/** Plays on until the last in the queue is called. */
function replay(servers: readonly Server[], queue: Ahead[], random: Random): number {
  const freeAt = servers.map((server) => leftOf(server, random));
  for (;;) {
    const window = earliest(freeAt);
    const now = freeAt[window] as number;
    const groups = (servers[window] as Server).groups;
    const next = queue.findIndex((one) => one.inMinutes <= now && groups.includes(one.group));
    if (next >= 0 && next === queue.length - 1) return now;
    freeAt[window] = next < 0 ? nextArrival(queue, groups) : now + (queue[next] as Ahead).draw(random);
    if (next >= 0) queue.splice(next, 1);
  }
}

function nextArrival(queue: readonly Ahead[], groups: readonly string[]): number {
  return Math.min(Infinity, ...queue.filter((one) => groups.includes(one.group)).map(({ inMinutes }) => inMinutes));
}

/** What is left of a visit in progress: a time among those longer than it has lasted already. */
function leftOf({ busyMinutes, draw }: Server, random: Random): number {
  if (busyMinutes === undefined) return 0;
  for (let turn = 0; turn < 12; turn += 1) {
    const whole = draw(random);
    if (whole > busyMinutes) return whole - busyMinutes;
  }
  return draw(random) / 2;
}

function earliest(times: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < times.length; index += 1) if ((times[index] as number) < (times[best] as number)) best = index;
  return best;
}

/** What others show: everybody ahead times the mean, over the windows. Kept beside ours, so that the calibration page can compare. */
export function countersFormula({ ahead, windows, meanMinutes }: { ahead: number; windows: number; meanMinutes: number }): number {
  return windows === 0 ? 0 : (ahead * meanMinutes) / windows;
}

export type Outcome = { readonly p50: number; readonly p90: number; readonly formula: number; readonly waited: number };
export type Calibration = {
  readonly count: number;
  readonly within: number;
  readonly coverage: number;
  readonly error: number;
  readonly formulaError: number;
};

/** How right the forecasts were: the share that waited no longer than p90, and the mean error of p50 against the counters formula's, in minutes. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const count = outcomes.length;
  const within = outcomes.filter(({ waited, p90 }) => waited <= p90).length;
  return {
    count,
    within,
    coverage: count === 0 ? 0 : within / count,
    error: meanOf(outcomes.map(({ waited, p50 }) => Math.abs(waited - p50))),
    formulaError: meanOf(outcomes.map(({ waited, formula }) => Math.abs(waited - formula))),
  };
}
