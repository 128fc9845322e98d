import type { Act } from '#kernel/endpoint.ts';
import type { Job, Reaction, Routine } from '#kernel/module.ts';
import { audit } from './checkups.ts';
import { closeCells, lapse, listPlaces, rebookOne } from './actions/closing.ts';
import { offerFreed } from './actions/waitlist.ts';
import { remind } from './actions/remind.ts';
import type { PlaceFreed } from './facts.ts';
import { listSites } from './held.ts';
import { openDays } from './places.ts';

/** Days that have come within reach get their cells, before anybody can ask for them. */
const openComingDays: Routine = {
  name: 'open-days',
  everySeconds: 600,
  run: async (job) => {
    const sites = await job.transaction(({ tx }) => listSites(tx));
    for (const site of sites) await job.transaction((act) => openDays(act, site));
  },
};

/** Place by place, each in a transaction of its own. */
async function eachPlace(job: Job, work: (act: Act, place: string) => Promise<void>): Promise<void> {
  for (const place of await job.transaction(listPlaces)) await job.transaction((act) => work(act, place));
}

/** Also catches who slipped in between a closing and its reaction, and lets offers pass that nobody answered. */
const rebookRest: Routine = {
  name: 'rebook',
  everySeconds: 60,
  run: async (job) => {
    await eachPlace(job, lapse);
    await eachPlace(job, rebookOne);
  },
};
const remindPeople: Routine = { name: 'remind', everySeconds: 60, run: (job) => job.transaction(remind) };

const follow = async (job: Job) => {
  await eachPlace(job, closeCells);
  await eachPlace(job, rebookOne);
};
const onSuspended: Reaction = { on: 'channels.suspended', name: 'rebook-suspended', run: follow };
const onOpened: Reaction = { on: 'channels.suspension_ended', name: 'rebook-opened', run: follow };
const onFreed: Reaction = {
  on: 'appointments.place_freed',
  name: 'offer-freed',
  run: (job, { payload }) => job.transaction((act) => offerFreed(act, payload as PlaceFreed)),
};

export const reactions: readonly Reaction[] = [onSuspended, onOpened, onFreed];
/** Every night the counters are counted again from the bookings; what is found stays written down. */
const auditNightly: Routine = { name: 'audit', everySeconds: 86_400, run: (job) => job.transaction(audit) };

export const routines: readonly Routine[] = [openComingDays, rebookRest, remindPeople, auditNightly];
