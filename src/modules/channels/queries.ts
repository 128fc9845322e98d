import type { Tx } from '#kernel/db.ts';
import type { SuspensionRow } from './rules.ts';

const columns = `suspension_id, venue_code, unit_code, item_code, channels, from_at, until_at, ended_at, reason, urgent_excepted, version`;

/** Everything that is in force at an instant or will be. */
export function listCurrent(tx: Tx, at: Date): Promise<SuspensionRow[]> {
  return tx.rows<SuspensionRow>(
    `select ${columns} from channels.suspension where (until_at is null or until_at > $1) and (ended_at is null or ended_at > $1) order by from_at desc`,
    [at],
  );
}

/** The same for whoever is about to take something in: while their transaction lasts, no closure is published. In one statement. */
export function listForTaking(tx: Tx, at: Date): Promise<SuspensionRow[]> {
  return tx.rows<SuspensionRow>(`select ${columns} from channels.suspensions_for_taking($1)`, [at]);
}

/** Waits for everything that is being taken in, and holds back what comes, until this transaction has ended. */
export async function lockTaking(tx: Tx): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock(hashtextextended('channels.suspension', 0))`);
}

export function listAll(tx: Tx): Promise<SuspensionRow[]> {
  return tx.rows<SuspensionRow>(`select ${columns} from channels.suspension order by from_at desc limit 200`);
}

export async function insertSuspension(tx: Tx, row: SuspensionRow & { createdBy: string; createdAt: Date }): Promise<void> {
  await tx.run(
    `insert into channels.suspension (suspension_id, venue_code, unit_code, item_code, channels, from_at, until_at, reason, urgent_excepted, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.suspensionId,
      row.venueCode,
      row.unitCode,
      row.itemCode,
      row.channels,
      row.fromAt,
      row.untilAt,
      JSON.stringify(row.reason),
      row.urgentExcepted,
      row.createdBy,
      row.createdAt,
    ],
  );
}

export function lockSuspension(tx: Tx, suspensionId: string): Promise<SuspensionRow | undefined> {
  return tx.maybe<SuspensionRow>(`select ${columns} from channels.suspension where suspension_id = $1 for update`, [suspensionId]);
}

export async function setEnded(tx: Tx, { suspensionId, at, by }: { suspensionId: string; at: Date; by: string }): Promise<void> {
  await tx.run(`update channels.suspension set ended_at = $2, ended_by = $3, version = version + 1 where suspension_id = $1`, [
    suspensionId,
    at,
    by,
  ]);
}

export async function getVersion(tx: Tx): Promise<string> {
  return String((await tx.one<{ version: number }>(`select version from channels.announcement_version`)).version);
}

export async function raiseVersion(tx: Tx): Promise<void> {
  await tx.run(`update channels.announcement_version set version = version + 1`);
}
