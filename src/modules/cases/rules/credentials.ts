import type { Slots } from '../contract/types.ts';

/** Credentials named for papers. No register of credentials is connected, so a number that somebody writes proves nothing and stands for no paper. */
export function namedCredentials(slots: Slots = {}): { path: string; code: string; facts: { document: string } }[] {
  return Object.entries(slots)
    .filter(([, filling]) => filling.credentialId !== undefined)
    .map(([document]) => ({ path: `slots.${document}`, code: 'credential_not_allowed', facts: { document } }));
}
