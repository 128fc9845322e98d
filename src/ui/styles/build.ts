import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sheets = ['citizen', 'desk'] as const;
type Sheet = (typeof sheets)[number];

/** Old phones get every rule they can read: the oldest browsers with modules. */
export const browsers = ['chrome64', 'safari12', 'firefox67'];

/** Makes each sheet one small file in `outFolder` (usually `dist/assets`), named by its content, and answers with the names. */
export async function buildStyles(outFolder: string): Promise<Record<Sheet, string>> {
  mkdirSync(outFolder, { recursive: true });
  const entries = await Promise.all(sheets.map(async (sheet) => [sheet, write(outFolder, sheet, await minified(sheet))] as const));
  return Object.fromEntries(entries) as Record<Sheet, string>;
}

async function minified(sheet: Sheet): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    build: { write: false, cssMinify: 'lightningcss', cssTarget: browsers, rolldownOptions: { input: join(folder, `${sheet}.css`) } },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const css = outputs.find(({ fileName }) => fileName.endsWith('.css'));
  if (css?.type !== 'asset') throw new Error(`no style sheet came out of ${sheet}.css`);
  return typeof css.source === 'string' ? css.source : new TextDecoder().decode(css.source);
}

function write(outFolder: string, sheet: Sheet, css: string): string {
  const name = `${sheet}.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
  for (const old of readdirSync(outFolder))
    if (old !== name && new RegExp(`^${sheet}\\.[0-9a-f]{8}\\.css$`).test(old)) rmSync(join(outFolder, old));
  writeFileSync(join(outFolder, name), css);
  return name;
}
