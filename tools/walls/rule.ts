import type { Source } from './source.ts';

export type Violation = { readonly path: string; readonly line: number; readonly what: string };
/** `order` holds the modules as src/main/modules.ts lists them; empty while there is no such list. */
export type Rule = (tree: { readonly sources: readonly Source[]; readonly order: readonly string[] }) => Violation[];

export function moduleOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1];
}

export function isTest(path: string): boolean {
  return /(\.test\.tsx?|\/testing\.ts|\/testing\/.*)$/.test(path) || path.startsWith('test/');
}
