import { readConfig } from '../config.ts';
import { migrateAll, openPostgres } from '../database.ts';

/** Brings the database to this version and stops. */
export async function run(): Promise<number> {
  const postgres = await openPostgres(readConfig());
  const count = await migrateAll(postgres.ownerUrl);
  console.log(count === 0 ? 'The database is up to date.' : `${count} migrations applied.`);
  await postgres.stop();
  return 0;
}
