import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A row of a table; a number stays one. */
export type Cells = readonly (string | number | null)[];

/** Rows as CSV for spreadsheet programs: with a mark for UTF-8, CRLF, and nothing that such a program would take for a formula. */
export async function* toCsv(pages: AsyncIterable<readonly Cells[]>): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const rows of pages) yield rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: Cells[number]): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows as an XLSX workbook of one sheet, made while it is sent: only the page of rows at hand is in memory. */
export async function* toXlsx(pages: AsyncIterable<readonly Cells[]>): AsyncGenerator<Uint8Array> {
  const done: Entry[] = [];
  let offset = 0;
  for (const [name, content] of [...Object.entries(frame), [sheetName, sheetOf(pages)] as const]) {
    const entry: Entry = { name, offset, crc: 0, size: 0, packed: 0 };
    for await (const bytes of entryOf(entry, typeof content === 'string' ? [content] : content)) {
      offset += bytes.length;
      yield bytes;
    }
    done.push(entry);
  }
  yield directoryOf(done, offset);
}

type Entry = { readonly name: string; readonly offset: number; crc: number; size: number; packed: number };

const sheetName = 'xl/worksheets/sheet1.xml';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const schema = 'http://schemas.openxmlformats.org';
const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${xml}<Types xmlns="${schema}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/${sheetName}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${schema}/package/2006/relationships"><Relationship Id="r1" Type="${schema}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${schema}/spreadsheetml/2006/main" xmlns:r="${schema}/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${schema}/package/2006/relationships"><Relationship Id="r1" Type="${schema}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

async function* sheetOf(pages: AsyncIterable<readonly Cells[]>): AsyncGenerator<string> {
  yield `${xml}<worksheet xmlns="${schema}/spreadsheetml/2006/main"><sheetData>`;
  let number = 0;
  for await (const rows of pages) {
    const first = number;
    number += rows.length;
    yield rows.map((row, index) => xlsxRow(row, first + index + 1)).join('');
  }
  yield '</sheetData></worksheet>';
}

const mostInCell = 32_767;

function xlsxRow(row: Cells, number: number): string {
  return `<row r="${number}">${row.map((value, column) => xlsxCell(value, `${columnName(column)}${number}`)).join('')}</row>`;
}

/** A … Z, AA … */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function xlsxCell(value: Cells[number], at: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  const text = value
    .slice(0, mostInCell)
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

const zipVersion = 20;
/** Sizes follow after the data, names are UTF-8. */
const zipFlags = 0x0808;
const deflated = 8;
const newYear1980 = 0x0021;

/** One file of the archive: its head, its content as it is packed, and what that came to. */
async function* entryOf(entry: Entry, content: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const name = Buffer.from(entry.name);
  yield Buffer.concat([
    numbers(
      [4, 0x04034b50],
      [2, zipVersion],
      [2, zipFlags],
      [2, deflated],
      [2, 0],
      [2, newYear1980],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  ]);
  for await (const packed of Readable.from(counted(entry, content)).pipe(createDeflateRaw())) {
    entry.packed += (packed as Buffer).length;
    yield packed as Buffer;
  }
  yield numbers([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size]);
}

async function* counted(entry: Entry, content: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    yield bytes;
  }
}

function directoryOf(entries: readonly Entry[], offset: number): Uint8Array {
  const heads = entries.map(({ name, crc, packed, size, offset: at }) => {
    const bytes = Buffer.from(name);
    const sizes = [
      [4, crc],
      [4, packed],
      [4, size],
      [2, bytes.length],
    ] as const;
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ] as const;
    return Buffer.concat([
      numbers([4, 0x02014b50], [2, zipVersion], [2, zipVersion], [2, zipFlags], [2, deflated], [2, 0], [2, newYear1980], ...sizes, ...rest),
      bytes,
    ]);
  });
  const length = heads.reduce((sum, head) => sum + head.length, 0);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, length], [4, offset], [2, 0]);
  return Buffer.concat([...heads, end]);
}

function numbers(...fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) bytes.writeUInt16LE(value, at);
    else bytes.writeUInt32LE(value, at);
    at += width;
  }
  return bytes;
}
