import type { Actor } from '#kernel/actor.ts';
import { stopwatch } from '#kernel/clock.ts';
import type { Database } from '#kernel/db.ts';
import { newToken, sha256 } from '#kernel/ids.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { type DeviceRow, findDeviceByToken } from './queries/devices.ts';

const mark = 'dev.';

export function newDeviceToken(): string {
  return mark + newToken();
}

export function isDeviceToken(token: string): boolean {
  return token.startsWith(mark);
}

type Held = { readonly actor: Promise<Actor | undefined>; readonly age: () => number };
const freshMs = 2000;
const heldAtMost = 5000;
const heldByDatabase = new WeakMap<Database, Map<string, Held>>();

/** Who a device is; undefined when it was revoked. Asked of the database at most every two seconds a device, so a revoked one is out within those. */
export function resolveDevice(db: Database, token: string): Promise<Actor | undefined> {
  const held = heldByDatabase.get(db) ?? new Map<string, Held>();
  heldByDatabase.set(db, held);
  const known = held.get(token);
  if (known && known.age() < freshMs) return known.actor;
  if (held.size >= heldAtMost) held.clear();
  const entry: Held = { actor: look(db, token), age: stopwatch() };
  entry.actor.then(undefined, () => held.delete(token));
  held.set(token, entry);
  return entry.actor;
}

function look(db: Database, token: string): Promise<Actor | undefined> {
  return db.read(async (tx) => {
    const device = await findDeviceByToken(tx, sha256(token));
    const venue = device && (await getDirectory(tx)).venueByCode.get(device.venueCode);
    return device && venue && toActor(device, venue.unitCode);
  });
}

/** A gate works at its venue’s doors; what kiosks and displays may is for their own endpoints to say. */
function toActor({ deviceId, name, venueCode, scopes }: DeviceRow, unitCode: string): Actor {
  return {
    kind: 'device',
    personId: undefined,
    name,
    grants: scopes.includes('gate') ? [{ role: 'gate', unitCode }] : [],
    unitCode,
    sessionId: undefined,
    device: { deviceId, venue: venueCode, scopes },
  };
}
