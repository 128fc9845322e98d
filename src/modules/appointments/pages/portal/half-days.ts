import type { Act } from '#kernel/endpoint.ts';
import { isRefusal } from '#kernel/result.ts';
import { listDays, listSlots } from '../../actions.ts';
import { byPart, type DayPart, type Slot } from './choice.ts';

/** A half of a day with room for a whole group: whose turn is when. */
export type HalfDay = {
  readonly on: string;
  readonly part: DayPart;
  readonly free: number;
  readonly times: readonly string[];
  readonly zone: string;
};

const daysAhead = 14;
const mostShown = 6;

/** The nearest half-days in which everybody of a group finds a time of their own. */
export async function halfDaysFor(
  act: Act,
  { venue, item, people }: { venue: string; item: string | undefined; people: number },
): Promise<HalfDay[]> {
  const asked = { venue, ...(item ? { item } : {}) };
  const days = await listDays(act, { ...asked, days: daysAhead });
  if (isRefusal(days)) return [];
  const found: HalfDay[] = [];
  for (const { on } of days.rows.filter(({ state, free }) => state === 'open' && free >= people)) {
    const slots = await listSlots(act, { ...asked, on });
    if (isRefusal(slots) || slots.closed) continue;
    for (const [part, rows] of byPart(slots.rows, slots.zone)) {
      const free = rows.reduce((sum, slot) => sum + slot.free, 0);
      if (free >= people) found.push({ on, part, free, times: timesFor(rows, people), zone: slots.zone });
    }
    if (found.length >= mostShown) break;
  }
  return found.slice(0, mostShown);
}

/** A time for each, one after the other, as many at once as there is room for. */
export function timesFor(slots: readonly Slot[], people: number): string[] {
  return slots.flatMap(({ at, free }) => Array.from({ length: free }, () => at)).slice(0, people);
}
