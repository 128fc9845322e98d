import type { Tx } from '#kernel/db.ts';
import type { Area } from '../contract/shapes.ts';
import type { Change, Count } from '../rules/headcount.ts';

export type AreaCount = Count & { readonly area: Area };

export function listCounts(tx: Tx, venue: string): Promise<AreaCount[]> {
  return tx.rows<AreaCount>(`select area, inside, leased from hall.headcount where venue_code = $1`, [venue]);
}

/** Both areas of a venue, made when they are not there, held until the end of the transaction; always both and always in one order, so that nobody waits in a ring. */
export async function lockCounts(tx: Tx, venue: string): Promise<Record<Area, Count>> {
  const locked = await rowsLocked(tx, venue);
  if (locked.length === 2) return byArea(locked);
  await tx.run(`insert into hall.headcount (venue_code, area) values ($1, 'hall'), ($1, 'special') on conflict do nothing`, [venue]);
  return byArea(await rowsLocked(tx, venue));
}

function rowsLocked(tx: Tx, venue: string): Promise<AreaCount[]> {
  return tx.rows<AreaCount>(`select area, inside, leased from hall.headcount where venue_code = $1 order by area for update`, [venue]);
}

function byArea(rows: readonly AreaCount[]): Record<Area, Count> {
  const of = (area: Area) => rows.find((row) => row.area === area) ?? { inside: 0, leased: 0 };
  return { hall: of('hall'), special: of('special') };
}

/** Only as it was seen: throws when the row is another, which the lock rules out. */
export async function changeCount(
  tx: Tx,
  { venue, area, seen, change }: { venue: string; area: Area; seen: Count; change: Change },
): Promise<void> {
  const changed = await tx.run(
    `update hall.headcount set inside = inside + $5, leased = leased + $6 where venue_code = $1 and area = $2 and inside = $3 and leased = $4`,
    [venue, area, seen.inside, seen.leased, change.inside, change.leased],
  );
  if (changed !== 1) throw new Error(`the headcount of ${venue} ${area} was changed without its lock`);
}

export type Movement = {
  readonly movementId: string;
  readonly venueCode: string;
  readonly area: Area;
  readonly door: string | null;
  readonly kind: 'in' | 'out' | 'undo' | 'close';
  readonly people: number;
  readonly visitId: string | null;
  readonly undoes: string | null;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly byName: string;
  readonly source: string;
  readonly reason: string | null;
};

export async function insertMovement(tx: Tx, row: Movement): Promise<void> {
  await tx.run(
    `insert into hall.movement (movement_id, venue_code, area, door, kind, people, visit_id, undoes, at, received_at, by_name, source, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.movementId,
      row.venueCode,
      row.area,
      row.door,
      row.kind,
      row.people,
      row.visitId,
      row.undoes,
      row.at,
      row.receivedAt,
      row.byName,
      row.source,
      row.reason,
    ],
  );
}

export function findMovement(tx: Tx, movementId: string): Promise<Movement | undefined> {
  return tx.maybe<Movement>(`select * from hall.movement where movement_id = $1`, [movementId]);
}

/** When the day was closed after an instant, if it was: what is told of the time before is over. */
export async function findLastClose(tx: Tx, venue: string, after: Date): Promise<Date | undefined> {
  const { at } = await tx.one<{ at: Date | null }>(
    `select max(at) as at from hall.movement where venue_code = $1 and kind = 'close' and visit_id is null and at >= $2`,
    [venue, after],
  );
  return at ?? undefined;
}

export function findEntry(tx: Tx, visitId: string): Promise<Movement | undefined> {
  return tx.maybe<Movement>(`select * from hall.movement where visit_id = $1 and kind = 'in'`, [visitId]);
}

export function isUndone(tx: Tx, movementId: string): Promise<boolean> {
  return tx
    .one<{ undone: boolean }>(`select exists (select from hall.movement where undoes = $1) as undone`, [movementId])
    .then(({ undone }) => undone);
}

export type Lease = {
  readonly leaseId: string;
  readonly venueCode: string;
  readonly area: Area;
  readonly deviceId: string;
  readonly places: number;
  readonly used: number;
  readonly grantedAt: Date;
  readonly untilAt: Date;
};
const leaseColumns = `lease_id, venue_code, area, device_id, places, used, granted_at, until_at`;

/** Under the lock of the venue's headcount. */
export function findOpenLease(tx: Tx, deviceId: string, area: Area): Promise<Lease | undefined> {
  return tx.maybe<Lease>(`select ${leaseColumns} from hall.lease where device_id = $1 and area = $2 and closed_at is null`, [
    deviceId,
    area,
  ]);
}

export async function takeFromLease(tx: Tx, leaseId: string, people: number): Promise<void> {
  await tx.run(`update hall.lease set used = used + $2 where lease_id = $1`, [leaseId, people]);
}

export async function insertLease(tx: Tx, row: Lease): Promise<void> {
  await tx.run(
    `insert into hall.lease (lease_id, venue_code, area, device_id, places, used, granted_at, until_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.leaseId, row.venueCode, row.area, row.deviceId, row.places, row.used, row.grantedAt, row.untilAt],
  );
}

export async function closeLease(tx: Tx, leaseId: string, at: Date): Promise<void> {
  await tx.run(`update hall.lease set closed_at = $2 where lease_id = $1 and closed_at is null`, [leaseId, at]);
}

export async function closeLeasesOf(tx: Tx, venue: string, at: Date): Promise<void> {
  await tx.run(`update hall.lease set closed_at = $2 where venue_code = $1 and closed_at is null`, [venue, at]);
}

/** Gates of a venue that were heard within the hour: among them what is free is shared. */
export function countGates(tx: Tx, venue: string, now: Date): Promise<number> {
  return tx
    .one<{ open: number }>(
      `select count(*)::int as open from hall.device where venue_code = $1 and 'gate' = any(scopes) and revoked_at is null and seen_at > $2`,
      [venue, new Date(now.getTime() - 3_600_000)],
    )
    .then(({ open }) => open);
}
