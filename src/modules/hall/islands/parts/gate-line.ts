import type { PolicyRules } from '../../contract/policy.ts';
import type { Entry, Lease, Store } from './gate-store.ts';

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
export type DoorState = {
  readonly policyVersion: number;
  readonly policy: PolicyRules;
  readonly revoked: readonly string[];
  readonly passKey: string;
};
type Told = { online: boolean; waiting: number; lease: Lease | undefined; barred: boolean };

/** What stands between a door and the office: what could not be told waits in order and is told again until it is known. */
export type Line = {
  /** Undefined when nobody answers: then the door decides by itself. */
  readonly send: (path: string, body: object) => Promise<Answer | undefined>;
  readonly ask: (path: string) => Promise<Answer | undefined>;
  /** Counts it on this device and tells it later; false when no place is left. */
  readonly note: (entry: Pick<Entry, 'path' | 'body' | 'kind' | 'people'>) => Promise<number | undefined>;
  readonly drop: (seq: number) => Promise<boolean>;
  readonly answered: (body: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly door: () => DoorState;
  readonly beat: () => Promise<void>;
};

const patienceMs = 2500;
const renewMs = 120_000;

/** The device’s own clock, which may be wrong but runs evenly. */
export function deviceNow(): number {
  return performance.timeOrigin + performance.now();
}

type Options = {
  readonly venue: string;
  readonly door: string;
  readonly isDevice: boolean;
  readonly first: DoorState;
  readonly tell: (told: Told, door: Readonly<Record<string, unknown>> | undefined) => void;
};

/** What the line knows; changed in place by what follows. */
type Held = Options & {
  readonly store: Store;
  state: DoorState;
  lease: Lease | undefined;
  online: boolean;
  barred: boolean;
  renewedAt: number;
  turn: Promise<unknown>;
};

export async function openLine(store: Store, options: Options): Promise<Line> {
  const { first } = options;
  const before = await store.kept<DoorState>('door');
  const held: Held = {
    ...options,
    store,
    state: before && before.policyVersion > first.policyVersion ? before : { ...first, revoked: before?.revoked ?? [] },
    lease: await store.kept<Lease>('lease'),
    online: navigator.onLine,
    barred: false,
    renewedAt: -renewMs,
    turn: Promise.resolve(),
  };
  return {
    send: (path, body) => (held.online ? inTurn(held, () => call(held, path, body)) : Promise.resolve(undefined)),
    ask: (path) => call(held, path),
    note: (entry) => inTurn(held, () => note(held, entry)),
    drop: (seq) => inTurn(held, () => drop(held, seq)),
    answered: (body) => answered(held, body),
    door: () => held.state,
    beat: () => beat(held),
  };
}

/** One thing at a time: a lease is never renewed while something is on its way. */
function inTurn<T>(held: Held, work: () => Promise<T>): Promise<T> {
  const next = held.turn.then(work);
  held.turn = next.then(ignore, ignore);
  return next;
}

const ignore = () => {};

async function call(held: Held, path: string, body?: object): Promise<Answer | undefined> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  const headers = { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) };
  const init = { method: body ? 'POST' : 'GET', headers, signal: stop.signal, credentials: 'same-origin' as const };
  const found = await fetch(`/api/v1/hall${path}`, body ? { ...init, body: JSON.stringify(body) } : init).then(read, () => undefined);
  clearTimeout(timer);
  held.online = found !== undefined;
  held.barred = found?.status === 401 || found?.status === 403;
  return found;
}

async function report({ store, online, barred, isDevice, lease, tell }: Held, facts?: Answer['body']): Promise<void> {
  tell({ online, waiting: (await store.waiting()).length, lease: isDevice ? lease : undefined, barred }, facts);
}

/** The knock stands outside the turn: while nobody answers it, people at the door are not kept waiting. */
async function beat(held: Held): Promise<void> {
  const waiting = (await held.store.waiting()).length;
  const facts = held.isDevice ? undefined : await refresh(held);
  if (held.isDevice) await call(held, '/devices/heartbeat', { deviceAt: new Date(deviceNow()).toISOString(), waiting });
  if (!held.online || held.barred) return report(held, facts);
  await inTurn(held, async () => {
    await flush(held);
    await renew(held);
    await report(held, facts ?? (await refresh(held)));
  });
}

/** In the order in which it happened; what the office does not take for a reason that lasts is set aside and shown, never sent for ever. */
async function flush(held: Held): Promise<void> {
  for (const entry of await held.store.waiting()) {
    const found = await call(held, entry.path, entry.body ?? {});
    if (!found || found.status >= 500 || found.status === 429 || held.barred) return;
    await held.store.settle({ ...entry, state: found.status < 300 ? 'sent' : 'refused' }, held.lease);
  }
}

async function renew(held: Held): Promise<void> {
  const { store, venue, isDevice } = held;
  if (!isDevice || performance.now() - held.renewedAt < renewMs || (await store.waiting()).length > 0) return;
  const found = await call(held, `/${venue}/leases`, { waiting: 0 });
  if (found?.status !== 200) return;
  const { leaseId, places, minutes } = found.body as { leaseId: string; places: number; minutes: number };
  held.renewedAt = performance.now();
  held.lease = { leaseId, places, until: deviceNow() + minutes * 60_000 };
  await store.keep('lease', held.lease);
}

async function refresh(held: Held): Promise<Answer['body'] | undefined> {
  const found = await call(held, `/${held.venue}/doors/${held.door}`);
  if (found?.status !== 200) return undefined;
  held.state = found.body as unknown as DoorState;
  await held.store.keep('door', held.state);
  return found.body;
}

async function note(held: Held, entry: Pick<Entry, 'path' | 'body' | 'kind' | 'people'>): Promise<number | undefined> {
  const next = leaseAfter(held.lease, entry, held.isDevice);
  if (next === 'none') return undefined;
  held.lease = next;
  const seq = await held.store.append({ ...entry, state: 'waiting' }, next);
  await report(held);
  return seq;
}

async function drop(held: Held, seq: number): Promise<boolean> {
  const entry = (await held.store.waiting()).find((one) => one.seq === seq);
  if (!entry) return false;
  const back = entry.kind === 'in' ? entry.people : entry.kind === 'out' ? -entry.people : 0;
  if (held.lease) held.lease = { ...held.lease, places: Math.max(0, held.lease.places + back) };
  await held.store.settle({ ...entry, state: 'dropped' }, held.lease);
  await report(held);
  return true;
}

async function answered(held: Held, { leasePlaces }: Answer['body']): Promise<void> {
  if (held.lease && typeof leasePlaces === 'number' && (await held.store.waiting()).length === 0) {
    held.lease = { ...held.lease, places: leasePlaces };
    await held.store.keep('lease', held.lease);
  }
  await report(held);
}

async function read(response: Response): Promise<Answer | undefined> {
  const text = await response.text();
  return text.startsWith('{') ? { status: response.status, body: JSON.parse(text) as Answer['body'] } : undefined;
}

/** Who comes in takes places, who leaves gives them back; nobody comes in by a door that was given none, or whose time is over. */
function leaseAfter(
  lease: Lease | undefined,
  { kind, people }: Pick<Entry, 'kind' | 'people'>,
  isDevice: boolean,
): Lease | undefined | 'none' {
  if (kind !== 'in') return lease && kind === 'out' ? { ...lease, places: lease.places + people } : lease;
  if (!isDevice || !lease || lease.places < people || deviceNow() > lease.until) return 'none';
  return { ...lease, places: lease.places - people };
}
