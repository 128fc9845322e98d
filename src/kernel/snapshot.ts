import type { Tx } from './db.ts';

export type Snapshot<T> = { get(tx: Tx): Promise<T>; peek(): T | undefined; forget(): void };

const freshMs = 500;

/**
 * What every page needs and few people change (items, units, policies), held in memory and loaded anew when its version in the database has moved on.
 * Other processes see a change within half a second; the process that made it calls `forget` after its commit. One request loads, the others go on with
 * what is held. Never ask a snapshot what the law dates: ask SQL.
 */
export function snapshot<T>(versionOf: (tx: Tx) => Promise<string>, load: (tx: Tx) => Promise<T>): Snapshot<T> {
  let held: { version: string; value: T } | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let forgotten = 0;
  let loading: Promise<T> | undefined;
  const refresh = async (tx: Tx): Promise<T> => {
    const before = forgotten;
    const version = await versionOf(tx);
    const value = held?.version === version ? held.value : await load(tx);
    held = { version, value };
    if (before === forgotten) askedAt = performance.now();
    return value;
  };
  return {
    peek: () => held?.value,
    forget: () => {
      forgotten += 1;
      askedAt = Number.NEGATIVE_INFINITY;
    },
    get: async (tx) => {
      if (held && (loading || performance.now() - askedAt < freshMs)) return held.value;
      loading ??= refresh(tx).finally(() => {
        loading = undefined;
      });
      return loading;
    },
  };
}
