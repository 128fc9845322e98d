import { join } from 'node:path';
import type { App } from '#kernel/app.ts';
import { shiftedClock, systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db.ts';
import { createServer } from '#kernel/http/server.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { isDeviceToken, mountGateWorker, mountHallEvents, resolveDevice } from '#modules/hall/index.ts';
import { mountProvider, resolveSession } from '#modules/identity/index.ts';
import { mountApiDocs } from './api-docs.tsx';
import { buildAssets } from './assets.ts';
import { createRender, drawFailure } from './chrome.tsx';
import type { Config } from './config.ts';
import { openLog } from './log.ts';
import { modules } from './modules.ts';
import { configureModules } from './settings.ts';

/** The application on a database: what the server, the worker, the commands and the tests run. */
export function createApp(config: Config, appUrl: string): App {
  const log = openLog(config.logLevel);
  const db: Database = openDatabase({
    url: appUrl,
    max: config.poolSize,
    named: config.namedStatements,
    onError: (error) => log.warn({ cause: error.message }, 'lost a database connection'),
  });
  const now = config.startsAt ? shiftedClock(config.startsAt) : systemClock;
  const uploads = configureModules(config);
  return {
    modules,
    db,
    now,
    log,
    resolveSession: (token) => (isDeviceToken(token) ? resolveDevice(db, token) : resolveSession(db, token, now())),
    uploads,
  };
}

/** What every page reads is in memory before the first one comes. */
async function warm(app: App): Promise<void> {
  await app.db.read((tx) => Promise.all([getDirectory(tx), getCatalogue(tx, app.now())]));
}

export async function createHttp(app: App, config: Config) {
  const assets = await buildAssets(config.root);
  const secureCookies = config.publicUrl?.startsWith('https:') ?? false;
  const server = await createServer(app, {
    render: createRender({ assets, demo: config.demo }),
    drawFailure: drawFailure({ assets, demo: config.demo }),
    fallbackLanguage: 'zh-Hans',
    assets: join(config.root, 'dist/assets'),
    trustProxy: config.trustProxy,
    secureCookies,
  });
  mountProvider(server, app, { secureCookies });
  mountHallEvents(server, app);
  mountGateWorker(server, join(config.root, 'dist/assets'));
  mountApiDocs(server, app.modules, assets);
  await warm(app);
  return server;
}
