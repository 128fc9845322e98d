import type { ObjectStore } from '#adapters/object-store.ts';
import type { Printer } from '#adapters/print.ts';
import type { Signer } from '#adapters/sign-pdf.ts';
import type { Viewer } from '#adapters/viewing.ts';
import type { Scanner } from '#adapters/virus-scan.ts';

/** What becomes of files when no virus scanner is installed: shown, marked as not scanned, or held back. The operator decides. */
export type UnscannedPolicy = 'serve' | 'hold';

export type DocumentTools = {
  readonly store: ObjectStore;
  readonly scanner: Scanner;
  readonly viewer: Viewer;
  readonly printer: Printer;
  readonly signer: Signer;
};

export type DocumentSettings = {
  readonly unscanned: UnscannedPolicy;
  /** Where the world reaches us: the codes printed on documents lead there. */
  readonly publicUrl: string;
};

let current: DocumentSettings = { unscanned: 'serve', publicUrl: 'http://127.0.0.1:8080' };
let given: DocumentTools | undefined;

/** Called once at start-up, before the server listens and before jobs run. */
export function configureDocuments({ tools, ...settings }: Partial<DocumentSettings> & { tools?: DocumentTools }): void {
  current = { ...current, ...settings };
  given = tools ?? given;
}

export function settings(): DocumentSettings {
  return current;
}

export function tools(): DocumentTools {
  if (!given) throw new Error('configureDocuments was not called: there is no store for files');
  return given;
}
