import type { Act } from '#kernel/endpoint.ts';
import type { PersonViewed } from './facts.ts';

/**
 * Call it whenever an act shows one person's data to another: the subject can read who looked, at what, and why. Looking at one's own leaves nothing.
 * Works in pages and reading endpoints too, because it publishes a fact.
 */
export function logView(act: Act, viewed: { subjectId: string; what: string; why: string }): void {
  const { actor } = act;
  if (actor.kind === 'system' || actor.personId === viewed.subjectId) return;
  const fact: PersonViewed = { ...viewed, actorId: actor.personId ?? null, actorName: actor.name, actorUnit: actor.unitCode ?? null };
  act.publish('identity.person_viewed', fact);
}
