// Makes the clips of the call screens in data/voice with Debian's espeak-ng and lame: `node tools/voice.ts`. Needs neither network nor account.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../data/voice/', import.meta.url));
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const highestNumber = 60;

type Voice = { readonly voice: string; readonly lettersBy?: string; readonly phrases: Readonly<Record<string, string>> };

/** What stands around a number: "Mời số A 0 3 7 đến quầy 5". A language without `window` says nothing after the window's number. */
const voices: Readonly<Record<string, Voice>> = {
  zh: { voice: 'cmn', lettersBy: 'en-gb', phrases: { please: '请', to: '号到', window: '号窗口' } },
  vi: { voice: 'vi', phrases: { please: 'Mời số', to: 'đến quầy' } },
  en: { voice: 'en-gb', phrases: { please: 'Ticket', to: 'please go to window' } },
};

function clip(voice: string, text: string): Buffer {
  const spoken = execFileSync('espeak-ng', ['-v', voice, '-s', '145', '-p', '45', '-g', '2', '--stdout', text], { maxBuffer: 1e8 });
  return execFileSync('lame', ['--quiet', '-m', 'm', '-b', '32', '--resample', '22.05', '-', '-'], { input: spoken, maxBuffer: 1e8 });
}

let bytes = 0;
for (const [language, { voice, lettersBy = voice, phrases }] of Object.entries(voices)) {
  mkdirSync(join(folder, language), { recursive: true });
  const write = (name: string, sound: Buffer) => {
    writeFileSync(join(folder, language, `${name}.mp3`), sound);
    bytes += sound.length;
  };
  for (const letter of letters) write(letter.toLowerCase(), clip(lettersBy, letter));
  for (let number = 0; number <= highestNumber; number += 1) write(String(number), clip(voice, String(number)));
  for (const [name, text] of Object.entries(phrases)) write(name, clip(voice, text));
}
console.log(`${Math.round(bytes / 1024)} KiB in ${folder}`);
