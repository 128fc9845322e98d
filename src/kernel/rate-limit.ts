import type { App } from './app.ts';
import { countRequest } from './queries.ts';
import type { Call } from './pipeline.ts';

/** Counted in PostgreSQL, so that several processes count together, and in a transaction of its own, so that a refused call counts too. */
export async function isOverLimit(app: App, { bound, actor, address }: Call): Promise<boolean> {
  const minute = new Date(Math.floor(app.now().getTime() / 60_000) * 60_000);
  const key = `${bound.module.name}.${bound.name}:${actor.personId ?? address}`;
  const hits = await app.db.transaction((tx) => countRequest(tx, key, minute));
  return hits > (bound.endpoint.perMinute ?? Number.POSITIVE_INFINITY);
}
