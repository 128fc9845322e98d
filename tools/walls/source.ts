import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

export type Found = { readonly line: number; readonly what: string };
export type Import = Found & { readonly isType: boolean };
/** What the walls need to know of one file. `imports` name files by their path from the root, packages by their name. */
export type Source = {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly strings: readonly Found[];
  readonly clocks: readonly Found[];
  readonly catches: readonly Found[];
};

const skipped = new Set(['node_modules', 'walls-fixtures', 'var', 'dist']);

export function readSources(root: string, folders: readonly string[]): Source[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => listFiles(root, folder))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(root, path);
    return /\.(tsx?|mjs|sql|md|scss|css|ya?ml)$/.test(entry.name) ? [path] : [];
  });
}

function readSource(path: string, text: string): Source {
  const [imports, strings, clocks, catches]: [Import[], Found[], Found[], Found[]] = [[], [], [], []];
  const source = { path, text, imports, strings, clocks, catches };
  if (!/\.tsx?$/.test(path)) return source;
  const at = (node: { start: number }, what: string) => ({ line: lineOf(text, node.start), what });
  const use = (node: { start: number }, specifier: string, isType: boolean) =>
    imports.push({ ...at(node, resolveFrom(path, specifier)), isType });
  new Visitor({
    ImportDeclaration: (node) => {
      const isType =
        node.importKind === 'type' ||
        (node.specifiers.length > 0 && node.specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type'));
      use(node, node.source.value, isType);
      for (const one of node.specifiers) if (one.local.name === 'randomUUID') clocks.push(at(one, 'randomUUID'));
    },
    ExportNamedDeclaration: (node) => void (node.source && use(node, node.source.value, node.exportKind === 'type')),
    ExportAllDeclaration: (node) => void use(node, node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => void (node.source.type === 'Literal' && use(node, String(node.source.value), false)),
    Literal: (node) => void (typeof node.value === 'string' && strings.push(at(node, node.value))),
    TemplateLiteral: (node) => void strings.push(at(node, node.quasis.map((part) => part.value.cooked ?? part.value.raw).join('…'))),
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        clocks.push(at(node, 'new Date()'));
    },
    MemberExpression: (node) => {
      const name = text.slice(node.start, node.end);
      if (/^(Date\.now|Math\.random|(globalThis\.)?crypto\.randomUUID)$/.test(name)) clocks.push(at(node, name));
    },
    CatchClause: (node) => void catches.push(at(node, 'catch')),
    CallExpression: ({ callee }) => {
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'catch')
        catches.push(at(callee, '.catch()'));
    },
  }).visit(parseSync(path, text).program);
  return source;
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function resolveFrom(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  if (specifier.startsWith('#')) return specifier.startsWith('#test/') ? specifier.slice(1) : `src/${specifier.slice(1)}`;
  return specifier;
}
