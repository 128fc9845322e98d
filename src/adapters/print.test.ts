import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { openPrinter } from './print.ts';
import { samples } from './print-samples.ts';
import type { Template } from './print-sheets.ts';

const printer = openPrinter();
afterAll(() => printer.close());

/** What poppler's programs say about a PDF (Debian package poppler-utils). */
async function poppler(program: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'pdf-')), 'a.pdf');
  await writeFile(path, pdf);
  return spawnSync(program, program === 'pdftotext' ? ['-layout', path, '-'] : [path], { encoding: 'utf8' }).stdout;
}
const dense = (text: string) => text.replace(/\s+/g, '');

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)('sheets, read back with poppler (Debian package poppler-utils)', () => {
  test.each(Object.keys(samples) as Template[])('the %s shows every word that it was given, in our fonts only', async (template) => {
    const { language, date, qr, pages, foot, agency, ...words } = { pages: '', foot: '', ...samples[template] };
    const { pdf, missing } = await printer.printPdf(template, samples[template]);
    const text = dense(await poppler('pdftotext', pdf));
    const signed = new Set(Object.values('seal' in words ? words.seal : {}));
    for (const word of [...stringsIn(words).filter((one) => !signed.has(one)), qr.caption, agency]) expect(text).toContain(dense(word));
    expect(missing).toEqual([]);
    const fonts = (await poppler('pdffonts', pdf)).split('\n').slice(2, -1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSans(SC)?-(Regular|Bold) .* yes yes yes /);
    expect(await poppler('pdfinfo', pdf)).toContain('Tagged:          yes');
  });

  test('Vietnamese marks, traditional characters and letters composed of parts come out whole', async () => {
    const intro = 'ế ễ đ ợ Ử Ằ ỵ 受理通知書 龘 䶮 喆 镕 鿏';
    const { pdf, missing } = await printer.printPdf('receipt', { ...samples.receipt, intro: `${intro} ${'Nguyễn Diễm'.normalize('NFD')}` });
    const text = dense(await poppler('pdftotext', pdf));
    expect(text).toContain(dense(`${intro} Nguyễn Diễm`));
    expect(missing).toEqual([]);
  });

  test('a character that no font has stands as its code and is named to the caller', async () => {
    const { pdf, missing } = await printer.printPdf('decision', { ...samples.decision, addressee: '王𠮷😀\u{7}' });
    expect(await poppler('pdftotext', pdf)).toContain('王〔U+20BB7〕〔U+1F600〕〔U+0007〕');
    expect(missing).toEqual(['𠮷', '😀', '\u{7}']);
  });

  test('data is never markup', async () => {
    const intro = '#panic("x") *bold* $x$ = title ] #read("/etc/passwd") \\ "quoted" <label> @ref // gone? /* gone? */';
    const { pdf } = await printer.printPdf('receipt', { ...samples.receipt, language: 'en', intro });
    expect(dense(await poppler('pdftotext', pdf))).toContain(dense(intro));
  });

  test('a long list goes on over the pages, and every page has its number', async () => {
    const items = Array.from({ length: 60 }, (_, i) => ({ title: `材料 ${i + 1}`, wrong: '看不清', remedy: '请重新拍照' }));
    const { pdf } = await printer.printPdf('correction-notice', { ...samples['correction-notice'], defects: { title: '全部', items } });
    const text = await poppler('pdftotext', pdf);
    const pages = Number(/Pages:\s+(\d+)/.exec(await poppler('pdfinfo', pdf))?.[1]);
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain(`Page ${pages} of ${pages}`);
    expect(dense(text)).toContain('材料60');
  });
});

test('the same data gives the same document', async () => {
  const [first, second] = await Promise.all([printer.printPdf('receipt', samples.receipt), printer.printPdf('receipt', samples.receipt)]);
  expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true);
});

test('a sheet that lacks data rejects alone, and the next one is printed', async () => {
  const { next: _, ...lacking } = samples.receipt;
  await expect(printer.printPdf('receipt', lacking as typeof samples.receipt)).rejects.toThrow('could not be set');
  expect((await printer.printPdf('receipt', samples.receipt)).pdf.length).toBeGreaterThan(10_000);
});

test('a press that went to rest or was killed is started again', async () => {
  const brief = openPrinter({ idleMs: 20 });
  await brief.printPdf('courier-label', samples['courier-label']);
  await wait(100);
  await brief.printPdf('courier-label', samples['courier-label']);
  brief.close();
  const hurried = openPrinter({ timeoutMs: 1 });
  await expect(hurried.printPdf('receipt', samples.receipt)).rejects.toThrow('the helper stopped (SIGKILL)');
  hurried.close();
});
