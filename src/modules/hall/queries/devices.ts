import type { Tx } from '#kernel/db.ts';
import type { DeviceScope } from '../contract/devices.ts';

export type DeviceRow = {
  readonly deviceId: string;
  readonly venueCode: string;
  readonly door: string | null;
  readonly name: string;
  readonly scopes: readonly DeviceScope[];
  readonly codeUntil: Date | null;
  readonly pairedAt: Date | null;
  readonly seenAt: Date | null;
  readonly offsetMs: number | null;
  readonly waiting: number;
  readonly calibratedOn: string | null;
  readonly sealedKey: Uint8Array | null;
  readonly revokedAt: Date | null;
  readonly version: number;
};
const columns = `device_id, venue_code, door, name, scopes, code_until, paired_at, seen_at, offset_ms, waiting, calibrated_on, sealed_key, revoked_at, version`;

export function listAllDevices(tx: Tx): Promise<DeviceRow[]> {
  return tx.rows<DeviceRow>(
    `select ${columns} from hall.device order by revoked_at is not null, venue_code, door nulls last, name, device_id limit 1000`,
  );
}

export function findDevice(tx: Tx, deviceId: string): Promise<DeviceRow | undefined> {
  return tx.maybe<DeviceRow>(`select ${columns} from hall.device where device_id = $1`, [deviceId]);
}

export function findDeviceByToken(tx: Tx, tokenHash: string): Promise<DeviceRow | undefined> {
  return tx.maybe<DeviceRow>(`select ${columns} from hall.device where token_hash = $1 and revoked_at is null`, [tokenHash]);
}

export type NewDevice = Pick<
  DeviceRow,
  'deviceId' | 'venueCode' | 'door' | 'name' | 'scopes' | 'codeUntil' | 'pairedAt' | 'calibratedOn' | 'sealedKey'
> & {
  readonly codeHash: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
};

export async function insertDevice(tx: Tx, row: NewDevice): Promise<void> {
  await tx.run(
    `insert into hall.device (device_id, venue_code, door, name, scopes, code_hash, code_until, paired_at, calibrated_on, sealed_key, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.deviceId,
      row.venueCode,
      row.door,
      row.name,
      row.scopes,
      row.codeHash,
      row.codeUntil,
      row.pairedAt,
      row.calibratedOn,
      row.sealedKey,
      row.madeBy,
      row.madeAt,
    ],
  );
}

/** Codes nobody used in time give way to new ones. */
export async function clearOldCodes(tx: Tx, now: Date): Promise<void> {
  await tx.run(`update hall.device set code_hash = null, code_until = null where code_until <= $1`, [now]);
}

/** A code opens once: whoever comes second finds none. */
export function takeCode(
  tx: Tx,
  { codeHash, tokenHash, now }: { codeHash: string; tokenHash: string; now: Date },
): Promise<DeviceRow | undefined> {
  return tx.maybe<DeviceRow>(
    `update hall.device set code_hash = null, code_until = null, token_hash = $2, paired_at = $3, version = version + 1
     where code_hash = $1 and code_until > $3 and revoked_at is null returning ${columns}`,
    [codeHash, tokenHash, now],
  );
}

/** 0 when somebody was faster. */
export function setRevoked(
  tx: Tx,
  { deviceId, version, by, at }: { deviceId: string; version: number; by: string; at: Date },
): Promise<number> {
  return tx.run(
    `update hall.device set revoked_at = $3, revoked_by = $4, code_hash = null, code_until = null, version = version + 1
     where device_id = $1 and version = $2 and revoked_at is null`,
    [deviceId, version, at, by],
  );
}

export async function setHeard(tx: Tx, row: { deviceId: string; seenAt: Date; offsetMs: number; waiting: number }): Promise<void> {
  await tx.run(`update hall.device set seen_at = $2, offset_ms = $3, waiting = $4 where device_id = $1`, [
    row.deviceId,
    row.seenAt,
    row.offsetMs,
    row.waiting,
  ]);
}
