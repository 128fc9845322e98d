import { decodeText } from '#adapters/text-file.ts';
import { isRefusal, type Refusal } from '#kernel/result.ts';
import type { ImportFormat } from '../contract/imports.ts';
import { type Field, findHeader } from './table/columns.ts';
import { isWorkbook, sheetsOf } from './table/read-table.ts';

/** A column of a table as a person sees it: its header, a few values, and what it seems to be. */
export type SeenColumn = {
  readonly number: number;
  readonly header: string;
  readonly samples: readonly string[];
  readonly field: Field | undefined;
};
export type SeenTable = {
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** 1 is the first row; 0 when no row looks like headers. */
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly SeenColumn[];
  /** Column numbers by field, the one to ask first in front. */
  readonly guess: Readonly<Partial<Record<Field, readonly number[]>>>;
};

const mostSamples = 3;

/** What a file seems to be, by its first characters. */
export function guessFormat(bytes: Uint8Array): ImportFormat {
  if (isWorkbook(bytes)) return 'table';
  const start = decodeText(bytes.subarray(0, 8192))?.text ?? decodeText(bytes)?.text.slice(0, 8192) ?? '';
  if (/"TASK_(CODE|NAME)"/.test(start)) return 'guangdong-jsonl';
  return /^\s*[[{]/.test(start) || /^(---|code:|- code:|jurisdiction:)/m.test(start) ? 'tongban' : 'table';
}

/** A table before it is imported: the sheet and the header row it would be read by, and each column's guess. */
export async function lookAtTable(bytes: Uint8Array, sheetName: string | undefined): Promise<SeenTable | Refusal> {
  const sheets = await sheetsOf(bytes, undefined);
  if (isRefusal(sheets)) return sheets;
  const scored = sheets.map((sheet) => ({ sheet, header: findHeader(sheet.rows) }));
  const best = [...scored].sort((a, b) => (b.header?.score ?? 0) - (a.header?.score ?? 0) || b.sheet.rows.length - a.sheet.rows.length)[0];
  const chosen = scored.find(({ sheet }) => sheet.name === sheetName) ?? best;
  const rows = chosen?.sheet.rows ?? [];
  const at = chosen?.header?.row ?? -1;
  const guessed = chosen?.header?.columns ?? {};
  const fieldByColumn = new Map(
    Object.entries(guessed).flatMap(([field, columns]) => columns.map((column) => [column, field as Field] as const)),
  );
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length));
  const below = rows.slice(at + 1);
  return {
    sheets: sheets.map(({ name }) => name),
    sheet: chosen?.sheet.name ?? '',
    headerRow: at + 1,
    rows: below.length,
    guess: Object.fromEntries(Object.entries(guessed).map(([field, columns]) => [field, columns.map((column) => column + 1)])),
    columns: Array.from({ length: width }, (_, index) => ({
      number: index + 1,
      header: (rows[at]?.[index] ?? '').trim().slice(0, 80),
      samples: samplesOf(below, index),
      field: fieldByColumn.get(index),
    })),
  };
}

function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const values = rows.slice(0, 200).flatMap((row) => row[column]?.trim().slice(0, 40) || []);
  return [...new Set(values)].slice(0, mostSamples);
}
