import type { Act, Action } from '#kernel/endpoint.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract.ts';
import { done } from '../contract/types.ts';
import { type Account, findAccountOf, lockAccount, setPassword, setSecondFactor } from '../queries/accounts.ts';
import { findPerson, listGrants, setPerson } from '../queries/people.ts';
import { closeSessions } from '../queries/sessions.ts';
import { listViews } from '../queries/views.ts';
import { forgetSessionsOf } from '../resolve.ts';
import { isWeakPassword } from '../rules/password.ts';
import { personShape } from './open-session.ts';
import { hashPassword, isPassword } from './password.ts';
import { factorKeyOf, newSecondFactorKey, sealFactor, secondFactorUri, stepOfCode } from './totp.ts';

const off = { secret: null, since: null, step: null };

export const getMe: Action<typeof contract.getMe> = async ({ tx, actor }) => {
  const personId = me(actor);
  const shape = await personShape(tx, personId);
  const person = await findPerson(tx, personId);
  const account = await findAccountOf(tx, personId);
  const grants = await listGrants(tx, personId);
  return {
    ...shape,
    username: account?.username ?? null,
    phone: person?.phone || null,
    email: person?.email ?? null,
    numberMasked: person?.numberMasked ?? null,
    grants: [...grants],
    hasPassword: Boolean(account?.passwordHash),
    secondFactorSince: account?.totpSince?.toISOString() ?? null,
  };
};

export const setPreferences: Action<typeof contract.setPreferences> = async ({ tx, actor }, input) => {
  const care = input.care ?? false;
  await setPerson(tx, { personId: me(actor), language: input.language, care, email: input.email ?? null });
  return { language: input.language, care };
};

export const changePassword: Action<typeof contract.changePassword> = async (act, input) => {
  const account = await myAccount(act);
  if (!account || !(await isPassword(account.passwordHash, input.current))) return refuse('wrong_password');
  if (isWeakPassword(input.password, [account.username, act.actor.name])) return refuse('weak_password');
  await setPassword(act.tx, account.personId, await hashPassword(input.password));
  await closeSessions(act.tx, account.personId, { except: act.actor.sessionId, now: act.now });
  act.afterCommit(() => forgetSessionsOf(account.personId));
  return done;
};

export const prepareSecondFactor: Action<typeof contract.prepareSecondFactor> = async (act) => {
  const account = await myAccount(act);
  if (!account || account.totpSince) return refuse('second_factor_is_on');
  const key = newSecondFactorKey();
  await setSecondFactor(act.tx, account.personId, { ...off, secret: sealFactor(account.personId, key) });
  return { key, uri: secondFactorUri(key, account.username) };
};

export const confirmSecondFactor: Action<typeof contract.confirmSecondFactor> = async (act, input) => {
  const account = await myAccount(act);
  if (account?.totpSince) return refuse('second_factor_is_on');
  const key = account && factorKeyOf(account);
  if (!key) return refuse('second_factor_not_prepared');
  const step = stepOfCode(key, input.code, { now: act.now, usedStep: null });
  if (step === undefined) return refuse('wrong_code');
  await setSecondFactor(act.tx, account.personId, { secret: sealFactor(account.personId, key), since: act.now, step });
  return done;
};

export const dropSecondFactor: Action<typeof contract.dropSecondFactor> = async (act, input) => {
  const account = await myAccount(act);
  if (!account || !(await isPassword(account.passwordHash, input.current))) return refuse('wrong_password');
  await setSecondFactor(act.tx, account.personId, off);
  return done;
};

export const listMyViews: Action<typeof contract.listMyViews> = async ({ tx, actor }, input) => {
  const limit = input.limit ?? 50;
  const found = await listViews(tx, me(actor), { before: input.cursor ? Number(input.cursor) : undefined, limit: limit + 1 });
  const page = found.slice(0, limit);
  const rows = page.map(({ at, actorName, actorUnit, what, why }) => ({ at: at.toISOString(), actorName, actorUnit, what, why }));
  return { rows, nextCursor: found.length > limit ? String(page.at(-1)?.viewId) : null };
};

function myAccount({ tx, actor }: Act): Promise<Account | undefined> {
  return lockAccount(tx, me(actor));
}

/** `signed-in` endpoints are open to the system too, which is nobody in particular. */
export function me(actor: Act['actor']): string {
  if (!actor.personId) throw new Error('the system has no account of its own');
  return actor.personId;
}
