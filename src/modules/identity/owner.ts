import type { Tx } from '#kernel/db.ts';
import { newId } from '#kernel/ids.ts';
import { makeInvitation } from './actions/people.ts';
import { hasAdministrator, insertAccount } from './queries/accounts.ts';
import { insertPerson, listPersonIdsByUsername, setGrants } from './queries/people.ts';

const ownerLinkMs = 30 * 60_000;

/**
 * The one-time link (30 minutes) under which the first administrator of an empty installation sets a password; undefined when there is one already.
 * Asking again makes a new link for the same account, `owner`, and ends the old one.
 */
export async function createOwner(tx: Tx, now: Date): Promise<{ path: string; expiresAt: string } | undefined> {
  if (await hasAdministrator(tx)) return undefined;
  const personId = (await listPersonIdsByUsername(tx, ['owner'])).get('owner') ?? (await insertOwner(tx, now));
  const { path, expiresAt } = await makeInvitation({ tx, now }, personId, ownerLinkMs);
  return { path, expiresAt };
}

async function insertOwner(tx: Tx, now: Date): Promise<string> {
  const personId = newId();
  const unknown = { phone: '', email: null, numberMasked: null, numberHash: null, unitCode: null };
  await insertPerson(tx, { ...unknown, personId, kind: 'person', name: 'Owner', language: 'zh-Hans', care: false, now });
  await insertAccount(tx, { personId, username: 'owner', passwordHash: null, demo: false, now });
  await setGrants(tx, personId, [
    { role: 'admin', unitCode: '' },
    { role: 'operator', unitCode: '' },
  ]);
  return personId;
}
