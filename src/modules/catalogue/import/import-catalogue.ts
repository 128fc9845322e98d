import { decodeText } from '#adapters/text-file.ts';
import type { Act } from '#kernel/endpoint.ts';
import { newId, sha256 } from '#kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '#kernel/result.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import type { ImportFormat, ImportReport } from '../contract/imports.ts';
import type { CatalogueFacts } from '../facts.ts';
import { todayAt } from '../held.ts';
import { insertRun } from '../queries/imports.ts';
import { lockCatalogue } from '../queries/items.ts';
import { listNewest } from '../queries/versions.ts';
import { publishVersions } from '../publish.ts';
import type { Candidate, Notes } from './candidate.ts';
import { readGuangdong } from './guangdong.ts';
import { settle } from './settle.ts';
import type { Mapping } from './table/mapping.ts';
import { readTable } from './table/read-table.ts';
import { type Here, type ReadRow, toPublication } from './to-item.ts';
import { readTongban } from './tongban.ts';

export type ImportFile = {
  readonly format: ImportFormat;
  readonly content: unknown;
  readonly fileName?: string | undefined;
  readonly mapping?: Mapping | undefined;
};
export type ImportRefusal = Refusal<
  'not_text' | 'not_this_format' | 'old_excel' | 'broken_workbook' | 'too_large_unpacked' | 'too_many_rows' | 'columns_unknown'
>;

const mostReported = 20_000;

/**
 * The one way in for files of other systems, from a program, a browser or the command line: all of it in the act's transaction, or nothing.
 * Whether there is anything in the file was asked before (`isEmptyFile`).
 */
export async function importCatalogue(act: Act, file: ImportFile): Promise<ImportReport | ImportRefusal> {
  const bytes = bytesOf(file.content);
  const read = await readRows(bytes, file, { today: todayAt(act.now), home: homeOf(await getDirectory(act.tx)) });
  if (isRefusal(read)) return read;
  await lockCatalogue(act.tx);
  const newest = await listNewest(
    act.tx,
    read.flatMap(({ publication }) => publication?.item.code ?? []),
  );
  const { publications, counts, doubts } = settle(read, new Map(newest.map((one) => [one.code, one])));
  await publishVersions(act, publications);
  const report = {
    importId: newId(),
    ...counts,
    changed: publications.length,
    rows: doubts.slice(0, mostReported) as ImportReport['rows'],
  };
  await record(act, file, { bytes, report });
  const { importId, changed } = report;
  act.publish('catalogue_imported', { importId, format: file.format, changed } satisfies CatalogueFacts['catalogue_imported']);
  return report;
}

async function record(act: Act, file: ImportFile, { bytes, report }: { bytes: Uint8Array; report: ImportReport }): Promise<void> {
  const { rows, ...counts } = report;
  const about = { format: file.format, fileName: file.fileName ?? null, sha256: sha256(bytes), bytes: bytes.length };
  await insertRun(act.tx, { ...counts, ...about, by: act.actor.personId ?? null, byName: act.actor.name, at: act.now, report: rows });
}

export function isEmptyFile(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte > 0x20);
}

/** A workbook inside JSON comes in base64. */
export function bytesOf(content: unknown): Uint8Array {
  if (content instanceof Uint8Array) return content;
  const text = typeof content === 'string' ? content : JSON.stringify(content ?? '');
  return text.startsWith('UEsDB') ? Buffer.from(text, 'base64') : Buffer.from(text, 'utf8');
}

async function readRows(
  bytes: Uint8Array,
  { format, fileName, mapping }: ImportFile,
  here: Here,
): Promise<readonly ReadRow[] | ImportRefusal> {
  if (format === 'table') {
    const table = await readTable(bytes, { mapping, from: fileName ?? 'table' });
    return isRefusal(table) ? table : table.map((row) => finish(row, here));
  }
  const decoded = decodeText(bytes);
  if (!decoded) return refuse('not_text');
  if (format === 'tongban') return readTongban(decoded.text);
  const rows = readGuangdong(decoded.text);
  return isRefusal(rows) ? rows : rows.map((row) => finish(row, here));
}

function finish(row: Candidate | Notes, here: Here): ReadRow {
  return 'doubts' in row ? { notes: row } : toPublication(row, here);
}

/** Bodies that only a file knows stand below the unit that runs the hall: so they have a place, a calendar and a window. */
function homeOf({ units }: Directory): string {
  const hall = units.find((unit) => unit.intake)?.code.split('/')[0];
  return hall ? `${hall}/imported` : 'imported';
}
