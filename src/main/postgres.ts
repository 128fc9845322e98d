import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCluster } from './postgres/cluster.ts';
import { checkDatabase } from './postgres/check.ts';
import { appUrlFor } from './postgres/external.ts';
import { joinServer, type Keeper, leaveServer, urlOf } from './postgres/server.ts';

/** A database ready for use. `origin` says whether we started it, joined a running one or were given one. */
export type Postgres = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly origin: 'started' | 'joined' | 'external';
  readonly version: string;
  /** Call it after the pools are closed. The embedded server stops with the last process that uses it. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the embedded PostgreSQL on `folder`, or joins the one that runs there. When the server dies, it is started again on the same port.
 * `durable: false` is for databases that are thrown away.
 */
export async function startPostgres({ folder, durable = true }: { folder: string; durable?: boolean }): Promise<Postgres> {
  const cluster = openCluster(resolve(folder), durable);
  const first = await joinServer(cluster, durable);
  let keeper: Promise<Keeper> = Promise.resolve(first);
  let stopping = false;
  const watch = ({ client, port }: Keeper) =>
    client.once('end', () => {
      if (stopping) return;
      keeper = sleep(100).then(() => joinServer(cluster, durable, port));
      keeper.then(watch, () => {});
    });
  watch(first);
  const ownerUrl = urlOf(cluster, 'owner', first.port);
  await checkDatabase(ownerUrl);
  return {
    ownerUrl,
    appUrl: urlOf(cluster, 'app', first.port),
    origin: first.started ? 'started' : 'joined',
    version: cluster.version,
    stop: async () => {
      stopping = true;
      const last = await keeper.catch(() => undefined);
      if (last) await leaveServer(cluster, last);
    },
  };
}

/** Uses a PostgreSQL (15 or newer) that others run. Without an `appUrl` the application works as the role `tongban_app`, made here when allowed. */
export async function usePostgres(ownerUrl: string, appUrl?: string): Promise<Postgres> {
  const version = await checkDatabase(ownerUrl);
  return { ownerUrl, appUrl: appUrl ?? (await appUrlFor(ownerUrl)), origin: 'external', version, stop: async () => {} };
}
