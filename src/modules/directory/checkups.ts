import type { Checkup } from '#kernel/module.ts';
import { listOrphanUnits, listRootlessRegions } from './queries.ts';

export const checkups: readonly Checkup[] = [
  { name: 'every unit stands below one that is listed too, and its head is in the directory', run: ({ tx }) => listOrphanUnits(tx) },
  { name: 'every region leads up to one with a time zone and a calendar', run: ({ tx }) => listRootlessRegions(tx) },
];
