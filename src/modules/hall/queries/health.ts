import type { Tx } from '#kernel/db.ts';

export type NewReading = {
  readonly readingId: string;
  readonly screeningId: string;
  readonly day: string;
  readonly sealed: Uint8Array;
  readonly purgeAt: Date;
};

/** The application can call these functions and nothing else of the schema. */
export async function keepReading(tx: Tx, row: NewReading): Promise<void> {
  await tx.one(`select hall_health.keep($1, $2, $3, $4, $5)::text as done`, [
    row.readingId,
    row.screeningId,
    row.day,
    row.sealed,
    row.purgeAt,
  ]);
}

/** What is kept of a screening; who looked, when and why is written down by the function itself. */
export async function openReadings(tx: Tx, asked: { screeningId: string; by: string; reason: string; at: Date }): Promise<Uint8Array[]> {
  const rows = await tx.rows<{ sealed: Uint8Array }>(`select hall_health.open($1, $2, $3, $4) as sealed`, [
    asked.screeningId,
    asked.by,
    asked.reason,
    asked.at,
  ]);
  return rows.map(({ sealed }) => sealed);
}

export async function dropReadings(tx: Tx, screeningId: string): Promise<void> {
  await tx.one(`select hall_health.drop_of($1)::text as done`, [screeningId]);
}

export type Purged = {
  readonly readings: number;
  readonly days: Readonly<Record<string, number>>;
  readonly ids: string;
  readonly remaining: number;
};

export function purgeReadings(tx: Tx, at: Date): Promise<Purged> {
  return tx.one<Purged>(`select readings, days, ids, remaining from hall_health.purge($1)`, [at]);
}

/** Readings that should be gone by now: after a purge there are none. */
export function countOverdue(tx: Tx, at: Date): Promise<number> {
  return tx.one<{ due: number }>(`select hall_health.overdue($1) as due`, [at]).then(({ due }) => due);
}

export async function insertPurge(
  tx: Tx,
  row: {
    purgeId: string;
    at: Date;
    readings: number;
    days: Readonly<Record<string, number>>;
    hash: string;
    remaining: number;
    identities: number;
  },
): Promise<void> {
  await tx.run(`insert into hall.purge (purge_id, at, readings, days, hash, remaining, identities) values ($1, $2, $3, $4, $5, $6, $7)`, [
    row.purgeId,
    row.at,
    row.readings,
    JSON.stringify(row.days),
    row.hash,
    row.remaining,
    row.identities,
  ]);
}

/** Who somebody was is forgotten; that somebody was there stays. */
export function forgetIdentities(tx: Tx, before: string): Promise<number> {
  return tx.run(
    `update hall.visit set sealed_identity = null, person_key = null, shown = '*' where local_day < $1 and (sealed_identity is not null or person_key is not null)`,
    [before],
  );
}

export type PurgeRow = {
  readonly at: Date;
  readonly readings: number;
  readonly hash: string;
  readonly remaining: number;
  readonly identities: number;
};

export function listPurges(tx: Tx): Promise<PurgeRow[]> {
  return tx.rows<PurgeRow>(`select at, readings, hash, remaining, identities from hall.purge order by at desc limit 30`);
}
