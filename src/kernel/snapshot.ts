import type { Tx } from './db.ts';

export type Snapshot<T> = { get(tx: Tx): Promise<T>; peek(): T | undefined; forget(): void };

type Held<T> = { readonly database: object; readonly version: string; readonly value: T };
type Loading<T> = { readonly database: object; readonly value: Promise<T> };

const freshMs = 500;

/**
 * What every page needs and few people change (items, units, policies), held in memory and loaded anew when its version in the database has moved on.
 * Other processes see a change within half a second; the process that made it calls `forget` after its commit. One request loads, the others go on with
 * what is held. Never ask a snapshot what the law dates: ask SQL.
 */
export function snapshot<T>(versionOf: (tx: Tx) => Promise<string>, load: (tx: Tx) => Promise<T>): Snapshot<T> {
  let held: Held<T> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let forgotten = 0;
  let loading: Loading<T> | undefined;
  const refresh = async (tx: Tx): Promise<T> => {
    const before = forgotten;
    const { database } = tx;
    const version = await versionOf(tx);
    const isSame = held?.database === database && held.version === version;
    held = isSame ? (held as Held<T>) : { database, version, value: await load(tx) };
    if (before === forgotten) askedAt = performance.now();
    return held.value;
  };
  const startRefresh = (tx: Tx): Loading<T> => {
    const started = {
      database: tx.database,
      value: refresh(tx).finally(() => {
        if (loading === started) loading = undefined;
      }),
    };
    return started;
  };
  return {
    peek: () => held?.value,
    forget: () => {
      forgotten += 1;
      askedAt = Number.NEGATIVE_INFINITY;
    },
    get: async (tx) => {
      if (held?.database === tx.database && (loading || performance.now() - askedAt < freshMs)) return held.value;
      if (loading?.database !== tx.database) loading = startRefresh(tx);
      return loading.value;
    },
  };
}
