import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['*.md', 'docs/**/*.md', 'data/**/*.md', 'src/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: root }));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const proseOf = (file: string) => textOf(file).replace(/^```[\s\S]*?^```/gm, '');

const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const headingsOf = (file: string) => [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading));

/** Links inside the project; addresses of the running server begin with a slash and are not files. */
function brokenLinks(file: string): string[] {
  const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(
    ([, link, source]) => (link ?? source) as string,
  );
  return links
    .filter((link) => !/^([a-z]+:|\/)/.test(link))
    .filter((link) => {
      const [path = '', heading] = link.split('#');
      const target = path === '' ? file : normalize(join(dirname(file), path));
      if (!existsSync(join(root, target))) return true;
      return heading !== undefined && target.endsWith('.md') && !headingsOf(target).includes(heading);
    });
}

/** Paths of the tree that a text names in code type; patterns and placeholders are left out. */
function missingPaths(file: string): string[] {
  const named = [...proseOf(file).matchAll(/`((?:src|test|tools|data|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
  return named.filter((path) => !existsSync(join(root, path)));
}

/** What the tour and the recipes say stands in a linked file: `[name](path)` with the name in code type, directly before the link's path. */
function missingNames(file: string): string[] {
  return [...proseOf(file).matchAll(/\[`(\w+)`\]\(([^)#\s]+\.(?:tsx?|mjs|sql))\)/g)].flatMap(([, name = '', path = '']) => {
    const target = join(root, dirname(file), path);
    return existsSync(target) && statSync(target).isFile() && !new RegExp(`\\b${name}\\b`).test(readFileSync(target, 'utf8'))
      ? [`${name} in ${path}`]
      : [];
  });
}

test('every relative link of the documents leads somewhere', () => {
  expect(files.flatMap((file) => brokenLinks(file).map((link) => `${file}: ${link}`))).toEqual([]);
});

test('every path that the documents name exists', () => {
  expect(files.flatMap((file) => missingPaths(file).map((path) => `${file}: ${path}`))).toEqual([]);
});

test('every name that links to a source file stands in that file', () => {
  expect(files.flatMap((file) => missingNames(file).map((name) => `${file}: ${name}`))).toEqual([]);
});

test('every variable of the configuration is described, and none that is not read', () => {
  const read = [...textOf('src/main/config.ts').matchAll(/(?:env\['|env, ')([A-Z0-9_]+)'/g)].map(([, name]) => name as string);
  for (const file of ['docs/operate/configure.md', '.env.example']) {
    const text = textOf(file);
    const described = file.endsWith('.md')
      ? [...text.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) =>
          [...cell.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name as string),
        )
      : [...text.matchAll(/^#? ?([A-Z0-9_]+)=/gm)].map(([, name]) => name as string);
    expect({ file, names: [...new Set(described)].sort() }).toEqual({ file, names: [...new Set(read)].sort() });
  }
});

test('pictures are light enough to be looked at on a slow line', () => {
  const heavy = globSync('docs/pictures/*.png', { cwd: root }).filter((file) => statSync(join(root, file)).size > 150_000);
  expect(heavy).toEqual([]);
});
