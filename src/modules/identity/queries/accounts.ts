import type { Tx } from '#kernel/db.ts';

export type Account = {
  readonly personId: string;
  readonly username: string;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly totpSince: Date | null;
  readonly totpStep: number | null;
  readonly demo: boolean;
};

const accountColumns = 'person_id, username, password_hash, totp_secret, totp_since, totp_step, demo';

export function findAccount(tx: Tx, username: string) {
  return tx.maybe<Account>(`select ${accountColumns} from identity.account where username = $1`, [username]);
}

export function findAccountOf(tx: Tx, personId: string) {
  return tx.maybe<Account>(`select ${accountColumns} from identity.account where person_id = $1`, [personId]);
}

export function lockAccount(tx: Tx, personId: string) {
  return tx.maybe<Account>(`select ${accountColumns} from identity.account where person_id = $1 for update`, [personId]);
}

type NewAccount = { personId: string; username: string; passwordHash: string | null; demo: boolean; now: Date };

/** False when the name is taken. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const inserted = await tx.run(
    `insert into identity.account (person_id, username, password_hash, demo, created_at) values ($1, $2, $3, $4, $5)
     on conflict (username) do nothing`,
    [account.personId, account.username, account.passwordHash, account.demo, account.now],
  );
  return inserted === 1;
}

export async function setPassword(tx: Tx, personId: string, passwordHash: string | null): Promise<void> {
  await tx.run(`update identity.account set password_hash = $2 where person_id = $1`, [personId, passwordHash]);
}

export type SecondFactor = { secret: string | null; since: Date | null; step: number | null };

export async function setSecondFactor(tx: Tx, personId: string, { secret, since, step }: SecondFactor): Promise<void> {
  await tx.run(`update identity.account set totp_secret = $2, totp_since = $3, totp_step = $4 where person_id = $1`, [
    personId,
    secret,
    since,
    step,
  ]);
}

/** Keys that lie open, a bounded number of them, locked. */
export function listOpenFactors(tx: Tx) {
  return tx.rows<{ personId: string; totpSecret: string }>(
    `select person_id, totp_secret from identity.account where totp_secret is not null and totp_secret not like 'sealed.%' limit 500 for update`,
  );
}

export async function setFactorKey(tx: Tx, personId: string, sealed: string): Promise<void> {
  await tx.run(`update identity.account set totp_secret = $2 where person_id = $1`, [personId, sealed]);
}

/** Each code counts once. False when it, or a later one, was used before. */
export async function setUsedStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  return (
    (await tx.run(`update identity.account set totp_step = $2 where person_id = $1 and (totp_step is null or totp_step < $2)`, [
      personId,
      step,
    ])) === 1
  );
}

export async function insertInvitation(
  tx: Tx,
  invitation: { tokenHash: string; personId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tx.run(`insert into identity.invitation (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)`, [
    invitation.tokenHash,
    invitation.personId,
    invitation.now,
    invitation.expiresAt,
  ]);
}

export type Invitation = { personId: string; name: string; username: string };

export function findInvitation(tx: Tx, tokenHash: string, now: Date) {
  return tx.maybe<Invitation>(
    `select i.person_id, p.name, a.username from identity.invitation i join identity.person p using (person_id)
       join identity.account a using (person_id)
     where i.token_hash = $1 and i.used_at is null and i.expires_at > $2`,
    [tokenHash, now],
  );
}

/** Uses the link up. False when another request did so first. */
export async function closeInvitation(tx: Tx, tokenHash: string, now: Date): Promise<boolean> {
  return (await tx.run(`update identity.invitation set used_at = $2 where token_hash = $1 and used_at is null`, [tokenHash, now])) === 1;
}

/** Older links of a person stop working when a new one is made. */
export async function closeInvitationsOf(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.run(`update identity.invitation set used_at = $2 where person_id = $1 and used_at is null`, [personId, now]);
}

export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const { found } = await tx.one<{ found: boolean }>(
    `select exists (select from identity.grant g join identity.account a using (person_id)
       where g.role = 'admin' and a.password_hash is not null and not a.demo) as found`,
  );
  return found;
}
