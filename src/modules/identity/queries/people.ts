import type { Grant, Role } from '#kernel/actor.ts';
import type { Tx } from '#kernel/db.ts';
import type { Language } from '#kernel/locale.ts';

/** A person or an organisation as other modules may know them. The full identity number is nowhere. */
export type Person = {
  readonly personId: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  /** As typed; empty when none is known. */
  readonly phone: string;
  readonly email: string | null;
  readonly numberMasked: string | null;
  readonly language: Language;
  readonly care: boolean;
  readonly unitCode: string | null;
};

const personColumns = `p.person_id, p.kind, p.name, coalesce(p.phone, '') as phone, p.email, p.number_masked, p.language, p.care, p.unit_code`;

export function findPerson(tx: Tx, personId: string) {
  return tx.maybe<Person>(`select ${personColumns} from identity.person p where p.person_id = $1`, [personId]);
}

export async function listPersons(tx: Tx, personIds: readonly string[]): Promise<Person[]> {
  return tx.rows<Person>(`select ${personColumns} from identity.person p where p.person_id = any($1::uuid[])`, [personIds]);
}

export function findPersonByNumber(tx: Tx, numberHash: string) {
  return tx.maybe<Person>(`select ${personColumns} from identity.person p where p.number_hash = $1`, [numberHash]);
}

/** The one person of this name behind this phone; none when there are several. */
export async function findPersonByPhone(tx: Tx, phoneDigits: string, name: string): Promise<Person | undefined> {
  const found = await tx.rows<Person>(`select ${personColumns} from identity.person p where p.phone_digits = $1 and p.name = $2 limit 2`, [
    phoneDigits,
    name,
  ]);
  return found.length === 1 ? found[0] : undefined;
}

export async function listPersonIdsByUsername(tx: Tx, usernames: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ username: string; personId: string }>(
    `select username, person_id from identity.account where username = any($1)`,
    [usernames],
  );
  return new Map(rows.map((row) => [row.username, row.personId]));
}

/** The people who hold a role for a unit: there or in a unit above. */
export function listHolders(tx: Tx, role: Role, unitCode: string) {
  return tx.rows<Person>(
    `select distinct ${personColumns} from identity.person p join identity.grant g using (person_id)
     where g.role = $1 and (g.unit_code = '' or g.unit_code = $2 or $2 like g.unit_code || '/%') order by p.person_id`,
    [role, unitCode],
  );
}

export type NewPerson = Omit<Person, 'numberMasked'> & { numberMasked: string | null; numberHash: string | null; now: Date };

/** False when somebody with this identity number is known already. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const inserted = await tx.run(
    `insert into identity.person (person_id, kind, name, phone, email, number_masked, number_hash, language, care, unit_code, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (number_hash) do nothing`,
    [
      person.personId,
      person.kind,
      person.name,
      person.phone || null,
      person.email,
      person.numberMasked,
      person.numberHash,
      person.language,
      person.care,
      person.unitCode,
      person.now,
    ],
  );
  return inserted === 1;
}

export async function setPerson(tx: Tx, person: Pick<Person, 'personId' | 'language' | 'care' | 'email'>): Promise<void> {
  await tx.run(`update identity.person set language = $2, care = $3, email = $4 where person_id = $1`, [
    person.personId,
    person.language,
    person.care,
    person.email,
  ]);
}

export function listGrants(tx: Tx, personId: string) {
  return tx.rows<Grant>(`select role, unit_code from identity.grant where person_id = $1 order by role, unit_code`, [personId]);
}

export async function setGrants(tx: Tx, personId: string, grants: readonly Grant[]): Promise<void> {
  await tx.run(`delete from identity.grant where person_id = $1`, [personId]);
  await tx.run(
    `insert into identity.grant (person_id, role, unit_code)
     select $1, g.role, g."unitCode" from jsonb_to_recordset($2::jsonb) as g (role text, "unitCode" text) on conflict do nothing`,
    [personId, JSON.stringify(grants)],
  );
}

export type ListedPerson = Person & { username: string | null; secondFactor: boolean; grants: Grant[] };

/** Staff and account holders for the administrator, those of some units or all; `after` is the last person of the page before. */
export function listPeople(
  tx: Tx,
  { q, after, limit, units }: { q: string; after: string | undefined; limit: number; units: readonly string[] | undefined },
) {
  return tx.rows<ListedPerson>(
    `select ${personColumns}, a.username, a.totp_since is not null as second_factor,
       coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitCode', g.unit_code) order by g.role, g.unit_code)
         from identity.grant g where g.person_id = p.person_id), '[]') as grants
     from identity.person p join identity.account a using (person_id)
     where ($1 = '' or p.name like '%' || $1 || '%' or a.username like '%' || $1 || '%' or p.unit_code like $1 || '%')
       and ($2::uuid is null or p.person_id > $2::uuid)
       and ($4::text[] is null or exists (
         select from (select p.unit_code union all select g.unit_code from identity.grant g where g.person_id = p.person_id) placed, unnest($4::text[]) above
         where placed.unit_code = above or placed.unit_code like above || '/%'))
     order by p.person_id limit $3`,
    [q, after ?? null, limit, units ?? null],
  );
}
