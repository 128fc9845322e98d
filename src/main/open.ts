import type { App } from '#kernel/app.ts';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { migrateAll, openPostgres } from './database.ts';

/** For commands: the application on its migrated database, closed again when the work is done. */
export async function withApp(work: (app: App, given: { config: Config; ownerUrl: string }) => Promise<number>): Promise<number> {
  const config = readConfig();
  const postgres = await openPostgres(config);
  await migrateAll(postgres.ownerUrl);
  const app = createApp(config, postgres.appUrl);
  try {
    return await work(app, { config, ownerUrl: postgres.ownerUrl });
  } finally {
    await app.db.close();
    await postgres.stop();
  }
}
