import type { Clock } from './clock.ts';
import type { Actor } from './actor.ts';
import type { Database } from './db.ts';
import type { Action, Endpoint } from './endpoint.ts';
import type { Module } from './module.ts';
import type { Refusal } from './result.ts';

export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

/** A file on its way in, already outside the transaction: in the object store under its key, measured and sniffed. */
export type StoredFile = {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: string;
};

/** What the kernel is told by `main`: the modules in their order and the few doors it needs into them. */
export type App = {
  readonly modules: readonly Module[];
  readonly db: Database;
  readonly now: Clock;
  readonly log: Log;
  /** Who stands behind a session token; undefined when it has ended. */
  readonly resolveSession: (token: string) => Promise<Actor | undefined>;
  /** Puts one posted file away before the transaction, and the endpoint that then records it. */
  readonly uploads:
    | {
        readonly store: (file: { name: string; stream: AsyncIterable<Buffer> }) => Promise<StoredFile | Refusal>;
        readonly endpoint: Endpoint;
      }
    | undefined;
};

export type Bound = { readonly module: Module; readonly name: string; readonly endpoint: Endpoint; readonly action: Action<Endpoint> };

/** Every endpoint with its action, by the endpoint's identity. */
export function bindEndpoints(modules: readonly Module[]): ReadonlyMap<Endpoint, Bound> {
  const bound = new Map<Endpoint, Bound>();
  for (const module of modules) {
    for (const [name, endpoint] of Object.entries(module.contract)) {
      const action = module.actions[name];
      if (!action) throw new Error(`${module.name}.${name} has no action`);
      bound.set(endpoint, { module, name, endpoint, action });
    }
  }
  return bound;
}
