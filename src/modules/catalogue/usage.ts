import type { Tx } from '#kernel/db.ts';

/** What hangs on an item in modules that come later: applications not sent yet, and cases that run. */
export type ItemUsage = { readonly drafts: number; readonly cases: number };
export type UsageCounter = (tx: Tx, itemCode: string) => Promise<ItemUsage>;

let counter: UsageCounter | undefined;

/** Cases are kept by a later module; `main` ties the two together. */
export function setUsageCounter(next: UsageCounter): void {
  counter = next;
}

/** Undefined when nobody counts. */
export async function countUsage(tx: Tx, itemCode: string): Promise<ItemUsage | undefined> {
  return counter?.(tx, itemCode);
}
