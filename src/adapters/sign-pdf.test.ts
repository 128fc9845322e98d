import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter } from './print.ts';
import { samples } from './print-samples.ts';
import { openSigner, verifyPdf } from './sign-pdf.ts';

const at = new Date('2020-07-30T02:12:00Z');
const seal = { reason: '准予行政许可(决定)', name: '禾川市市场监督管理局', at };
const name = '通办开发证书 Tongban development';
const printer = openPrinter();
let folder = '';
let plain: Uint8Array = new Uint8Array();
let signed: Buffer = Buffer.alloc(0);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sign-'));
  plain = (await printer.printPdf('decision', samples.decision)).pdf;
  signed = Buffer.from(
    await openSigner({ p12Path: join(folder, 'keys/a.p12'), passphrase: 'öffne 通', developmentName: name }).sign(plain, seal),
  );
});
afterAll(() => printer.close());

function flipped(at: number): Buffer {
  const copy = Buffer.from(signed);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

test('the development certificate is made once, for its owner’s eyes only', async () => {
  const path = join(folder, 'keys/a.p12');
  const before = await readFile(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await Promise.all([1, 2].map(() => openSigner({ p12Path: path, passphrase: 'öffne 通', developmentName: name }).sign(plain, seal)));
  expect(before.equals(await readFile(path))).toBe(true);
});

test('without a development name a missing or locked key file is an error', async () => {
  await expect(openSigner({ p12Path: join(folder, 'none.p12'), passphrase: '' }).sign(plain, seal)).rejects.toThrow('ENOENT');
  await expect(openSigner({ p12Path: join(folder, 'keys/a.p12'), passphrase: 'wrong' }).sign(plain, seal)).rejects.toThrow(/password|MAC/i);
});

test('our own check names the signer, and finds any change', () => {
  expect(verifyPdf(signed)).toMatchObject({ signed: true, intact: true, signer: { name } });
  expect(verifyPdf(signed).sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(verifyPdf(plain)).toMatchObject({ signed: false, intact: false });
  const contents = signed.indexOf('/Contents <') + '/Contents <'.length;
  for (const at of [10, 5_000, contents + 200, contents + 2_000, signed.length - 20])
    expect(verifyPdf(flipped(at)), `byte ${at}`).toMatchObject({ intact: false });
  expect(verifyPdf(Buffer.concat([signed, Buffer.from('\n% added')]))).toMatchObject({ signed: true, intact: false });
  expect(verifyPdf(signed.subarray(0, -1))).toMatchObject({ intact: false });
  expect(verifyPdf(Buffer.from('/ByteRange [0 1 3 0]a<>'))).toMatchObject({ intact: false });
});

test('reason, name and time can be read in the signature, Chinese included', async () => {
  const { context } = await PDFDocument.load(signed);
  const found = context.enumerateIndirectObjects().map(([, object]) => object);
  const dictionary = found.find((one): one is PDFDict => one instanceof PDFDict && one.get(PDFName.of('Type')) === PDFName.of('Sig'));
  const read = (key: string) => dictionary?.lookup(PDFName.of(key), PDFString);
  expect(read('Reason')?.decodeText()).toBe(seal.reason);
  expect(read('Name')?.decodeText()).toBe(seal.name);
  expect(read('M')?.decodeDate()).toEqual(at);
});

const pdfsig = async (pdf: Uint8Array) => {
  const path = join(folder, 'check.pdf');
  await writeFile(path, pdf);
  return spawnSync('pdfsig', [path], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' } }).stdout;
};
describe.skipIf(spawnSync('pdfsig', ['-v']).error !== undefined)('a second opinion by pdfsig (Debian package poppler-utils)', () => {
  test('the signature is valid and covers the whole document', async () => {
    const told = await pdfsig(signed);
    expect(told).toContain('Signature Validation: Signature is Valid.');
    expect(told).toContain('Signature Type: ETSI.CAdES.detached');
    expect(told).toContain('Total document signed');
    expect(told).toContain(`Common Name: ${name}`);
  });

  test('one flipped byte makes it invalid', async () => {
    expect(await pdfsig(flipped(5_000))).toContain('Digest Mismatch');
  });
});
