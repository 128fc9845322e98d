import type { Checkup } from '#kernel/module.ts';
import { listLostSuccessors, listUnlikeBodies } from './queries/checkups.ts';

export const checkups: readonly Checkup[] = [
  { name: 'every item version says what was published under it', run: ({ tx }) => listUnlikeBodies(tx) },
  { name: 'every item that was replaced names one that exists', run: ({ tx }) => listLostSuccessors(tx) },
];
