import type { Tx } from '#kernel/db.ts';

export type Attempt = {
  readonly attemptHash: string;
  readonly failedCount: number;
  readonly lockedUntil: Date | null;
  readonly known: boolean;
};

/** Both counts, made when they are new, the one of the address always locked first. */
export function lockAttempts(tx: Tx, { nameHash, hereHash, now }: { nameHash: string; hereHash: string; now: Date }) {
  return tx.rows<Attempt>(
    `insert into identity.attempt (attempt_hash, name_hash, at) values ($2, $1, $3), ($1, $1, $3)
     on conflict (attempt_hash) do update set at = excluded.at returning attempt_hash, failed_count, locked_until, known`,
    [nameHash, hereHash, now],
  );
}

export async function setAttempt(tx: Tx, { attemptHash, failedCount, lockedUntil, known }: Attempt): Promise<void> {
  await tx.run(`update identity.attempt set failed_count = $2, locked_until = $3, known = $4 where attempt_hash = $1`, [
    attemptHash,
    failedCount,
    lockedUntil,
    known,
  ]);
}

export async function deleteAttempts(tx: Tx, nameHash: string): Promise<void> {
  await tx.run(`delete from identity.attempt where name_hash = $1`, [nameHash]);
}
