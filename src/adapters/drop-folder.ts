import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that a machine without a network put down, in the folder that bears the machine’s name. */
export type Dropped = { readonly from: string; readonly text: string; readonly putAway: (taken: boolean) => Promise<void> };

const atMost = 100;

/** What lies in `folder/<from>/*.csv|*.json`; a file that is still being written (`.part`, or hidden) is left. Put away it stands in `taken/` or `refused/`. */
export async function readDropped(folder: string): Promise<Dropped[]> {
  const found: Dropped[] = [];
  for (const from of await namesIn(folder)) {
    for (const name of (await namesIn(join(folder, from))).filter((one) => /^[^.].*\.(csv|json)$/i.test(one)).slice(0, atMost)) {
      const path = join(folder, from, name);
      found.push({ from, text: await readFile(path, 'utf8'), putAway: (taken) => putAway(join(folder, from), name, taken) });
    }
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function putAway(folder: string, name: string, taken: boolean): Promise<void> {
  const target = join(folder, taken ? 'taken' : 'refused');
  await mkdir(target, { recursive: true });
  await rename(join(folder, name), join(target, name));
}
