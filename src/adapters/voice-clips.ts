import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Spoken pieces of an announcement: letters, numbers, and the words around them. */
export type VoiceClips = { readonly find: (venue: string, language: string, name: string) => Promise<Uint8Array | undefined> };

/**
 * A venue's own recording (`<own>/<venue>/<language>/<name>.mp3`), else one for all venues (`<own>/<language>/…`), else the one that is shipped. Nothing is
 * ever asked of anybody else.
 */
export function openVoiceClips({ own, shipped }: { own: string; shipped: string }): VoiceClips {
  return {
    find: async (venue, language, name) => {
      if (![venue, language, name].every((part) => /^[\w-]{1,60}$/.test(part))) return undefined;
      for (const folder of [join(own, venue), own, shipped]) {
        const clip = await readFile(join(folder, language, `${name}.mp3`)).catch(() => undefined);
        if (clip) return clip;
      }
      return undefined;
    },
  };
}
