import type { Act } from '#kernel/endpoint.ts';
import { sha256 } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import { type Attempt, deleteAttempts, lockAttempts, setAttempt } from '../queries/attempts.ts';
import { callerOf, isLocked, lockAfter, lockEverywhereAfter, lockFacts } from '../rules/lockout.ts';

/** What is counted of a typed name: by the address it comes from, and from everywhere. */
export type Attempts = { readonly here: Attempt; readonly everywhere: Attempt };

/** The counts of a typed name, locked: guesses wait for each other, so that many at once count like many in a row. */
export async function attemptsOf({ tx, now, address }: Act, username: string): Promise<Attempts> {
  const nameHash = sha256(username);
  const hereHash = sha256(`${username}\n${callerOf(address)}`);
  const rows = await lockAttempts(tx, { nameHash, hereHash, now });
  const [here, everywhere] = [hereHash, nameHash].map((hash) => rows.find(({ attemptHash }) => attemptHash === hash));
  return { here, everywhere } as Attempts;
}

export function whyLocked({ here, everywhere }: Attempts, now: Date) {
  if (isLocked(here.lockedUntil, now)) return refuse('locked', lockFacts(here.lockedUntil, now));
  if (!here.known && isLocked(everywhere.lockedUntil, now)) return refuse('locked', lockFacts(everywhere.lockedUntil, now));
  return undefined;
}

export async function noteFailure({ tx, now }: Act, { here, everywhere }: Attempts): Promise<void> {
  const [mine, all] = [here.failedCount + 1, everywhere.failedCount + 1];
  await setAttempt(tx, { ...here, failedCount: mine, lockedUntil: lockAfter(mine, now) });
  await setAttempt(tx, { ...everywhere, failedCount: all, lockedUntil: lockEverywhereAfter(all, now) });
}

export async function noteSuccess({ tx }: Act, { here }: Attempts): Promise<void> {
  if (here.failedCount > 0 || !here.known) await setAttempt(tx, { ...here, failedCount: 0, lockedUntil: null, known: true });
}

/** A new one-time link is the way out of every lock. */
export async function forgetAttempts({ tx }: Pick<Act, 'tx'>, username: string): Promise<void> {
  await deleteAttempts(tx, sha256(username));
}
