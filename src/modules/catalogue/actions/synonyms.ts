import type { Action } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract/synonyms.ts';
import * as queries from '../queries/synonyms.ts';
import { touchCatalogue } from '../publish.ts';

const mostZeroHits = 500;

export const listSynonyms: Action<typeof contract.listSynonyms> = async ({ tx }) => ({
  rows: (await queries.listSynonyms(tx)).map(toSynonym),
  nextCursor: null,
});

export const putSynonym: Action<typeof contract.putSynonym> = async (act, { synonymId, said, meant, language = null, version }) => {
  const { tx, now } = act;
  const row = version
    ? await queries.setSynonym(tx, { synonymId, said, meant, language, version }, now)
    : await queries.insertSynonym(tx, { synonymId, said, meant, language }, now);
  if (!row) return refuse('stale_version', { version: (await queries.findSynonym(tx, synonymId))?.version });
  await touchCatalogue(act);
  return toSynonym(row);
};

export const deleteSynonym: Action<typeof contract.deleteSynonym> = async (act, { synonymId }) => {
  if (!(await queries.deleteSynonym(act.tx, synonymId))) return refuse('not_found');
  await touchCatalogue(act);
  return { synonymId };
};

export const listZeroHits: Action<typeof contract.listZeroHits> = async ({ tx }) => {
  const rows = await queries.listZeroHits(tx, mostZeroHits);
  return { rows: rows.map((row) => ({ ...row, language: row.language as Language, lastAt: row.lastAt.toISOString() })), nextCursor: null };
};

function toSynonym({ language, ...row }: queries.SynonymRow) {
  return { ...row, language: language as Language | null };
}
