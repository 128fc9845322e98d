import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newToken } from '#kernel/ids.ts';

/**
 * A key that is made once, readable only for the server's user, kept with the data it belongs to: `number.key` hashes identity numbers,
 * `factor.key` seals the keys of authenticator apps, `hall.key` what the hall must keep of visitors and signs day passes.
 */
export function keyIn(dataFolder: string, name: 'number.key' | 'factor.key' | 'hall.key'): string {
  const path = join(dataFolder, name);
  if (!existsSync(path)) writeFileSync(path, newToken(), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

const keys = ['number.key', 'factor.key', 'hall.key', 'signing.p12'] as const;

/** The keys that the data cannot do without, from one folder into another, readable only for the server's user; a key that stands there already is left. */
export function copyKeys(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const key of keys) {
    const [source, target] = [join(from, key), join(to, key)];
    if (existsSync(source) && !existsSync(target)) writeFileSync(target, readFileSync(source), { mode: 0o600 });
  }
}
