import type { Action } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import type * as contract from '../contract/imports.ts';
import { importCatalogue } from '../import/import-catalogue.ts';
import { readMapping } from '../import/table/mapping.ts';
import { findRun, listRuns, type RunRow } from '../queries/imports.ts';

const usualLimit = 20;

export const importItems: Action<typeof contract.importItems> = async (act, { format, content, fileName, mapping }) => {
  const columns = readMapping(mapping);
  return isRefusal(columns) ? columns : importCatalogue(act, { format, content, fileName, mapping: columns });
};

export const listImports: Action<typeof contract.listImports> = async ({ tx }, { limit = usualLimit, cursor }) => {
  const offset = Number(cursor ?? 0);
  const found = await listRuns(tx, { limit: limit + 1, offset });
  return { rows: found.slice(0, limit).map(toRun), nextCursor: found.length > limit ? String(offset + limit) : null };
};

export const getImport: Action<typeof contract.getImport> = async ({ tx }, { importId }) => {
  const row = await findRun(tx, importId);
  return row ? { ...toRun(row), rows: row.report } : refuse('not_found');
};

function toRun({ importId, format, fileName, accepted, warned, rejected, changed, byName, at }: RunRow) {
  return { importId, format, fileName, accepted, warned, rejected, changed, by: byName, at: at.toISOString() };
}
