import type { Tx } from '#kernel/db.ts';

type Row = Readonly<Record<string, unknown>>;

/** Everything that is held of a person here, but for what only proves who they are: hashes, keys, tokens. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, readonly Row[]>> {
  const all = (text: string) => tx.rows<Row>(text, [personId]);
  return {
    person: await all(
      `select p.kind, p.name, p.phone, p.email, p.number_masked, p.language, p.care, p.unit_code, p.created_at, a.username, a.totp_since
       from identity.person p left join identity.account a using (person_id) where p.person_id = $1`,
    ),
    roles: await all(`select role, unit_code from identity."grant" where person_id = $1`),
    sessions: await all(`select device, created_at, seen_at, ended_at from identity.session where person_id = $1 order by created_at`),
    mandates: await all(
      `select p.name as principal, a.name as agent, m.items, m.from_on, m.until_on, m.proof, m.state, m.created_at from identity.mandate m
         join identity.person p on p.person_id = m.principal_id join identity.person a on a.person_id = m.agent_id
       where $1 in (m.principal_id, m.agent_id) order by m.created_at`,
    ),
    looks: await all(`select at, actor_name, actor_unit, what, why from identity.view_log where subject_id = $1 order by view_id`),
  };
}
