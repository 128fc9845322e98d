import { cellSeconds } from './cells.ts';

/** What is left of a resource, cell by cell; what has expired counts as free already. */
export type Left = {
  readonly resourceId: number;
  readonly at: readonly number[];
  readonly bookings: readonly number[];
  readonly persons: readonly number[];
  /** Kept for who comes without booking. */
  readonly kept: readonly boolean[];
  /** Given up lately: not shown yet. */
  readonly hidden: readonly boolean[];
};
export type Candidate = { readonly id: number; readonly zone: number | null };
export type FreeQuestion = {
  readonly starts: readonly number[];
  readonly cells: number;
  readonly party: number;
  readonly leadSeconds: number;
  readonly tailSeconds: number;
  readonly rootId: number;
  /** None: the place has no windows, only heads are counted. */
  readonly windows: readonly Candidate[] | undefined;
  /** What is kept for walk-ins can be booked before this second. */
  readonly openUntil: number;
};

/** How many bookings of this kind each time still takes: the windows that are free throughout, as many as the headcount of hall and zones lets in. */
export function freeAt(question: FreeQuestion, left: readonly Left[]): ReadonlyMap<number, number> {
  const byId = new Map(left.map((one) => [one.resourceId, indexed(one)]));
  return new Map(question.starts.map((start) => [start, countFree(question, byId, start)]));
}

type Indexed = Left & { readonly index: ReadonlyMap<number, number> };

function indexed(left: Left): Indexed {
  return { ...left, index: new Map(left.at.map((at, index) => [at, index])) };
}

function countFree(question: FreeQuestion, byId: ReadonlyMap<number, Indexed>, start: number): number {
  const end = start + question.cells * cellSeconds;
  const span = { from: start - question.leadSeconds, to: end + question.tailSeconds };
  const groupsIn = (resourceId: number | null) =>
    resourceId === null ? Infinity : Math.floor(headsIn(byId.get(resourceId), span) / question.party);
  const inHall = groupsIn(question.rootId);
  if (!question.windows) return inHall;
  const open = question.windows.filter(({ id }) => isFree(question, byId.get(id), { from: start, to: end }));
  const byZone = Map.groupBy(open, ({ zone }) => zone);
  const inZones = [...byZone].reduce((sum, [zone, windows]) => sum + Math.min(windows.length, groupsIn(zone)), 0);
  return Math.min(inHall, inZones);
}

type Seconds = { readonly from: number; readonly to: number };

function headsIn(left: Indexed | undefined, { from, to }: Seconds): number {
  let least = Infinity;
  for (let at = from; at < to; at += cellSeconds) least = Math.min(least, Math.max(0, left?.persons[left.index.get(at) ?? -1] ?? 0));
  return least;
}

function isFree({ party, openUntil }: FreeQuestion, left: Indexed | undefined, { from, to }: Seconds): boolean {
  for (let at = from; at < to; at += cellSeconds) {
    const index = left?.index.get(at);
    if (!left || index === undefined) return false;
    if ((left.bookings[index] ?? 0) < 1 || (left.persons[index] ?? 0) < party) return false;
    if (left.hidden[index] || (left.kept[index] && at >= openUntil)) return false;
  }
  return true;
}
