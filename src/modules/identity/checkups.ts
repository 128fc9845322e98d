import type { Checkup } from '#kernel/module.ts';
import { allRoles } from './contract/types.ts';
import { listImpossibleSessions, listOpenKeys, listUnknownRoles } from './queries/checkups.ts';

export const checkups: readonly Checkup[] = [
  { name: 'every role that somebody holds is one we know', run: ({ tx }) => listUnknownRoles(tx, allRoles) },
  { name: 'every open session is of somebody who can sign in, and ends after it began', run: ({ tx }) => listImpossibleSessions(tx) },
  { name: 'no key of an authenticator app lies open', run: ({ tx }) => listOpenKeys(tx) },
];
