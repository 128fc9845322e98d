import { type Grant, hasRole, type Role } from '#kernel/actor.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { newId, newToken, sha256 } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract.ts';
import { done } from '../contract/types.ts';
import type { StaffChanged } from '../facts.ts';
import { closeInvitationsOf, insertAccount, insertInvitation, setPassword, setSecondFactor } from '../queries/accounts.ts';
import { findPerson, insertPerson, listGrants, listPeople as queryPeople, type ListedPerson, setGrants } from '../queries/people.ts';
import { closeSessions } from '../queries/sessions.ts';
import { forgetSessionsOf } from '../resolve.ts';
import { toUsername } from '../rules/names.ts';

const minute = 60_000;
export const staffLinkMs = 3 * 24 * 60 * minute;

export const listPeople: Action<typeof contract.listPeople> = async (act, input) => {
  const limit = input.limit ?? 50;
  const found = await queryPeople(act.tx, { q: input.q ?? '', after: input.cursor, limit: limit + 1, units: unitsOf(act) });
  const rows = found.slice(0, limit).map((person) => asListed(act, person));
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.personId ?? null) : null };
};

/** A list gives no citizen's phone away, and their user name is their phone: both are on the person's own page, where a look is written down. */
export function asListed(act: Act, { personId, username, name, phone, unitCode, grants, secondFactor }: ListedPerson) {
  const isTheirs = isStaffPerson({ unitCode, grants }) && reaches(act, { unitCode, grants });
  const shown = isStaffPerson({ unitCode, grants }) ? (username ?? '') : (username ?? '').replace(/^\d+(?=\d{4}$)/, '…');
  return { personId, username: shown, name, phone: isTheirs ? phone || null : null, unitCode, grants, secondFactor };
}

export const createStaff: Action<typeof contract.createStaff> = async (act, input) => {
  const grants = input.grants.map(toGrant);
  if (!reachesAll(act, [...grants, { role: 'window', unitCode: input.unitCode ?? '' }])) return refuse('outside_your_unit');
  const personId = newId();
  await insertPerson(act.tx, {
    personId,
    kind: 'person',
    name: input.name.trim(),
    phone: input.phone ?? '',
    email: null,
    numberMasked: null,
    numberHash: null,
    language: input.language ?? act.language,
    care: false,
    unitCode: input.unitCode ?? null,
    now: act.now,
  });
  const username = toUsername(input.username);
  if (!(await insertAccount(act.tx, { personId, username, passwordHash: null, demo: false, now: act.now })))
    return refuse('username_taken');
  await setGrants(act.tx, personId, grants);
  act.publish('staff_added', { personId, byPersonId: act.actor.personId } satisfies StaffChanged);
  return { personId, ...(await makeInvitation(act, personId, staffLinkMs)) };
};

export const setRoles: Action<typeof contract.setRoles> = async (act, input) => {
  const person = await findPerson(act.tx, input.personId);
  if (!person) return refuse('not_found');
  if (person.personId === act.actor.personId) return refuse('own_roles');
  const before = await listGrants(act.tx, input.personId);
  const after = input.grants.map(toGrant);
  if (!reaches(act, { ...person, grants: before }) || !reachesAll(act, after)) return refuse('outside_your_unit');
  await setGrants(act.tx, input.personId, after);
  act.publish('roles_changed', { personId: input.personId, byPersonId: act.actor.personId, before, after } satisfies StaffChanged);
  act.afterCommit(() => forgetSessionsOf(input.personId));
  return done;
};

export const invite: Action<typeof contract.invite> = async (act, { personId }) => {
  const refusal = await refuseOutsider(act, personId);
  if (refusal) return refusal;
  await setPassword(act.tx, personId, null);
  await setSecondFactor(act.tx, personId, { secret: null, since: null, step: null });
  await closeSessions(act.tx, personId, { now: act.now });
  act.afterCommit(() => forgetSessionsOf(personId));
  return makeInvitation(act, personId, staffLinkMs);
};

export const endSessionsOf: Action<typeof contract.endSessionsOf> = async (act, { personId }) => {
  const refusal = await refuseOutsider(act, personId);
  if (refusal) return refusal;
  const ended = await closeSessions(act.tx, personId, { now: act.now });
  act.afterCommit(() => forgetSessionsOf(personId));
  return { ended };
};

/** A link that sets a password once. Older ones of the person stop working. */
export async function makeInvitation({ tx, now }: Pick<Act, 'tx' | 'now'>, personId: string, lastsMs: number) {
  const invitation = newToken();
  const expiresAt = new Date(now.getTime() + lastsMs);
  await closeInvitationsOf(tx, personId, now);
  await insertInvitation(tx, { tokenHash: sha256(invitation), personId, now, expiresAt });
  return { invitation, path: `/sign-in/invitation?invitation=${invitation}`, expiresAt: expiresAt.toISOString() };
}

async function refuseOutsider(act: Act, personId: string) {
  const person = await findPerson(act.tx, personId);
  if (!person) return refuse('not_found');
  return reaches(act, { ...person, grants: await listGrants(act.tx, personId) }) ? undefined : refuse('outside_your_unit');
}

function toGrant({ role, unitCode = '' }: { role: Role; unitCode?: string }): Grant {
  return { role, unitCode };
}

/** Everybody may be a citizen; the other roles belong to a unit, and an administrator gives and takes them only where they administrate. */
function isOfUnit(grant: Grant): boolean {
  return grant.role !== 'citizen' && grant.role !== 'enterprise';
}

type Placed = { readonly unitCode: string | null; readonly grants: readonly Grant[] };

function isStaffPerson({ unitCode, grants }: Placed): boolean {
  return unitCode !== null || grants.some(isOfUnit);
}

/** Citizens and whoever belongs to no unit are the central administrator's; staff are also those's whose units have all they belong to. */
export function reaches(act: Act, { unitCode, grants }: Placed): boolean {
  if (act.actor.kind === 'system' || hasRole(act.actor, ['admin'], '')) return true;
  const own = unitCode === null ? [] : [{ role: 'window', unitCode } as const];
  return isStaffPerson({ unitCode, grants }) && reachesAll(act, [...own, ...grants]);
}

/** The units whose people an administrator sees; undefined for all people. */
export function unitsOf({ actor }: Act): readonly string[] | undefined {
  if (actor.kind === 'system' || hasRole(actor, ['admin'], '')) return undefined;
  return actor.grants.filter(({ role }) => role === 'admin').map(({ unitCode }) => unitCode);
}

function reachesAll({ actor }: Act, grants: readonly Grant[]): boolean {
  return grants.filter(isOfUnit).every((grant) => actor.kind === 'system' || hasRole(actor, ['admin'], grant.unitCode));
}
