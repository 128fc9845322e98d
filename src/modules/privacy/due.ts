import { addDays, dayOf } from '#kernel/workdays.ts';
import { centreZone } from '#modules/identity/index.ts';
import { policy } from './policy.ts';
import { policyOn } from './rules/policy.ts';

export const batchSize = 100;
/** A turn does so many batches of each kind; the next turn goes on. */
const mostBatches = 20;
const dayMs = 86_400_000;

/** The policy that holds today, and the instants that follow from it. */
export function dueAt(now: Date) {
  const today = dayOf(now, centreZone());
  const current = policyOn(policy, today);
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  return {
    today,
    current,
    warnUntil: addDays(today, current.warnDays),
    warnedBefore: ago(current.warnDays),
    draftsWarnedSince: ago(current.drafts.days - current.warnDays),
    draftsSince: ago(current.drafts.days),
    decidedBefore: ago(current.identityPapers.days),
  };
}

export async function inBatches(batch: () => Promise<number>): Promise<void> {
  for (let turn = 0; turn < mostBatches; turn += 1) if ((await batch()) < batchSize) return;
}
