import { readConfig } from '../config.ts';
import { migrateAll, withPostgres } from '../database.ts';

/** Brings the database to this version and stops. */
export function run(): Promise<number> {
  return withPostgres(readConfig(), async ({ ownerUrl }) => {
    const count = await migrateAll(ownerUrl);
    console.log(count === 0 ? 'The database is up to date.' : `${count} migrations applied.`);
    return 0;
  });
}
