import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Refusal, refuse } from '#kernel/result.ts';
import { maxPixels, mediaTypes, type Sniffed } from './sniff.ts';

export type ViewingCopy = { readonly mediaType: string; readonly bytes: Uint8Array };

const longestSide = 1600;

const run = promisify(execFile);

/**
 * What an officer looks at instead of the original: upright, at most 1600 px, re-encoded, without place, device or any other metadata.
 * PDF passes as it is. Our image library cannot decode HEIC as phones write it (patents); `heicConverter`, a program called as
 * `program -q 90 in.heic out.jpg` (libheif's heif-convert), can. Without it the answer is `not_viewable`: the original is kept and offered for download.
 */
export async function makeViewingCopy(
  bytes: Uint8Array,
  { kind }: Pick<Sniffed, 'kind'>,
  { heicConverter }: { readonly heicConverter?: string | undefined } = {},
): Promise<ViewingCopy | Refusal<'not_viewable'>> {
  if (kind === 'pdf') return { mediaType: mediaTypes.pdf, bytes };
  if (kind === 'docx' || kind === 'xlsx') return refuse('not_viewable', { kind });
  try {
    const readable = kind === 'heic' && heicConverter ? await convertHeic(bytes, heicConverter) : bytes;
    return { mediaType: mediaTypes.webp, bytes: await reencode(readable) };
  } catch {
    return refuse('not_viewable', { kind });
  }
}

async function reencode(bytes: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  // One picture at a time and nothing kept: a server's memory is for its requests.
  sharp.cache(false);
  sharp.concurrency(1);
  const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 }).autoOrient();
  const small = image.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
  return small.timeout({ seconds: 20 }).webp({ quality: 82 }).toBuffer();
}

async function convertHeic(bytes: Uint8Array, heicConverter: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'heic-'));
  try {
    await writeFile(join(folder, 'in.heic'), bytes, { mode: 0o600 });
    await run(heicConverter, ['-q', '90', 'in.heic', 'out.jpg'], { cwd: folder, timeout: 20_000, killSignal: 'SIGKILL' });
    return await readFile(join(folder, 'out.jpg'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
