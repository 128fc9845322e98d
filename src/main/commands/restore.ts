import { join, resolve } from 'node:path';
import { restore } from '../backup.ts';
import { readConfig } from '../config.ts';
import { migrateAll, withPostgres } from '../database.ts';
import { copyKeys } from '../secrets.ts';
import { filesOf } from './backup.ts';

/** `restore FOLDER`: rebuilds everything in an empty database and an empty file store. */
export async function run([folder]: readonly string[]): Promise<number> {
  if (!folder) throw new Error('Name the folder of the backup: ./tongban restore FOLDER');
  const config = readConfig();
  return withPostgres(config, async ({ ownerUrl }) => {
    const manifest = await restore({ from: resolve(folder), ownerUrl, files: filesOf(config), migrate: migrateAll });
    copyKeys(join(resolve(folder), 'keys'), config.dataFolder);
    console.log(`Restored the backup of ${manifest.madeAt}.`);
    return 0;
  });
}
