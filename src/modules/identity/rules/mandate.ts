import { addDays, type Day, isDay } from '#kernel/workdays.ts';
import type { MandateShape } from '../contract/mandates.ts';

const longest = 366 * 3;

/** A mandate begins today or later, has an end, and lasts at most three years. */
export function areMandateDays(fromOn: Day, untilOn: Day, today: Day): boolean {
  return isDay(fromOn) && isDay(untilOn) && fromOn >= today && untilOn >= fromOn && untilOn <= addDays(today, longest);
}

type Side = 'principal' | 'agent';

/** What ending does: an offer that the other side had made is declined, everything else in force ends. */
export function stateAfterEnd(state: MandateShape['state'], side: Side, offeredBy: Side): MandateShape['state'] | undefined {
  if (state === 'active') return 'ended';
  if (state === 'offered') return side === offeredBy ? 'ended' : 'declined';
  return undefined;
}
