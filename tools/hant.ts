// Makes every `locales/zh-Hant.ts` out of the `zh-Hans.ts` beside it: `node tools/hant.ts`, or `--check` to fail when one is stale.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const convert = Converter({ from: 'cn', to: 'twp' });
const header = '// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.\n';

function main(check: boolean): void {
  const stale: string[] = [];
  for (const path of globSync('src/**/locales/{,*/}zh-Hans.ts', { cwd: root })) {
    const target = join(root, dirname(path), 'zh-Hant.ts');
    const wanted = header + convert(readFileSync(join(root, path), 'utf8'));
    if (existsSync(target) && readFileSync(target, 'utf8') === wanted) continue;
    stale.push(relative(root, target));
    if (!check) writeFileSync(target, wanted);
  }
  for (const path of stale) console.log(`${check ? 'stale' : 'made'} ${path}`);
  if (check && stale.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'));
