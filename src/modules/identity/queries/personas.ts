import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';

export type Persona = {
  readonly username: string;
  readonly icon: string;
  /** The page where this person's work begins. */
  readonly start: string;
  readonly name: Text;
  readonly title: Text;
  readonly steps: readonly Text[];
};

export function listPersonas(tx: Tx) {
  return tx.rows<Persona>(`select username, icon, start, name, title, steps from identity.persona order by position`);
}

export function findPersona(tx: Tx, username: string) {
  return tx.maybe<Persona & { personId: string }>(
    `select username, person_id, icon, start, name, title, steps from identity.persona join identity.account using (username)
     where username = $1 and demo`,
    [username],
  );
}

export async function setPersona(tx: Tx, persona: Persona, position: number): Promise<void> {
  await tx.run(
    `insert into identity.persona (username, position, icon, start, name, title, steps) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (username) do update set position = excluded.position, icon = excluded.icon, start = excluded.start,
       name = excluded.name, title = excluded.title, steps = excluded.steps`,
    [
      persona.username,
      position,
      persona.icon,
      persona.start,
      JSON.stringify(persona.name),
      JSON.stringify(persona.title),
      JSON.stringify(persona.steps),
    ],
  );
}
