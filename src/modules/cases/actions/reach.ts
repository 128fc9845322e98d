import { hasRole, isWithin, type Role } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { type Catalogue, getCatalogue } from '#modules/catalogue/index.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import type { Reach } from '../queries/work.ts';

const unitsByCatalogue = new WeakMap<Catalogue, readonly string[]>();

/** Every unit that may have cases: those of the directory, and those that only imported items name. */
export async function knownUnits(act: Act): Promise<readonly string[]> {
  const [directory, catalogue] = [await getDirectory(act.tx), await getCatalogue(act.tx, act.now)];
  const known = unitsByCatalogue.get(catalogue) ?? allUnits(directory, catalogue);
  unitsByCatalogue.set(catalogue, known);
  return known;
}

function allUnits(directory: Directory, catalogue: Catalogue): readonly string[] {
  return [...new Set([...directory.units.map((unit) => unit.code), ...catalogue.items.map((item) => item.unitCode)])];
}

/** The units in which the reader holds one of the roles, with all below them; none where no role is held. */
export async function reachOf(act: Act): Promise<Reach> {
  const { actor } = act;
  if (hasRole(actor, ['supervisor']) || holdsEverywhere(act, ['reviewer', 'signer', 'head'])) return { everywhere: true };
  const known = await knownUnits(act);
  const below = (roles: readonly Role[]) => {
    const above = actor.grants.filter((grant) => roles.includes(grant.role));
    return known.filter((unit) => above.some((grant) => isWithin(unit, grant.unitCode)));
  };
  const [units, intakeUnits, taskUnits] = [below(['reviewer', 'signer', 'head']), below(['window']), below(['reviewer', 'head'])];
  return {
    ...(units.length > 0 ? { units } : {}),
    ...(intakeUnits.length > 0 ? { intakeUnits } : {}),
    ...(taskUnits.length > 0 ? { taskUnits } : {}),
  };
}

function holdsEverywhere({ actor }: Act, roles: readonly Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role) && grant.unitCode === '');
}
