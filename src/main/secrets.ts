import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newToken } from '#kernel/ids.ts';

/** The key that identity numbers are hashed with: made once, readable only for the server's user, kept with the data it belongs to. */
export function numberKeyIn(dataFolder: string): string {
  const path = join(dataFolder, 'number.key');
  if (!existsSync(path)) writeFileSync(path, newToken(), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}
