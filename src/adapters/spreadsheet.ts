import { inflateRawSync } from 'node:zlib';
import type { CellValue, Worksheet } from 'exceljs';
import { type Refusal, refuse } from '#kernel/result.ts';

/** Cells as text, the way a person reads them. Numbers too long to be exact come as `1.14e+30`, so that nobody takes them for codes. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };
export type WorkbookRefusal = Refusal<'old_excel' | 'broken_workbook' | 'too_large_unpacked' | 'too_many_rows'>;

const mostUnpacked = 128 * 1_048_576;
const mostEntries = 2000;
const mostRows = 50_000;
const mostColumns = 200;
const mostSheets = 30;

export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | WorkbookRefusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.readUInt32BE(0) === 0xd0cf11e0) return refuse('old_excel');
  const unpacked = unpackedSize(buffer);
  if (unpacked === undefined) return refuse('broken_workbook');
  if (unpacked > mostUnpacked) return refuse('too_large_unpacked', { mebibytes: mostUnpacked / 1_048_576 });
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  try {
    await book.xlsx.load(buffer as never, {
      ignoreNodes: ['dataValidations', 'conditionalFormatting', 'extLst', 'drawing', 'picture', 'hyperlinks'],
    });
  } catch {
    return refuse('broken_workbook');
  }
  const sheets = book.worksheets.slice(0, mostSheets);
  if (sheets.some((sheet) => sheet.actualRowCount > mostRows)) return refuse('too_many_rows', { most: mostRows });
  return sheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
}

/** Bytes after unpacking, counted by unpacking: what a directory claims may be a lie. Undefined when this is no archive. */
function unpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0 || end + 22 > zip.length) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let total = count > mostEntries ? Number.POSITIVE_INFINITY : 0;
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count && total <= mostUnpacked; entry += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return undefined;
    const size = entrySize(zip, at, mostUnpacked - total);
    if (size === undefined) return undefined;
    total += size;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return total;
}

function entrySize(zip: Buffer, at: number, room: number): number | undefined {
  const [method, packed, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  if (local + 30 > zip.length) return undefined;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (start + packed > zip.length) return undefined;
  if (method === 0) return packed;
  try {
    return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: room + 1 }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : undefined;
  }
}

function rowsOf(sheet: Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: string[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, mostColumns); column += 1) cells.push(textOf(row.getCell(column).value));
    while (rows.length < number - 1 && rows.length < mostRows) rows.push([]);
    rows.push(cells);
  });
  return rows;
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('text' in value) return textOf(value.text);
  return 'result' in value ? textOf(value.result) : '';
}
