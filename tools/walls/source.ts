import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';

export type Found = { readonly line: number; readonly what: string };
/** `names` are the values taken by name; empty when everything is taken. */
export type Import = Found & { readonly isType: boolean; readonly names: readonly string[] };
/** What the walls need to know of one file. `imports` name files by their path from the root, packages by their name. */
export type Source = {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Where a name that this file passes on comes from. */
  readonly passedOn: ReadonlyMap<string, string>;
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
  const passedOn = new Map<string, string>();
  const source = { path, text, imports, passedOn, strings, clocks, catches };
  if (!/\.tsx?$/.test(path)) return source;
  const at = (node: { start: number }, what: string) => ({ line: lineOf(text, node.start), what });
  const use = (node: { start: number }, specifier: string, taken: Pick<Import, 'isType' | 'names'>) =>
    imports.push({ ...at(node, resolveFrom(path, specifier)), ...taken });
  new Visitor({
    ImportDeclaration: (node) => {
      use(node, node.source.value, takenBy(node));
      for (const one of node.specifiers) if (one.local.name === 'randomUUID') clocks.push(at(one, 'randomUUID'));
    },
    ExportNamedDeclaration: (node) => {
      if (!node.source) return;
      const values = node.specifiers.filter((one) => node.exportKind !== 'type' && one.exportKind !== 'type');
      use(node, node.source.value, { isType: values.length === 0, names: values.map((one) => nameOf(one.local)) });
      for (const one of values) passedOn.set(nameOf(one.exported), resolveFrom(path, node.source.value));
    },
    ExportAllDeclaration: (node) => void use(node, node.source.value, { isType: node.exportKind === 'type', names: [] }),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') use(node, String(node.source.value), { isType: false, names: [] });
    },
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

function takenBy({ importKind, specifiers }: ESTree.ImportDeclaration): Pick<Import, 'isType' | 'names'> {
  const values = specifiers.filter((one) => one.type !== 'ImportSpecifier' || one.importKind !== 'type');
  const named = values.filter((one) => one.type === 'ImportSpecifier').map((one) => nameOf(one.imported));
  return {
    isType: importKind === 'type' || (specifiers.length > 0 && values.length === 0),
    names: named.length === values.length ? named : [],
  };
}

function nameOf(name: ESTree.ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name;
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function resolveFrom(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  if (specifier.startsWith('#')) return specifier.startsWith('#test/') ? specifier.slice(1) : `src/${specifier.slice(1)}`;
  return specifier;
}
