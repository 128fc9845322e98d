import { join, resolve } from 'node:path';
import { openStore } from '#adapters/object-store.ts';
import { fileLimit } from '#kernel/http/server.ts';
import { backup } from '../backup.ts';
import { type Config, readConfig } from '../config.ts';
import { withPostgres } from '../database.ts';
import { copyKeys } from '../secrets.ts';

export function filesOf(config: Config) {
  return openStore({ folder: `${config.dataFolder}/files`, ...(config.s3Url ? { s3Url: config.s3Url } : {}), maxBytes: fileLimit });
}

/** `backup FOLDER`: all tables as of one instant, all files and the keys, while the service goes on. Keep the folder as safe as the keys in it. */
export async function run([folder]: readonly string[]): Promise<number> {
  if (!folder) throw new Error('Name a new folder for the backup: ./tongban backup FOLDER');
  const config = readConfig();
  return withPostgres(config, async ({ ownerUrl }) => {
    const manifest = await backup({ ownerUrl, files: filesOf(config), target: resolve(folder) });
    copyKeys(config.dataFolder, join(resolve(folder), 'keys'));
    console.log(`Backup of ${manifest.madeAt} in ${resolve(folder)}.`);
    return 0;
  });
}
