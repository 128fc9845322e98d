import type { Tx } from '#kernel/db.ts';
import type { KioskHealth } from '../contract/kiosk.ts';

export async function setKioskState(tx: Tx, deviceId: string, { paper, reader }: Partial<KioskHealth>, at: Date): Promise<void> {
  await tx.run(
    `insert into hall.kiosk_state (device_id, paper, reader, reported_at) values ($1, coalesce($2, 'ok'), coalesce($3, 'none'), $4)
     on conflict (device_id) do update set paper = coalesce($2, hall.kiosk_state.paper), reader = coalesce($3, hall.kiosk_state.reader), reported_at = excluded.reported_at`,
    [deviceId, paper ?? null, reader ?? null, at],
  );
}

export function findKioskState(tx: Tx, deviceId: string): Promise<(KioskHealth & { readonly reportedAt: Date }) | undefined> {
  return tx.maybe(`select paper, reader, reported_at from hall.kiosk_state where device_id = $1`, [deviceId]);
}

/** How many were ended: at most the one that was open. */
export function endKioskSession(
  tx: Tx,
  { deviceId, by, wiped, at }: { deviceId: string; by: 'person' | 'idle' | 'next'; wiped: boolean; at: Date },
) {
  return tx.run(`update hall.kiosk_session set ended_at = $2, ended_by = $3, wiped = $4 where device_id = $1 and ended_at is null`, [
    deviceId,
    at,
    by,
    wiped,
  ]);
}

/** 0 when another was begun at the same moment. */
export function insertKioskSession(
  tx: Tx,
  { sessionId, deviceId, at }: { sessionId: string; deviceId: string; at: Date },
): Promise<number> {
  return tx.run(
    `insert into hall.kiosk_session (session_id, device_id, began_at) values ($1, $2, $3) on conflict (device_id) where ended_at is null do nothing`,
    [sessionId, deviceId, at],
  );
}

export function findOpenKioskSession(tx: Tx, deviceId: string): Promise<{ sessionId: string } | undefined> {
  return tx.maybe(`select session_id from hall.kiosk_session where device_id = $1 and ended_at is null`, [deviceId]);
}

export type KioskRow = {
  readonly deviceId: string;
  readonly name: string;
  readonly venueCode: string;
  readonly reportedAt: Date | null;
  readonly paper: KioskHealth['paper'] | null;
  readonly reader: KioskHealth['reader'] | null;
  readonly usedToday: number;
  readonly notWiped: number;
};

export function listKioskRows(tx: Tx, from: Date): Promise<KioskRow[]> {
  return tx.rows<KioskRow>(
    `select d.device_id, d.name, d.venue_code, k.reported_at, k.paper, k.reader,
       (select count(*)::int from hall.kiosk_session s where s.device_id = d.device_id and s.began_at >= $1) as used_today,
       (select count(*)::int from hall.kiosk_session s where s.device_id = d.device_id and s.began_at >= $1 and s.ended_at is not null and not s.wiped) as not_wiped
     from hall.device d left join hall.kiosk_state k using (device_id)
     where 'kiosk' = any (d.scopes) and d.revoked_at is null and d.paired_at is not null order by d.venue_code, d.name, d.device_id limit 500`,
    [from],
  );
}
