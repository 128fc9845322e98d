import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { loadDemo } from '../demo.ts';
import { withApp } from '../open.ts';

/** `demo reset`: throws the embedded demo's data away and loads it afresh. Never touches a database that others run. */
export async function run([what]: readonly string[]): Promise<number> {
  const config = readConfig();
  if (what !== 'reset') throw new Error('Say `demo reset`: it throws the demo’s data away and loads it afresh.');
  if (!config.demo || config.databaseUrl)
    throw new Error('Only the embedded database of a demo can be reset: unset DATABASE_URL and set TONGBAN_DEMO=1.');
  for (const name of ['postgres', 'files', 'outbox']) await rm(join(config.dataFolder, name), { recursive: true, force: true });
  return withApp(async (app) => {
    console.log(await loadDemo(app));
    return 0;
  });
}
