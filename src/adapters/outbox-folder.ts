import { access, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The stand-in's way to send: a readable text file for people and a JSON file for programs, written once per id. */
export async function putAway<Message extends { readonly id: string }>(folder: string, message: Message, text: string): Promise<void> {
  const path = join(folder, encodeURIComponent(message.id));
  if (await exists(`${path}.txt`)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.json`, `${JSON.stringify(message, null, 2)}\n`);
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, `${path}.txt`);
}

/** What was put away, newest first. */
export async function readPutAway<Message>(folder: string, limit: number): Promise<(Message & { at: Date })[]> {
  const names = (await exists(folder)) ? (await readdir(folder)).filter((name) => name.endsWith('.json')) : [];
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtime })));
  const newest = dated.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit);
  return Promise.all(newest.map(async ({ name, at }) => ({ ...(JSON.parse(await readFile(join(folder, name), 'utf8')) as Message), at })));
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
