import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import { buildAssets } from '../src/main/assets.ts';

/**
 * `build.ts FOLDER`: the server as a few plain files in the new folder `FOLDER` below `dist/server`, and what browsers load in `dist/assets`. What runs from
 * them carries no compiler, no types, no comments and no source maps: half the memory and half the time of a start from the sources.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const home = join(root, 'dist/server');

/** Only what comes as hundreds of small files is taken in; everything else stays a package. */
const takenIn = /^(typebox|preact|preact-render-to-string)(\/|$)/;
const isOwn = (id: string) => id.startsWith('.') || id.startsWith('#') || isAbsolute(id);

/** Files beside a source file (migrations, helpers, data) are found where they stand. */
function origin(folder: string): Plugin {
  return {
    name: 'origin',
    transform(code, id) {
      if (!code.includes('import.meta.url') || id.includes('node_modules')) return null;
      const path = JSON.stringify(relative(folder, id));
      return { code: code.replaceAll('import.meta.url', `new URL(${path}, import.meta.url).href`), map: null };
    },
  };
}

/**
 * One foreign character makes an engine hold two bytes for each character of a file: words stand in files of their own, and code is spelled in ASCII.
 * Lines stay where they are, so that a stack still leads to its source.
 */
const ascii: Plugin = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && chunk.name !== 'words')
        chunk.code = chunk.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  },
};

async function buildServer(target: string): Promise<void> {
  const bundle = await rolldown({
    input: { cli: join(root, 'src/main/cli.ts') },
    cwd: root,
    platform: 'node',
    tsconfig: false,
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    external: (id) => !isOwn(id) && !takenIn.test(id),
    plugins: [origin(target), ascii],
  });
  const unfinished = `${target}.${process.pid}`;
  await bundle.write({
    dir: unfinished,
    format: 'esm',
    sourcemap: 'hidden',
    comments: false,
    chunkFileNames: '[name]-[hash:8].js',
    codeSplitting: { groups: [{ name: 'words', test: /\/locales\/|\/data\// }] },
  });
  await bundle.close();
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another process may have been quicker; then its files are as good.
    rmSync(unfinished, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY' && (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** A running server still loads files of its own build, so the last few are kept. */
function forgetOldBuilds(kept = 3): void {
  const ages = readdirSync(home).map((name) => ({ path: join(home, name), at: statSync(join(home, name)).mtimeMs }));
  for (const { path } of ages.sort((a, b) => b.at - a.at).slice(kept)) rmSync(path, { recursive: true, force: true });
}

const [target] = process.argv.slice(2);
if (!target) throw new Error('Name the folder of the build.');
mkdirSync(home, { recursive: true });
await buildServer(target);
forgetOldBuilds();
await buildAssets(root);
