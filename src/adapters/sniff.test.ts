import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { type FileKind, paperKinds, sniff } from './sniff.ts';
import { heic, pdf, picture } from './sniff-samples.ts';

const jpg = await picture().jpeg().toBuffer();
const emptyZip = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1');

test('each accepted kind is known by its bytes, images with their size', async () => {
  expect(await sniff(jpg)).toEqual({ kind: 'jpg', mediaType: 'image/jpeg', width: 40, height: 30 });
  expect(await sniff(await picture().png().toBuffer())).toMatchObject({ kind: 'png', width: 40 });
  expect(await sniff(await picture().webp().toBuffer())).toMatchObject({ kind: 'webp', width: 40 });
  expect(await sniff(heic)).toMatchObject({ kind: 'heic', width: 64, height: 48 });
  expect(await sniff(pdf)).toEqual({ kind: 'pdf', mediaType: 'application/pdf' });
});

test('office files pass only where they are asked for', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('a').addRow(['名称']);
  const xlsx = new Uint8Array(await book.xlsx.writeBuffer());
  expect(await sniff(xlsx)).toMatchObject({ refused: 'file_kind_refused' });
  expect(await sniff(xlsx, [...paperKinds, 'xlsx'])).toMatchObject({ kind: 'xlsx' });
});

test('pages, drawings with scripts, archives, programs and unknown bytes are refused, whatever they are called', async () => {
  const bad = [
    '<!doctype html><script>1</script>',
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    'MZ\x90\0',
    '\x7fELF',
    'hello',
    '',
    '<?xml version="1.0"?>',
  ];
  for (const text of bad) expect(await sniff(Buffer.from(text, 'latin1')), text).toMatchObject({ refused: 'file_kind_refused' });
  expect(await sniff(emptyZip)).toMatchObject({ refused: 'file_kind_refused' });
  expect(await sniff(await picture().tiff().toBuffer())).toMatchObject({ refused: 'file_kind_refused' });
  expect(await sniff(await picture().gif().toBuffer())).toMatchObject({ refused: 'file_kind_refused' });
});

test('a file with two faces is refused', async () => {
  const with_ = (end: Uint8Array | string) => sniff(Buffer.concat([jpg, Buffer.from(end as string)]));
  expect(await with_('<script>alert(1)</script>')).toMatchObject({ refused: 'file_two_faced' });
  expect(await with_('<?php system(1);')).toMatchObject({ refused: 'file_two_faced' });
  expect(await with_(emptyZip)).toMatchObject({ refused: 'file_two_faced' });
  expect(await with_(pdf)).toMatchObject({ refused: 'file_two_faced' });
  expect(await sniff(Buffer.concat([pdf, emptyZip]))).toMatchObject({ refused: 'file_two_faced' });
  expect(await sniff(Buffer.from('%PDF-1.4 <html><script>1</script>\n%%EOF'))).toMatchObject({ refused: 'file_two_faced' });
  expect(await with_(`${'x'.repeat(65_536 - jpg.length - 3)}<script>`)).toMatchObject({ refused: 'file_two_faced' });
  expect(await with_('SEFH a phone appends such data')).toMatchObject({ kind: 'jpg' });
});

test('a picture that would fill the memory when opened is refused by its header', async () => {
  const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(400_000);
  expect(await sniff(bomb)).toMatchObject({ refused: 'image_too_large' });
});

test('a damaged file is told apart from a wrong one', async () => {
  expect(await sniff(jpg.subarray(0, 40))).toMatchObject({ refused: 'file_damaged' });
  expect(await sniff(Buffer.from('%PDF-1.4\nbroken off'))).toMatchObject({ refused: 'file_damaged' });
});

test('random bytes behind a right beginning never throw', async () => {
  const kinds: readonly FileKind[] = ['jpg', 'png', 'webp', 'heic', 'pdf', 'docx', 'xlsx'];
  for (const head of ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'RIFF\x10\0\0\0WEBPVP8 ', '\0\0\0\x18ftypheic', '%PDF-', 'PK\x03\x04'])
    expect(await sniff(Buffer.concat([Buffer.from(head, 'latin1'), jpg.subarray(20, 200)]), kinds)).toHaveProperty('refused');
});
