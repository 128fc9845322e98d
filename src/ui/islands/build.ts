import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { browsers } from '../styles/build.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Builds the loader and one file an island into `outFolder` (usually `dist/assets`) and answers with name → file. A page needs only `loader`:
 * it fetches the others when the page names them.
 */
export async function buildIslands(outFolder: string): Promise<Record<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: browsers,
      modulePreload: false,
      rolldownOptions: {
        input: { loader: join(root, 'src/ui/islands/loader.ts') },
        output: { entryFileNames: '[name].[hash:8].js', chunkFileNames: '[name].[hash:8].js', assetFileNames: '[name].[hash:8][extname]' },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const names: Record<string, string> = {};
  for (const output of outputs) {
    if (output.type !== 'chunk') continue;
    const path = join(outFolder, output.fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, output.code);
    names[output.name] = output.fileName;
  }
  return names;
}
