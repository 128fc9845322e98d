import { isStaff } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { newId, newToken, sha256 } from '#kernel/ids.ts';
import type { PersonShape, SessionShape } from '../contract/types.ts';
import { findPerson, listGrants } from '../queries/people.ts';
import { insertSession } from '../queries/sessions.ts';
import { expiryOf, idleMinutes } from '../rules/session.ts';

/** The one place where a session begins, whatever proved who it is. Only the hash of its token is kept; its name is what the caller gave it, else what the browser is. */
export async function openSession(
  { tx, now, browser = '' }: Pick<Act, 'tx' | 'now' | 'browser'>,
  personId: string,
  device = browser,
): Promise<SessionShape> {
  const person = await personShape(tx, personId);
  const grants = await listGrants(tx, personId);
  const minutes = idleMinutes({ isStaff: isStaff({ grants } as never), care: person.care });
  const token = newToken();
  const expiresAt = expiryOf(now, minutes);
  await insertSession(tx, { sessionId: newId(), tokenHash: sha256(token), personId, device, idleMinutes: minutes, now, expiresAt });
  return { token, expiresAt: expiresAt.toISOString(), person };
}

export async function personShape(tx: Act['tx'], personId: string): Promise<PersonShape> {
  const person = await findPerson(tx, personId);
  if (!person) throw new Error('a session or an account without its person');
  const grants = await listGrants(tx, personId);
  return {
    personId,
    name: person.name,
    roles: [...new Set(grants.map((grant) => grant.role))],
    unitCode: person.unitCode,
    language: person.language,
    care: person.care,
  };
}
