import { type HelperTimes, openHelper } from './helper-process.ts';
import type { Sheets, Template } from './print-sheets.ts';
import { qrSvg } from './qr.ts';

export type PrintOrder = { readonly template: Template; readonly data: unknown };
/** `missing`: characters that no font has; they stand in the document as 〔U+20BB7〕. */
export type Printed = { readonly pdf: Uint8Array; readonly missing: readonly string[] };
export type Printer = { printPdf<T extends Template>(template: T, data: Sheets[T]): Promise<Printed>; close(): void };

/** Sheets as PDF/A-2a, set by Typst from the templates in `data/print`. */
export function openPrinter(times: HelperTimes = {}): Printer {
  const press = openHelper<PrintOrder, Printed>(new URL('./print-worker.ts', import.meta.url), times);
  return {
    printPdf: (template, data) =>
      press.ask({ template, data: { ...data, qr: { ...data.qr, svg: qrSvg(data.qr.content, data.qr.title) } } }),
    close: press.close,
  };
}
