import type { Actor } from '#kernel/actor.ts';
import { stopwatch } from '#kernel/clock.ts';
import type { Database, Tx } from '#kernel/db.ts';
import { sha256 } from '#kernel/ids.ts';
import { findPerson, listGrants } from './queries/people.ts';
import { findSession, type SessionRow, setSeen } from './queries/sessions.ts';
import { expiryOf, isWorthNoting } from './rules/session.ts';

type Held = { readonly actor: Promise<Actor | undefined>; readonly age: () => number; personId?: string };

const freshMs = 2000;
const heldAtMost = 20_000;
const heldByHash = new Map<string, Held>();

/**
 * Who stands behind a token; undefined when the session has ended or expired. Asked of the database at most every two seconds a token:
 * a session ended here is forgotten at once, one ended in another process within those two seconds.
 */
export function resolveSession(db: Database, token: string, now: Date): Promise<Actor | undefined> {
  const tokenHash = sha256(token);
  const held = heldByHash.get(tokenHash);
  if (held && held.age() < freshMs) return held.actor;
  const entry: Held = { actor: look(db, tokenHash, now), age: stopwatch() };
  if (heldByHash.size >= heldAtMost) heldByHash.clear();
  heldByHash.set(tokenHash, entry);
  entry.actor.then(
    (actor) => {
      if (actor?.personId) entry.personId = actor.personId;
    },
    () => heldByHash.delete(tokenHash),
  );
  return entry.actor;
}

/** After a session ended or rights changed: the next request of these people asks the database again. */
export function forgetSessionsOf(personId: string): void {
  for (const [hash, held] of heldByHash) if (held.personId === personId || held.personId === undefined) heldByHash.delete(hash);
}

async function look(db: Database, tokenHash: string, now: Date): Promise<Actor | undefined> {
  const session = await db.read((tx) => findSession(tx, tokenHash, now));
  if (!session) return undefined;
  if (isWorthNoting(session.seenAt, now)) {
    const times = { seenAt: now, expiresAt: expiryOf(now, session.idleMinutes) };
    await db.transaction((tx) => setSeen(tx, session.sessionId, times));
  }
  return toActor(session);
}

function toActor({ personId, name, grants, unitCode, sessionId }: SessionRow): Actor {
  return { kind: 'person', personId, name, grants, unitCode: unitCode ?? undefined, sessionId };
}

/** Somebody as who acts, whether signed in or not: to ask what they may do, or to play the demo. */
export async function actorOf(tx: Tx, personId: string): Promise<Actor | undefined> {
  const person = await findPerson(tx, personId);
  if (!person) return undefined;
  const { name, unitCode } = person;
  return { kind: 'person', personId, name, grants: await listGrants(tx, personId), unitCode: unitCode ?? undefined, sessionId: undefined };
}
