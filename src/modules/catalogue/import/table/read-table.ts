import { readWorkbook, type Sheet, type WorkbookRefusal } from '#adapters/spreadsheet.ts';
import { decodeText } from '#adapters/text-file.ts';
import { isRefusal, type Refusal, refuse } from '#kernel/result.ts';
import { type Notes, notesOn } from '../candidate.ts';
import type { Candidate } from '../candidate.ts';
import { type Columns, findHeader, type Header, tableFields } from './columns.ts';
import { delimiters, readCsv } from './csv.ts';
import type { Mapping } from './mapping.ts';
import { toCandidates } from './to-candidates.ts';

export type TableRefusal = WorkbookRefusal | Refusal<'not_text' | 'not_this_format' | 'columns_unknown'>;
type Given = { readonly mapping: Mapping | undefined; readonly from: string };
/** One sheet whose columns are known. `openSince`: from this row on a quote swallowed the rest. */
export type Table = { readonly rows: Sheet['rows']; readonly header: Header; readonly openSince?: number | undefined };

const mostRows = 50_000;

/** A workbook or delimited text → candidates, with its columns as given or as its headers say. */
export async function readTable(bytes: Uint8Array, { mapping, from }: Given): Promise<readonly (Candidate | Notes)[] | TableRefusal> {
  const sheets = await sheetsOf(bytes, mapping);
  if (isRefusal(sheets)) return sheets;
  const tables = sheets.filter(({ name }) => !mapping?.sheet || name === mapping.sheet).flatMap((sheet) => withHeader(sheet, mapping));
  const [best, ...others] = tables.sort((a, b) => b.header.score - a.header.score || b.rows.length - a.rows.length);
  if (!best) return refuse('columns_unknown', { headers: sheets[0]?.rows[0]?.slice(0, 30).map((header) => header.slice(0, 40)) ?? [] });
  if (best.rows.length > mostRows) return refuse('too_many_rows', { most: mostRows });
  const rows = toCandidates(best, { mapping, from: mapping?.from ?? from });
  return others.length > 0 && rows[0] ? withSkipped(rows, others.length) : rows;
}

/** The sheets of a workbook; delimited text is one without a name. */
export async function sheetsOf(bytes: Uint8Array, mapping: Mapping | undefined): Promise<readonly Named[] | TableRefusal> {
  return isWorkbook(bytes) ? readWorkbook(bytes) : readDelimited(bytes, mapping);
}

export function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return start === 'PK\u0003\u0004' || start === '\u00d0\u00cf\u0011\u00e0';
}

type Named = Sheet & { readonly openSince?: number | undefined };

/** Of all delimiters the one under which most headers are known, then the one that makes most columns. */
function readDelimited(bytes: Uint8Array, mapping: Mapping | undefined): readonly Named[] | Refusal<'not_text' | 'not_this_format'> {
  const decoded = decodeText(bytes);
  if (!decoded) return refuse('not_text');
  if (/^\s*(<(!doctype|html|table|\?xml)|[[{]\s*["{[])/i.test(decoded.text)) return refuse('not_this_format');
  const start = decoded.text.slice(0, 65_536);
  const tried = delimiters.map((delimiter) => {
    const { rows } = readCsv(start, delimiter);
    return {
      delimiter,
      score: mapping?.columns ? 0 : (findHeader(rows)?.score ?? 0),
      width: Math.max(...rows.slice(0, 15).map((row) => row.length)),
    };
  });
  const [best] = tried.sort((a, b) => b.score - a.score || b.width - a.width);
  return [{ name: '', ...readCsv(decoded.text, best?.delimiter ?? ',') }];
}

function withHeader({ rows, openSince }: Named, mapping: Mapping | undefined): Table[] {
  const given = mapping?.columns && givenHeader(rows, mapping.columns, mapping.headerRow);
  const header = mapping?.columns ? given : findHeader(mapping?.headerRow ? onlyRow(rows, mapping.headerRow) : rows);
  return header ? [{ rows, header, openSince }] : [];
}

function onlyRow(rows: Sheet['rows'], headerRow: number): Sheet['rows'] {
  return rows.map((row, index) => (index === headerRow - 1 ? row : []));
}

/** The columns as somebody named them: by header, letter or number. */
function givenHeader(rows: Sheet['rows'], columns: NonNullable<Mapping['columns']>, headerRow: number | undefined): Header | undefined {
  const names = Object.values(columns).flat();
  const holds = (row: readonly string[]) => names.filter((name) => row.some((cell) => cell.trim() === name)).length;
  const best = rows.slice(0, 15).reduce((most, row, index) => (holds(row) > holds(rows[most] ?? []) ? index : most), 0);
  const at = headerRow === undefined ? best : headerRow - 1;
  const indexOf = (name: string | number) => (typeof name === 'number' ? name - 1 : indexByName(rows[at] ?? [], name));
  const found = tableFields.map(
    (field) =>
      [
        field,
        [(columns as Partial<Record<string, string | number | (string | number)[]>>)[field] ?? []]
          .flat()
          .map(indexOf)
          .filter((index) => index >= 0),
      ] as const,
  );
  const known = found.filter(([, indexes]) => indexes.length > 0);
  const read: Columns = Object.fromEntries(known);
  return read.name ? { row: at, columns: read, score: known.length } : undefined;
}

function indexByName(headers: readonly string[], name: string): number {
  const at = headers.findIndex((header) => header.trim() === name.trim());
  if (at >= 0 || !/^[A-Z]{1,2}$/.test(name)) return at;
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Said once, about the first row, so that nobody thinks the whole book was read. */
function withSkipped(rows: readonly (Candidate | Notes)[], sheets: number): (Candidate | Notes)[] {
  const notes = notesOn(0);
  notes.warn('sheets_skipped', { sheets });
  return [...rows, notes];
}
