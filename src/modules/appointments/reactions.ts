import type { Routine } from '#kernel/module.ts';
import { listSites } from './held.ts';
import { openDays } from './places.ts';

/** Days that have come within reach get their cells, before anybody can ask for them. */
const openComingDays: Routine = {
  name: 'open-days',
  everySeconds: 600,
  run: async (job) => {
    const places = await job.transaction(async ({ tx }) => (await listSites(tx)).map(({ place }) => place));
    for (const place of places) await job.transaction((act) => openDays(act, place));
  },
};

export const routines: readonly Routine[] = [openComingDays];
