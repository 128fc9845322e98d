import type { Checkup } from '#kernel/module.ts';
import * as broken from './queries/door-checkups.ts';

/** What the doctor asks of the door. */
export const doorCheckups: readonly Checkup[] = [
  { name: 'a headcount is the sum of what went in and out (I5)', run: ({ tx }) => broken.counts(tx) },
  { name: 'what is leased is what open leases have not used', run: ({ tx }) => broken.leases(tx) },
  { name: 'whoever was let in was screened to come in, by the policy of that day (I6)', run: ({ tx }) => broken.unscreened(tx) },
  { name: 'nobody of the special hall got an ordinary ticket the same day (I7)', run: ({ tx }) => broken.mixed(tx) },
  { name: 'whoever had to be isolated was reported', run: ({ tx }) => broken.unreported(tx) },
  { name: 'no health reading is older than it may be (I9)', run: ({ tx, now }) => broken.overdueReadings(tx, now) },
  { name: 'no purge left anything behind', run: ({ tx }) => broken.leftBehind(tx) },
];
