import type { Role } from '#kernel/actor.ts';
import type { Tx } from '#kernel/db.ts';
import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { hashNumber } from './actions/ensure-person.ts';
import { checkups } from './checkups.ts';
import * as contract from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { pages } from './pages/index.ts';
import { hasMandateOn, listPrincipals } from './queries/mandates.ts';
import { findPersonByNumber as findByNumber, listHolders, listPersons, type Person } from './queries/people.ts';
import { reactions, routines } from './reactions.ts';
import { today } from './settings.ts';

export { ensurePerson } from './actions/ensure-person.ts';
export { type DemoCentre, demoPassword, loadDemoPeople } from './demo.ts';
export { logView } from './log-view.ts';
export { mountProvider } from './provider.ts';
export { createOwner } from './owner.ts';
export { exportPerson } from './queries/export.ts';
export { findPerson, listPersonIdsByUsername as personIdsByUsername, type Person } from './queries/people.ts';
export { actorOf, resolveSession } from './resolve.ts';
export { digitsOf, maskName, maskNumber } from './rules/names.ts';
export { centreZone, configureIdentity, type IdentitySettings, type ProviderSettings } from './settings.ts';

export const identityModule = defineModule({
  name: 'identity',
  migrations: new URL('./migrations/', import.meta.url),
  contract,
  actions,
  pages,
  reactions,
  routines,
  checkups,
  refusalWords: (language) => wordsIn(language).refusals,
});

export async function personsById(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const found = personIds.length > 0 ? await listPersons(tx, [...new Set(personIds)]) : [];
  return new Map(found.map((person) => [person.personId, person]));
}

/** By the identity number or credit code as somebody typed it. */
export function findPersonByNumber(tx: Tx, number: string): Promise<Person | undefined> {
  return findByNumber(tx, hashNumber(number));
}

/** Who holds a role for a unit, there or above: whom to tell, whom to ask. */
export function holdersOf(tx: Tx, role: Role, unitCode: string): Promise<Person[]> {
  return listHolders(tx, role, unitCode);
}

export type MandateQuestion = { agentId: string; principalId: string; itemCode: string; at: Date };

/** Whether the agent may do this item for the principal at this moment. */
export function hasMandate(tx: Tx, { agentId, principalId, itemCode, at }: MandateQuestion): Promise<boolean> {
  return hasMandateOn(tx, { agentId, principalId, itemCode, on: today(at) });
}

/** For whom somebody may act now; `items` undefined means every item. */
export async function principalsOf(tx: Tx, agentId: string, at: Date) {
  const found = await listPrincipals(tx, agentId, today(at));
  return found.map(({ principalId, principalName, items, untilOn }) => ({
    principalId,
    principalName,
    items: items ?? undefined,
    untilOn,
  }));
}
