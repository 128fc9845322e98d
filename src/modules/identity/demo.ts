import { type Grant, isWithin, type Role } from '#kernel/actor.ts';
import type { Tx } from '#kernel/db.ts';
import { newId } from '#kernel/ids.ts';
import { type Language, type Text, textIn } from '#kernel/locale.ts';
import { withTraditional } from '#kernel/traditional.ts';
import { ensurePerson, hashNumber } from './actions/ensure-person.ts';
import { hashPassword } from './actions/password.ts';
import { insertAccount } from './queries/accounts.ts';
import { hasMandateOn, insertMandate } from './queries/mandates.ts';
import { findPerson, insertPerson, listPersonIdsByUsername, type Person, setGrants } from './queries/people.ts';
import { type Persona, setPersona } from './queries/personas.ts';
import { maskNumber, toPlainNumber } from './rules/names.ts';

type DemoPerson = {
  readonly username: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
  readonly venue?: string;
  readonly phone: string;
  readonly idNo?: string;
  readonly care?: boolean;
  readonly language?: Language;
  readonly name: Text;
  readonly title: Text;
  readonly organisation?: { readonly name: Text; readonly creditCode: string } | Text;
};

/** What this module reads of `data/demo/centre.yaml`. */
export type DemoCentre = {
  readonly regions: readonly { readonly code: string; readonly jurisdiction: string }[];
  readonly units: readonly { readonly code: string; readonly region: string; readonly head?: string }[];
  readonly venues: readonly { readonly code: string; readonly unit: string }[];
  readonly officers: readonly DemoPerson[];
  readonly citizens: readonly DemoPerson[];
  readonly personas?: readonly {
    readonly username: string;
    readonly icon: string;
    readonly start: string;
    readonly steps: readonly Text[];
  }[];
};

export const demoPassword = 'tongban-demo';
const centreUnit = 'service-bureau';
const centreRoles: readonly Role[] = ['supervisor', 'planner', 'inspector', 'hotline', 'admin', 'operator'];

/** The demo's people with accounts, roles, organisations, mandates and cards. Loading again changes nothing but roles and cards. */
export async function loadDemoPeople(tx: Tx, centre: DemoCentre, now: Date): Promise<void> {
  const people = [...centre.officers, ...centre.citizens];
  const known = await listPersonIdsByUsername(
    tx,
    people.map((person) => person.username),
  );
  const passwordHash = await hashPassword(demoPassword);
  for (const person of people) {
    const personId = known.get(person.username) ?? (await addPerson(tx, { person, centre, passwordHash, now }));
    await setGrants(tx, personId, grantsOf(person, centre));
    await addOrganisation(tx, { person, personId, now });
    known.set(person.username, personId);
  }
  await letCadreActForElder(tx, known, now);
  for (const [position, { username, icon, start, steps }] of (centre.personas ?? []).entries()) {
    const person = people.find((one) => one.username === username);
    if (person) await setPersona(tx, toPersona(person, { icon, start, steps }), position);
  }
}

function toPersona({ username, name, title, organisation }: DemoPerson, card: Pick<Persona, 'icon' | 'start' | 'steps'>): Persona {
  const company = organisation && 'name' in organisation ? organisation.name : undefined;
  return {
    ...card,
    username,
    name: withTraditional(company ?? name),
    title: withTraditional(title),
    steps: card.steps.map(withTraditional),
  };
}

type Added = { person: DemoPerson; centre: DemoCentre; passwordHash: string; now: Date };

async function addPerson(tx: Tx, { person, centre, passwordHash, now }: Added): Promise<string> {
  const personId = newId();
  const language = person.language ?? languageOf(person, centre);
  await insertPerson(tx, {
    personId,
    kind: 'person',
    name: textIn(person.name, language),
    phone: person.phone,
    email: `${person.username}@demo.invalid`,
    numberMasked: person.idNo ? maskNumber(toPlainNumber(person.idNo)) : null,
    numberHash: person.idNo ? hashNumber(person.idNo) : null,
    language,
    care: person.care ?? false,
    unitCode: person.unit ?? null,
    now,
  });
  await insertAccount(tx, { personId, username: person.username, passwordHash, demo: true, now });
  return personId;
}

function languageOf({ unit }: DemoPerson, centre: DemoCentre): Language {
  const region = centre.units.find((one) => one.code === unit)?.region;
  return centre.regions.find((one) => one.code === region)?.jurisdiction === 'VN' ? 'vi' : 'zh-Hans';
}

/**
 * Officers of the bureau that runs the centre work for all units; who stands in a hall works for the unit that owns the hall; everybody else for
 * their own unit. Heads of units hold that role there.
 */
function grantsOf(person: DemoPerson, { units, venues }: DemoCentre): Grant[] {
  const unit = person.unit ?? '';
  const hall = venues.find((venue) => venue.code === person.venue)?.unit;
  const reach = (role: Role) => {
    if (role === 'citizen' || role === 'enterprise') return '';
    return centreRoles.includes(role) && isWithin(unit, centreUnit) ? '' : (hall ?? unit);
  };
  const heads = units.filter((one) => one.head === person.username).map((one): Grant => ({ role: 'head', unitCode: one.code }));
  return [...person.roles.map((role): Grant => ({ role, unitCode: reach(role) })), ...heads];
}

async function addOrganisation(tx: Tx, { person, personId, now }: { person: DemoPerson; personId: string; now: Date }): Promise<void> {
  if (!person.organisation || !('creditCode' in person.organisation)) return;
  const { name, creditCode } = person.organisation as { name: Text; creditCode: string };
  const known = { name: textIn(name, 'zh-Hans'), phone: person.phone, number: creditCode, kind: 'organisation' as const };
  const organisation = await ensurePerson({ tx, now, language: 'zh-Hans' }, known);
  await addMandate(tx, { principal: organisation, agentId: personId, now });
}

async function letCadreActForElder(tx: Tx, known: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const elder = await findPerson(tx, known.get('elder') ?? newId());
  const cadreId = known.get('cadre');
  if (elder && cadreId) await addMandate(tx, { principal: elder, agentId: cadreId, now });
}

async function addMandate(tx: Tx, { principal, agentId, now }: { principal: Person; agentId: string; now: Date }): Promise<void> {
  const principalId = principal.personId;
  const fromOn = '2020-01-01';
  const untilOn = '2099-12-31';
  if (await hasMandateOn(tx, { agentId, principalId, itemCode: undefined, on: fromOn })) return;
  await insertMandate(tx, {
    mandateId: newId(),
    principalId,
    agentId,
    items: null,
    fromOn,
    untilOn,
    proof: 'demo',
    state: 'active',
    offeredBy: principalId,
    now,
  });
}
