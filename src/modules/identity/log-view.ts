import type { Act } from '#kernel/endpoint.ts';
import type { PersonViewed } from './facts.ts';
import { dayPart } from './rules/views.ts';
import { centreZone } from './settings.ts';

const rememberedAtMost = 50_000;
/** Looks that stand in the log already, so that a page that asks every few seconds does not say so every time. */
const written = new Set<string>();

/**
 * Call it whenever an act shows one person's data to another: the subject can read who looked, at what, and why, once in each part of a day.
 * Looking at one's own leaves nothing. Works in pages and reading endpoints too, because it publishes a fact.
 */
export function logView(act: Act, viewed: { subjectId: string; what: string; why: string }): void {
  const { actor } = act;
  if (actor.kind === 'system' || actor.personId === viewed.subjectId) return;
  const fact: PersonViewed = { ...viewed, actorId: actor.personId ?? null, actorName: actor.name, actorUnit: actor.unitCode ?? null };
  if (!written.has(keyOf(fact, act.now))) act.publish('identity.person_viewed', fact);
}

/** Called when the look stands in the database. */
export function rememberView(viewed: PersonViewed, at: Date): void {
  if (viewed.actorId === null) return;
  if (written.size >= rememberedAtMost) written.clear();
  written.add(keyOf(viewed, at));
}

function keyOf({ subjectId, actorId, what }: PersonViewed, at: Date): string {
  return `${subjectId} ${actorId} ${what} ${dayPart(at, centreZone())}`;
}
