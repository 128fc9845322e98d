import type { Action } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import type * as contract from '../contract/imports.ts';
import { newId } from '#kernel/ids.ts';
import { bytesOf, importCatalogue, isEmptyFile } from '../import/import-catalogue.ts';
import { readMapping } from '../import/table/mapping.ts';
import { findRun, listRuns, type RunRow } from '../queries/imports.ts';
import { deleteWaitingFile, deleteWaitingFilesBefore, findWaitingFile, insertWaitingFile } from '../queries/waiting-files.ts';

const usualLimit = 20;
const keptMs = 86_400_000;

export const importItems: Action<typeof contract.importItems> = async (act, { format, content, fileName, mapping }) => {
  const columns = readMapping(mapping);
  if (isRefusal(columns)) return columns;
  return isEmptyFile(bytesOf(content)) ? refuse('file_empty') : importCatalogue(act, { format, content, fileName, mapping: columns });
};

export const bringFile: Action<typeof contract.bringFile> = async ({ tx, now, actor }, { content, fileName }) => {
  const bytes = bytesOf(content);
  if (isEmptyFile(bytes)) return refuse('file_empty');
  await deleteWaitingFilesBefore(tx, new Date(now.getTime() - keptMs));
  const fileId = newId();
  const by = actor.personId ?? null;
  await insertWaitingFile(tx, { fileId, fileName: fileName ?? null, content: bytes, broughtBy: by, broughtAt: now });
  return { fileId };
};

export const importFile: Action<typeof contract.importFile> = async (act, { fileId, format, mapping }) => {
  const file = await findWaitingFile(act.tx, fileId);
  if (!file) return refuse('not_found');
  const columns = readMapping(mapping);
  if (isRefusal(columns)) return columns;
  const done = await importCatalogue(act, { format, content: file.content, fileName: file.fileName ?? undefined, mapping: columns });
  if (!isRefusal(done)) await deleteWaitingFile(act.tx, fileId);
  return done;
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
