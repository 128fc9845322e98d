import { expect, test } from 'vitest';
import { isRefusal } from '#kernel/result.ts';
import { readWorkbook } from './spreadsheet.ts';
import { type Cells, toCsv, toXlsx } from './spreadsheet-stream.ts';

const rows: readonly Cells[] = [
  ['编号', 'Tên', 'left'],
  ['HC01', '𠮷野 <&> "quoted", two\nlines', 3],
  ['=1+1', null, -2],
];
async function* pages(all: readonly Cells[]): AsyncGenerator<readonly Cells[]> {
  for (const row of all) yield [row];
}
async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

test('a workbook made while it is sent is read by another program as it was meant', async () => {
  const sheets = await readWorkbook(await bytesOf(toXlsx(pages(rows))));
  if (isRefusal(sheets)) throw new Error(sheets.refused);
  expect(sheets[0]?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['编号', 'Tên', 'left'],
    ['HC01', '𠮷野 <&> "quoted", two\nlines', '3'],
    ['=1+1', '', '-2'],
  ]);
});

test('what XML cannot hold is left out, and half a character breaks nothing', async () => {
  const sheets = await readWorkbook(await bytesOf(toXlsx(pages([['a\u0000b\u0007', '\ud842']]))));
  expect(isRefusal(sheets) ? sheets.refused : sheets[0]?.rows[0]?.[0]).toBe('ab');
});

test('CSV quotes what must be, and makes no formula of what somebody typed', async () => {
  let text = '';
  for await (const part of toCsv(pages(rows))) text += part;
  expect(text).toBe(`\uFEFF编号,Tên,left\r\nHC01,"𠮷野 <&> ""quoted"", two\nlines",3\r\n'=1+1,,-2\r\n`);
});
