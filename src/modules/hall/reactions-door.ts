import type { Job, Routine } from '#kernel/module.ts';
import { newId, sha256 } from '#kernel/ids.ts';
import { addDays, dayOf } from '#kernel/workdays.ts';
import { takeDropped } from './drop.ts';
import { forgetIdentities, insertPurge, purgeReadings } from './queries/health.ts';
import { getPolicyAt } from './queries/policy.ts';

/**
 * 删除: readings whose time is over go, visitors lose their names after the policy’s days, counts stay. What went is proved by its number, its days and the
 * hash over its ids, taken in the statement that deletes; a second run finds nothing and writes nothing.
 */
export async function purge(job: Job): Promise<void> {
  await job.transaction(async ({ tx, now }) => {
    const { rules } = await getPolicyAt(tx, now);
    const { readings, days, ids, remaining } = await purgeReadings(tx, now);
    const identities = await forgetIdentities(tx, addDays(dayOf(now, 'UTC'), -rules.identityDays));
    if (readings === 0 && identities === 0 && remaining === 0) return;
    await insertPurge(tx, { purgeId: newId(), at: now, readings, days, hash: sha256(ids), remaining, identities });
  });
}

export const doorRoutines: readonly Routine[] = [
  { name: 'purge', everySeconds: 900, run: purge },
  { name: 'take-dropped', everySeconds: 10, run: takeDropped },
];
