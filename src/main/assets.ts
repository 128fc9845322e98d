import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export type Assets = { readonly citizen: string; readonly desk: string; readonly loader: string | undefined };
type Built = { readonly source: string; readonly assets: Assets };

/** Style sheets and scripts of the browser, built when their sources have changed since the last time. */
export async function buildAssets(root: string): Promise<Assets> {
  const folder = join(root, 'dist/assets');
  const source = await hashOf(
    globSync(['src/ui/styles', 'src/ui/islands', 'src/modules/*/islands'], { cwd: root }).map((name) => join(root, name)),
  );
  const note = join(root, 'dist/built.json');
  const before = await readFile(note, 'utf8').then(
    (text) => JSON.parse(text) as Built,
    () => undefined,
  );
  if (before?.source === source) return before.assets;
  const [{ buildStyles }, { buildIslands }] = await Promise.all([import('#ui/styles/build.ts'), import('#ui/islands/build.ts')]);
  const styles = await buildStyles(folder);
  const islands = await buildIslands(folder);
  await pack(folder);
  const path = (name: string) => `/assets/${name}`;
  const assets: Assets = {
    citizen: path(styles.citizen),
    desk: path(styles.desk),
    loader: islands['loader'] ? path(islands['loader']) : undefined,
  };
  await writeFile(note, JSON.stringify({ source, assets } satisfies Built));
  return assets;
}

/** Packed once here, so that neither the server nor a slow line has to carry them whole. */
async function pack(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((file) => /\.(css|js)$/.test(file))) {
    const whole = await readFile(join(folder, name));
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(whole));
    await writeFile(join(folder, `${name}.gz`), gzipSync(whole));
  }
}

async function hashOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
      hash.update(file.name).update(await readFile(join(file.parentPath, file.name)));
    }
  }
  return hash.digest('hex');
}
