import type { Act } from '#kernel/endpoint.ts';
import { newId, sha256 } from '#kernel/ids.ts';
import { findPerson, findPersonByNumber, insertPerson, type Person } from '../queries/people.ts';
import { maskNumber, toPlainNumber } from '../rules/names.ts';
import { settings } from '../settings.ts';

/** Numbers are few enough to be tried one by one, so the hash is keyed. */
export function hashNumber(number: string): string {
  return sha256(`${settings().numberKey}:${toPlainNumber(number)}`);
}

export type Known = { name: string; phone?: string | undefined; number: string; kind?: Person['kind'] };

/**
 * The person or organisation behind an identity number, made when it is not known yet, without an account.
 * The name on file stays: compare it, when the number was typed by hand.
 */
export async function ensurePerson({ tx, now, language }: Pick<Act, 'tx' | 'now' | 'language'>, known: Known): Promise<Person> {
  const numberHash = hashNumber(known.number);
  const found = await findPersonByNumber(tx, numberHash);
  if (found) return found;
  const personId = newId();
  const made = await insertPerson(tx, {
    personId,
    kind: known.kind ?? 'person',
    name: known.name.trim(),
    phone: known.phone?.trim() ?? '',
    email: null,
    numberMasked: maskNumber(toPlainNumber(known.number)),
    numberHash,
    language,
    care: false,
    unitCode: null,
    now,
  });
  return (made ? await findPerson(tx, personId) : await findPersonByNumber(tx, numberHash)) as Person;
}
