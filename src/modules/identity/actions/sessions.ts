import type { Act, Action } from '#kernel/endpoint.ts';
import { newId, sha256 } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract.ts';
import { done } from '../contract/types.ts';
import {
  type Account,
  closeInvitation,
  findAccount,
  findInvitation,
  insertAccount,
  setPassword,
  setUsedStep,
} from '../queries/accounts.ts';
import { insertPerson, setGrants } from '../queries/people.ts';
import { findPersona } from '../queries/personas.ts';
import { closeSession, closeSessions, listOpenSessions } from '../queries/sessions.ts';
import { forgetSessionsOf } from '../resolve.ts';
import { toUsername } from '../rules/names.ts';
import { isWeakPassword } from '../rules/password.ts';
import { settings } from '../settings.ts';
import { type Attempts, attemptsOf, forgetAttempts, noteFailure, noteSuccess, whyLocked } from './attempts.ts';
import { openSession } from './open-session.ts';
import { hashPassword, isPassword } from './password.ts';
import { factorKeyOf, stepOfCode } from './totp.ts';

export const signIn: Action<typeof contract.signIn> = async (act, input) => {
  const username = toUsername(input.username);
  const attempts = await attemptsOf(act, username);
  const locked = whyLocked(attempts, act.now);
  if (locked) return locked;
  const account = await findAccount(act.tx, username);
  const matches = await isPassword(account?.passwordHash, input.password);
  if (!account || !matches || isClosedDemo(account)) return fail(act, attempts, 'wrong_credentials');
  if (account.totpSince && !input.code) return refuse('code_needed');
  if (account.totpSince && !(await isFreshCode(act, account, input.code as string))) return fail(act, attempts, 'wrong_code');
  await noteSuccess(act, attempts);
  return openSession(act, account.personId, input.device);
};

/** Demo accounts that stayed behind in a database cannot be used once the demo is off. */
function isClosedDemo(account: Account): boolean {
  return account.demo && !settings().demo;
}

async function isFreshCode({ tx, now }: Act, account: Account, code: string): Promise<boolean> {
  const key = factorKeyOf(account);
  const step = key && stepOfCode(key, code, { now, usedStep: account.totpStep });
  return typeof step === 'number' && setUsedStep(tx, account.personId, step);
}

async function fail<Code extends string>(act: Act, attempts: Attempts, code: Code) {
  await noteFailure(act, attempts);
  return refuse(code);
}

export const signOut: Action<typeof contract.signOut> = async (act) => {
  const { personId, sessionId } = act.actor;
  if (personId && sessionId) {
    await closeSession(act.tx, personId, { sessionId, now: act.now });
    act.afterCommit(() => forgetSessionsOf(personId));
  }
  return { signedOut: true };
};

export const listSessions: Action<typeof contract.listSessions> = async ({ tx, now, actor }) => {
  const sessions = actor.personId ? await listOpenSessions(tx, actor.personId, now) : [];
  const rows = sessions.map(({ sessionId, device, createdAt, seenAt, expiresAt }) => ({
    sessionId,
    device,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: sessionId === actor.sessionId,
  }));
  return { rows, nextCursor: null };
};

export const endSession: Action<typeof contract.endSession> = async (act, { sessionId }) => {
  const personId = act.actor.personId ?? '';
  if (!personId || (await closeSession(act.tx, personId, { sessionId, now: act.now })) === 0) return refuse('not_found');
  act.afterCommit(() => forgetSessionsOf(personId));
  return done;
};

export const register: Action<typeof contract.register> = async (act, input) => {
  const username = toUsername(input.phone);
  if (isWeakPassword(input.password, [username, input.name])) return refuse('weak_password');
  const personId = newId();
  await insertPerson(act.tx, {
    personId,
    kind: 'person',
    name: input.name.trim(),
    phone: input.phone.trim(),
    email: null,
    numberMasked: null,
    numberHash: null,
    language: input.language ?? act.language,
    care: false,
    unitCode: null,
    now: act.now,
  });
  const passwordHash = await hashPassword(input.password);
  if (!(await insertAccount(act.tx, { personId, username, passwordHash, demo: false, now: act.now }))) return refuse('phone_taken');
  await setGrants(act.tx, personId, [{ role: 'citizen', unitCode: '' }]);
  return openSession(act, personId);
};

export const acceptInvitation: Action<typeof contract.acceptInvitation> = async (act, input) => {
  const tokenHash = sha256(input.invitation);
  const invitation = await findInvitation(act.tx, tokenHash, act.now);
  if (!invitation) return refuse('invitation_over');
  if (isWeakPassword(input.password, [invitation.username, invitation.name])) return refuse('weak_password');
  if (!(await closeInvitation(act.tx, tokenHash, act.now))) return refuse('invitation_over');
  await setPassword(act.tx, invitation.personId, await hashPassword(input.password));
  await closeSessions(act.tx, invitation.personId, { now: act.now });
  await forgetAttempts(act, invitation.username);
  act.afterCommit(() => forgetSessionsOf(invitation.personId));
  return openSession(act, invitation.personId);
};

export const signInAsPersona: Action<typeof contract.signInAsPersona> = async (act, input) => {
  const persona = settings().demo ? await findPersona(act.tx, input.username) : undefined;
  if (!persona) return refuse('not_found');
  return { ...(await openSession(act, persona.personId)), start: persona.start };
};
