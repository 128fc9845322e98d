import type { Watch } from '../rules/watch.ts';

export type Narrowing = { readonly unit?: string | undefined; readonly holder?: string | undefined; readonly reason?: string | undefined };

/** The list behind a number. */
export function listPath(what: Watch, narrowed: Narrowing & { cursor?: string | undefined } = {}): string {
  const set = Object.entries({ what, ...narrowed }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/desk/supervision/list?${new URLSearchParams(set)}`;
}

export function handOverPath(holder: string): string {
  return `/desk/supervision/hand-over?holder=${holder}`;
}
