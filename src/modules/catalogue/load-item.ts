import { Compile } from 'typebox/compile';
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { languages } from '#kernel/locale.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import { toTraditional } from '#kernel/traditional.ts';
import { explainShape, type Schema, type ShapeProblem } from './explain-shape.ts';
import { Item } from './item.ts';

export type Loaded = { readonly item: Item } | Refusal<'not_yaml' | 'wrong_shape'>;

const shape = Compile(Item);

/** One YAML text → an item with traditional Chinese filled in, or everything that is wrong with its shape: `{ problems: [{ path, message, line }] }`. */
export function loadItem(yaml: string): Loaded {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true });
  const [first] = document.errors;
  if (first) return refuse('not_yaml', { message: first.message, line: first.linePos?.[0].line });
  if (hasAlias(document)) return refuse('not_yaml', { message: 'aliases (&, *) are not used in items' });
  return parseItem(document.toJS(), (path) => lineOf(document, lines, path));
}

/** An alias can make a small file huge, or a circle. */
function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, { Alias: () => ((found = true), visit.BREAK) });
  return found;
}

/** The same for an item that comes as JSON, from the editor or another system. */
export function parseItem(value: unknown, lineAt: (path: string) => number | undefined = () => undefined): Loaded {
  const full = addTraditional(value);
  if (shape.Check(full)) return { item: full };
  return refuse('wrong_shape', { problems: shapeProblems(full).map((problem) => ({ ...problem, line: lineAt(problem.path) })) });
}

function shapeProblems(value: unknown): ShapeProblem[] {
  return shape.Check(value) ? [] : explainShape(Item as unknown as Schema, value);
}

/** The line of the innermost part of a path that stands in the file. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: string): number | undefined {
  const keys = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const node = document.getIn(keys.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** zh-Hant from zh-Hans wherever a text, or a list of search words, does not bring its own. */
function addTraditional(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(addTraditional);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, addTraditional(part)] as const);
  const isText = entries.every(([key]) => languages.includes(key as never));
  const hant = isText && !('zh-Hant' in value) ? traditionalOf((value as { 'zh-Hans'?: unknown })['zh-Hans']) : undefined;
  return Object.fromEntries(hant === undefined ? entries : [...entries, ['zh-Hant', hant]]);
}

function traditionalOf(hans: unknown): string | string[] | undefined {
  if (typeof hans === 'string') return toTraditional(hans);
  return Array.isArray(hans) && hans.every((word) => typeof word === 'string') ? hans.map(toTraditional) : undefined;
}
