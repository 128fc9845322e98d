import type { Act, Action, Input } from '#kernel/endpoint.ts';
import { newDigits, newId, newToken, sha256 } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import { isDay } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type * as contract from '../contract/devices.ts';
import type { Device } from '../contract/devices.ts';
import { newDeviceToken } from '../devices.ts';
import { findPlace, worksAt } from '../place.ts';
import {
  clearOldCodes,
  type DeviceRow,
  findDevice,
  insertDevice,
  listAllDevices,
  setHeard,
  setRevoked,
  takeCode,
} from '../queries/devices.ts';
import { getPolicyAt } from '../queries/policy.ts';
import { hallSettings } from '../settings.ts';

const codeMinutes = 10;
const tokenYears = 2;
const keepers = ['admin', 'operator', 'supervisor'] as const;

export const listDevices: Action<typeof contract.listDevices> = async (act) => {
  const { rules } = await getPolicyAt(act.tx, act.now);
  const { venueByCode } = await getDirectory(act.tx);
  const rows = (await listAllDevices(act.tx)).filter(({ venueCode }) => {
    const venue = venueByCode.get(venueCode);
    return venue !== undefined && worksAt(act.actor, venue, keepers);
  });
  return { rows: rows.map((row) => toDevice(row, rules.skewMinutes)), nextCursor: null };
};

function toDevice(row: DeviceRow, skewMinutes: number): Device {
  const offsetSeconds = row.offsetMs === null ? null : Math.round(row.offsetMs / 1000);
  return {
    deviceId: row.deviceId,
    venue: row.venueCode,
    door: row.door,
    name: row.name,
    scopes: [...row.scopes],
    state: row.revokedAt ? 'revoked' : row.pairedAt ? 'paired' : 'waiting',
    seenAt: row.seenAt?.toISOString() ?? null,
    offsetSeconds,
    skewed: Math.abs(offsetSeconds ?? 0) > skewMinutes * 60,
    waiting: row.waiting,
    calibratedOn: row.calibratedOn,
    version: row.version,
  };
}

export const addDevice: Action<typeof contract.addDevice> = async (act, input) => {
  const place = await findPlace(act, input.venue);
  if (!place) return refuse('venue_unknown');
  if (!worksAt(act.actor, place.venue, keepers)) return refuse('outside_your_unit');
  if (input.door && !place.plan.doors.some(({ door }) => door === input.door)) return refuse('door_unknown', { field: 'door' });
  if (input.calibratedOn && !isDay(input.calibratedOn)) return refuse('no_such_day', { field: 'calibratedOn' });
  return input.scopes.includes('robot') ? addRobot(act, input) : addScreen(act, input);
};

function rowOf(act: Act, { venue, door, name, scopes, calibratedOn }: Input<typeof contract.addDevice>) {
  return {
    deviceId: newId(),
    venueCode: venue,
    door: door ?? null,
    name,
    scopes,
    calibratedOn: calibratedOn ?? null,
    madeBy: act.actor.name,
    madeAt: act.now,
  };
}

/** A robot signs what it sends with a key that is shown once. */
async function addRobot(act: Act, input: Input<typeof contract.addDevice>) {
  const key = newToken();
  const row = { ...rowOf(act, input), codeHash: null, codeUntil: null, pairedAt: act.now, sealedKey: hallSettings().box.seal(key) };
  await insertDevice(act.tx, row);
  return { deviceId: row.deviceId, code: null, codeUntil: null, key };
}

async function addScreen(act: Act, input: Input<typeof contract.addDevice>) {
  const code = newDigits(6);
  const codeUntil = new Date(act.now.getTime() + codeMinutes * 60_000);
  await clearOldCodes(act.tx, act.now);
  const row = { ...rowOf(act, input), codeHash: sha256(code), codeUntil, pairedAt: null, sealedKey: null };
  await insertDevice(act.tx, row);
  return { deviceId: row.deviceId, code, codeUntil: codeUntil.toISOString(), key: null };
}

export const pairDevice: Action<typeof contract.pairDevice> = async (act, { code }) => {
  const token = newDeviceToken();
  const device = await takeCode(act.tx, { codeHash: sha256(code), tokenHash: sha256(token), now: act.now });
  if (!device) return refuse('code_wrong', { field: 'code' });
  const expiresAt = new Date(act.now);
  expiresAt.setFullYear(expiresAt.getFullYear() + tokenYears);
  return { deviceId: device.deviceId, token, expiresAt: expiresAt.toISOString(), start: startOf(device) };
};

function startOf({ deviceId, scopes, venueCode, door }: DeviceRow): string {
  if (scopes.includes('gate') && door) return `/gate/${venueCode}/${door}`;
  if (scopes.includes('kiosk')) return `/kiosk/${deviceId}`;
  return scopes.includes('display') ? `/screen/${venueCode}/${door ?? 'all'}` : `/gate/${venueCode}`;
}

export const revokeDevice: Action<typeof contract.revokeDevice> = async (act, { deviceId, version }) => {
  const device = await findDevice(act.tx, deviceId);
  const place = device && (await findPlace(act, device.venueCode));
  if (!device || !place) return refuse('not_found');
  if (!worksAt(act.actor, place.venue, keepers)) return refuse('outside_your_unit');
  const changed = await setRevoked(act.tx, { deviceId, version, by: act.actor.name, at: act.now });
  return changed === 1 ? { deviceId, version: version + 1 } : refuse('stale_version', { version: device.version });
};

export const heartbeat: Action<typeof contract.heartbeat> = async ({ tx, now, actor }, { deviceAt, waiting = 0 }) => {
  if (!actor.device) return refuse('not_a_device');
  const offsetMs = Math.max(-2_000_000_000, Math.min(2_000_000_000, new Date(deviceAt).getTime() - now.getTime()));
  await setHeard(tx, { deviceId: actor.device.deviceId, seenAt: now, offsetMs, waiting });
  const { rules } = await getPolicyAt(tx, now);
  return { serverAt: now.toISOString(), offsetMs, skewed: Math.abs(offsetMs) > rules.skewMinutes * 60_000 };
};
