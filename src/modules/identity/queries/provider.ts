import type { Tx } from '#kernel/db.ts';

export type ProviderVisit = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly next: string };

export async function insertProviderVisit(tx: Tx, visit: ProviderVisit, now: Date): Promise<void> {
  await tx.run(`insert into identity.provider_visit (state, nonce, verifier, next, at) values ($1, $2, $3, $4, $5)`, [
    visit.state,
    visit.nonce,
    visit.verifier,
    visit.next,
    now,
  ]);
}

/** Taken once: a second answer to the same question finds nothing. */
export function takeProviderVisit(tx: Tx, state: string, after: Date) {
  return tx.maybe<ProviderVisit>(
    `delete from identity.provider_visit where state = $1 and at > $2 returning state, nonce, verifier, next`,
    [state, after],
  );
}

export async function findPersonIdBySubject(tx: Tx, issuer: string, subject: string): Promise<string | undefined> {
  const found = await tx.maybe<{ personId: string }>(`select person_id from identity.provider_subject where issuer = $1 and subject = $2`, [
    issuer,
    subject,
  ]);
  return found?.personId;
}

/** False when the subject was linked by another request first. */
export async function insertProviderSubject(
  tx: Tx,
  link: { issuer: string; subject: string; personId: string; now: Date },
): Promise<boolean> {
  const inserted = await tx.run(
    `insert into identity.provider_subject (issuer, subject, person_id, linked_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [link.issuer, link.subject, link.personId, link.now],
  );
  return inserted === 1;
}
