import type { Tx } from '#kernel/db.ts';

export async function listUnknownRoles(tx: Tx, known: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ personId: string; role: string }>(
    `select person_id, role from identity."grant" where role <> all ($1) limit 100`,
    [known],
  );
  return rows.map(({ personId, role }) => `${personId} ${role}`);
}

export async function listOpenKeys(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ personId: string }>(
    `select person_id from identity.account where totp_secret is not null and totp_secret not like 'sealed.%' limit 100`,
  );
  return rows.map(({ personId }) => personId);
}

/** Open sessions that end before they began, or whose person can no longer sign in by any way. */
export async function listImpossibleSessions(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ sessionId: string }>(
    `select session_id from identity.session s
     where ended_at is null and (expires_at < created_at
       or not exists (select from identity.account a where a.person_id = s.person_id)
         and not exists (select from identity.provider_subject p where p.person_id = s.person_id)) limit 100`,
  );
  return rows.map(({ sessionId }) => sessionId);
}
