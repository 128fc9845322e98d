// Draws every component in every state and language into static pages to look at: `node --import ./tools/tsx-hook.mjs tools/gallery.ts [folder]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '#kernel/locale.ts';
import { drawGallery, galleryPages } from '#ui/gallery.tsx';
import { buildIslands } from '#ui/islands/build.ts';
import { buildStyles } from '#ui/styles/build.ts';

const folder = process.argv[2] ?? 'dist/gallery';
mkdirSync(folder, { recursive: true });
const styles = await buildStyles(folder);
const islands = await buildIslands(folder);
const assets = { citizen: `./${styles.citizen}`, desk: `./${styles.desk}`, js: `./${islands['loader']}` };
for (const page of galleryPages)
  for (const language of languages)
    for (const care of [false, true]) {
      const name = `${page}-${language}${care ? '-care' : ''}.html`;
      writeFileSync(join(folder, name), drawGallery({ page, language, care, assets }));
    }
console.log(`gallery in ${folder}`);
