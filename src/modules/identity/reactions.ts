import type { Reaction, Routine } from '#kernel/module.ts';
import type { PersonViewed } from './facts.ts';
import { sealFactor } from './actions/totp.ts';
import { listOpenFactors, setFactorKey } from './queries/accounts.ts';
import { rememberView } from './log-view.ts';
import { dayPart } from './rules/views.ts';
import { centreZone } from './settings.ts';
import { insertView } from './queries/views.ts';
import { deleteStale } from './queries/sessions.ts';

/** Reading leaves a fact; the log is written from it, once a fact and once in a part of a day. */
const keepView: Reaction = {
  on: 'identity.person_viewed',
  name: 'keep-view',
  run: async (job, { factId, payload, at }) => {
    const viewed = payload as PersonViewed;
    await job.transaction(({ tx }) => insertView(tx, { ...viewed, factId, at, dayPart: dayPart(at, centreZone()) }));
    rememberView(viewed, at);
  },
};

const sweep: Routine = {
  name: 'sweep',
  everySeconds: 3600,
  run: (job) => job.transaction(({ tx, now }) => deleteStale(tx, now)),
};

export const reactions = [keepView];
/** Keys of authenticator apps that were written before keys were sealed. */
const sealFactors: Routine = {
  name: 'seal-factors',
  everySeconds: 3600,
  run: (job) =>
    job.transaction(async ({ tx }) => {
      for (const { personId, totpSecret } of await listOpenFactors(tx)) await setFactorKey(tx, personId, sealFactor(personId, totpSecret));
    }),
};

export const routines = [sweep, sealFactors];
