import type { App } from '#kernel/app.ts';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { migrateAll, withPostgres } from './database.ts';

/** For commands: the application on its migrated database, closed again when the work is done. */
export function withApp(work: (app: App, given: { config: Config; ownerUrl: string }) => Promise<number>): Promise<number> {
  const config = readConfig();
  return withPostgres(config, async ({ ownerUrl, appUrl }) => {
    await migrateAll(ownerUrl);
    const app = createApp(config, appUrl);
    try {
      return await work(app, { config, ownerUrl });
    } finally {
      await app.db.close();
    }
  });
}
