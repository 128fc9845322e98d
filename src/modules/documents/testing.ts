import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#adapters/object-store.ts';
import { openPrinter } from '#adapters/print.ts';
import { openSigner } from '#adapters/sign-pdf.ts';
import { openViewer } from '#adapters/viewing.ts';
import { openScanner, type Scanner } from '#adapters/virus-scan.ts';
import { largestFile } from './contract.ts';
import { configureDocuments, type DocumentTools } from './settings.ts';

/** The module on a store in a temporary folder, a development certificate, and the given scanner. */
export async function prepareDocuments({
  scanner = openScanner({}),
  publicUrl = 'http://tongban.example',
} = {}): Promise<DocumentTools & { close(): void }> {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'));
  const [viewer, printer] = [openViewer(), openPrinter()];
  const signer = openSigner({ p12Path: join(folder, 'seal.p12'), passphrase: 'test', developmentName: 'Tongban test' });
  const tools = { store: openStore({ folder, maxBytes: largestFile }), scanner, viewer, printer, signer };
  configureDocuments({ tools, publicUrl, unscanned: 'serve' });
  const close = () => {
    viewer.close();
    printer.close();
  };
  return { ...tools, close };
}

/** A real scanner's place taken by one whose answers a test decides. */
export function scannerThat(scan: Scanner['scan']): Scanner {
  return { standIn: false, scan };
}
