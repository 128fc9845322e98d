import type { Tx } from '#kernel/db.ts';
import { derivedRules } from '../rules/derived.ts';

export type SynonymRow = {
  readonly synonymId: string;
  readonly said: string[];
  readonly meant: string[];
  readonly language: string | null;
  readonly version: number;
};

export function listSynonyms(tx: Tx) {
  return tx.rows<SynonymRow>(`select synonym_id, said, meant, language, version from catalogue.synonym order by synonym_id`);
}

/** What the index is built with. */
export function listSayings(tx: Tx) {
  return tx.rows<Pick<SynonymRow, 'said' | 'meant'> & { letters: Record<string, string> | null }>(
    `select said, meant, case when (sounds->>'rules')::int = $1 then sounds->'letters' end as letters from catalogue.synonym order by synonym_id`,
    [derivedRules],
  );
}

/** Synonyms with a saying whose sound has yet to be worked out. */
export function listUnspelled(tx: Tx) {
  return tx.rows<Pick<SynonymRow, 'synonymId' | 'said'>>(
    `select synonym_id, said from catalogue.synonym
     where (sounds->>'rules')::int is distinct from $1 or not sounds->'letters' ?& said`,
    [derivedRules],
  );
}

export async function setSounds(tx: Tx, synonymId: string, letters: Readonly<Record<string, string>>): Promise<void> {
  await tx.run(`update catalogue.synonym set sounds = $2 where synonym_id = $1`, [
    synonymId,
    JSON.stringify({ rules: derivedRules, letters }),
  ]);
}

type NewSynonym = Pick<SynonymRow, 'synonymId' | 'said' | 'meant' | 'language'>;

/** Undefined when a synonym of this id is there already. */
export function insertSynonym(tx: Tx, { synonymId, said, meant, language }: NewSynonym, now: Date) {
  return tx.maybe<SynonymRow>(
    `insert into catalogue.synonym (synonym_id, said, meant, language, updated_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning synonym_id, said, meant, language, version`,
    [synonymId, said, meant, language, now],
  );
}

/** Undefined when it is not there or was changed in between. */
export function setSynonym(tx: Tx, { synonymId, said, meant, language, version }: SynonymRow, now: Date) {
  return tx.maybe<SynonymRow>(
    `update catalogue.synonym set said = $3, meant = $4, language = $5, version = version + 1, updated_at = $6
     where synonym_id = $1 and version = $2 returning synonym_id, said, meant, language, version`,
    [synonymId, version, said, meant, language, now],
  );
}

/** From a file: the line of this id, whatever it said before. */
export async function replaceSynonym(tx: Tx, { synonymId, said, meant, language }: NewSynonym, now: Date): Promise<void> {
  await tx.run(
    `insert into catalogue.synonym (synonym_id, said, meant, language, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (synonym_id) do update set said = excluded.said, meant = excluded.meant, language = excluded.language, updated_at = excluded.updated_at
     where (catalogue.synonym.said, catalogue.synonym.meant) is distinct from (excluded.said, excluded.meant)`,
    [synonymId, said, meant, language, now],
  );
}

export function findSynonym(tx: Tx, synonymId: string) {
  return tx.maybe<SynonymRow>(`select synonym_id, said, meant, language, version from catalogue.synonym where synonym_id = $1`, [
    synonymId,
  ]);
}

export async function deleteSynonym(tx: Tx, synonymId: string): Promise<boolean> {
  return (await tx.run(`delete from catalogue.synonym where synonym_id = $1`, [synonymId])) === 1;
}

/** One more who asked for this in vain. */
export async function countZeroHit(tx: Tx, { words, language, at }: { words: string; language: string; at: Date }): Promise<void> {
  await tx.run(
    `insert into catalogue.zero_hit (words, language, last_at) values ($1, $2, $3)
     on conflict (words) do update set asked = catalogue.zero_hit.asked + 1, last_at = greatest(catalogue.zero_hit.last_at, excluded.last_at)`,
    [words, language, at],
  );
}

export function listZeroHits(tx: Tx, limit: number) {
  return tx.rows<{ words: string; language: string; asked: number; lastAt: Date }>(
    `select words, language, asked, last_at from catalogue.zero_hit order by asked desc, last_at desc limit $1`,
    [limit],
  );
}
