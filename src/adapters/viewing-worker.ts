import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { serve } from './helper-process.ts';
import { maxPixels } from './sniff.ts';
import type { ViewingOrder } from './viewing.ts';

const run = promisify(execFile);
const longestSide = 1600;
sharp.cache(false);
sharp.concurrency(1);

serve(async ({ bytes, kind, heicConverter }: ViewingOrder): Promise<Uint8Array | undefined> => {
  try {
    return await reencode(kind === 'heic' && heicConverter ? await convertHeic(bytes, heicConverter) : bytes);
  } catch {
    return undefined;
  }
});

function reencode(bytes: Uint8Array): Promise<Uint8Array> {
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
