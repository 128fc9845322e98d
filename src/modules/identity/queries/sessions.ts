import type { Grant } from '#kernel/actor.ts';
import type { Tx } from '#kernel/db.ts';

export type SessionRow = {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly unitCode: string | null;
  readonly grants: readonly Grant[];
  readonly idleMinutes: number;
  readonly seenAt: Date;
};

/** Who stands behind a token, with everything they may do, in one statement. */
export function findSession(tx: Tx, tokenHash: string, now: Date) {
  return tx.maybe<SessionRow>(
    `select s.session_id, s.person_id, p.name, p.unit_code, s.idle_minutes, s.seen_at,
       coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitCode', g.unit_code) order by g.role, g.unit_code)
         from identity.grant g where g.person_id = s.person_id), '[]') as grants
     from identity.session s join identity.person p using (person_id)
     where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2`,
    [tokenHash, now],
  );
}

export async function setSeen(tx: Tx, sessionId: string, times: { seenAt: Date; expiresAt: Date }): Promise<void> {
  await tx.run(`update identity.session set seen_at = $2, expires_at = $3 where session_id = $1 and ended_at is null and seen_at < $2`, [
    sessionId,
    times.seenAt,
    times.expiresAt,
  ]);
}

type NewSession = {
  sessionId: string;
  tokenHash: string;
  personId: string;
  device: string;
  idleMinutes: number;
  now: Date;
  expiresAt: Date;
};

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.run(
    `insert into identity.session (session_id, token_hash, person_id, device, idle_minutes, created_at, seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [session.sessionId, session.tokenHash, session.personId, session.device, session.idleMinutes, session.now, session.expiresAt],
  );
}

export type OpenSession = { sessionId: string; device: string; createdAt: Date; seenAt: Date; expiresAt: Date };

export function listOpenSessions(tx: Tx, personId: string, now: Date) {
  return tx.rows<OpenSession>(
    `select session_id, device, created_at, seen_at, expires_at from identity.session
     where person_id = $1 and ended_at is null and expires_at > $2 order by seen_at desc`,
    [personId, now],
  );
}

export function closeSession(tx: Tx, personId: string, { sessionId, now }: { sessionId: string; now: Date }): Promise<number> {
  return tx.run(`update identity.session set ended_at = $3 where session_id = $2 and person_id = $1 and ended_at is null`, [
    personId,
    sessionId,
    now,
  ]);
}

/** All sessions of a person, except the one that asks. */
export function closeSessions(tx: Tx, personId: string, { except, now }: { except?: string | undefined; now: Date }): Promise<number> {
  return tx.run(
    `update identity.session set ended_at = $3 where person_id = $1 and ended_at is null and session_id is distinct from $2::uuid`,
    [personId, except ?? null, now],
  );
}

/** What nobody needs any more: counts of a day ago, addresses a name was not used from for ninety days, open questions to the provider, sessions and links long over. */
export async function deleteStale(tx: Tx, now: Date): Promise<void> {
  await tx.run(
    `delete from identity.attempt where at < $1::timestamptz - case when known then interval '90 days' else interval '1 day' end`,
    [now],
  );
  await tx.run(`delete from identity.provider_visit where at < $1::timestamptz - interval '1 hour'`, [now]);
  await tx.run(`delete from identity.session where expires_at < $1::timestamptz - interval '90 days'`, [now]);
  await tx.run(`delete from identity.invitation where expires_at < $1::timestamptz - interval '30 days'`, [now]);
}
