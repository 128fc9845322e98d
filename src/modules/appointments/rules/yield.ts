import { cellSeconds, openSeconds } from './cells.ts';
import type { Plan, Span } from './plan.ts';
import { windowsOf } from './slot.ts';

export type DayYield = { readonly places: number; readonly limitedBy: 'windows' | 'headcount' | 'closed' };

/**
 * How many bookings a day can take: what its windows can serve one after the other, or what the headcount lets through, whichever is less.
 * Windows count with the shortest matter they serve; without windows only heads count.
 */
export function yieldOf(plan: Plan, spans: readonly Span[], { day, zone }: { day: string; zone: string }): DayYield {
  const open = openSeconds(spans, day, zone).map(([from, to]) => (to - from) / cellSeconds);
  if (open.length === 0) return { places: 0, limitedBy: 'closed' };
  const shortest = Math.min(...plan.services.map(({ cells }) => cells));
  const around = (plan.leadMinutes + plan.tailMinutes) / 5;
  const byHeads = open.reduce((sum, cells) => sum + Math.floor((plan.cap * (cells + around)) / (shortest + around)), 0);
  if (plan.windows.length === 0) return { places: byHeads, limitedBy: 'headcount' };
  const byWindows = plan.windows
    .filter(({ special }) => !special)
    .reduce((sum, window) => sum + open.reduce((places, cells) => places + Math.floor(cells / lengthAt(plan, window)), 0), 0);
  return byWindows <= byHeads ? { places: byWindows, limitedBy: 'windows' } : { places: byHeads, limitedBy: 'headcount' };
}

function lengthAt(plan: Plan, window: Plan['windows'][number]): number {
  const served = plan.services.filter((service) => windowsOf(plan, service).includes(window));
  return Math.min(...(served.length > 0 ? served : plan.services).map(({ cells }) => cells));
}
