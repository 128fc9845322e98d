import type { Actor } from '#kernel/actor.ts';

/** Units whose cases somebody may watch, with all below them; undefined is everywhere. The same people may see each of these cases. */
export type Scope = readonly string[] | undefined;

export function scopeOf({ kind, grants }: Actor): Scope {
  const units = grants.filter(({ role }) => role === 'head' || role === 'signer').map(({ unitCode }) => unitCode);
  const everywhere = kind === 'system' || grants.some(({ role }) => role === 'supervisor') || units.includes('');
  return everywhere ? undefined : units;
}

/** What SQL asks of a unit: itself, or below. */
export function unitsOf(scope: Scope): [string[] | null, string[]] {
  return scope ? [[...scope], scope.map((unit) => `${unit.replace(/[\\%_]/g, '\\$&')}/%`)] : [null, []];
}
