import { createRequire } from 'node:module';
import type * as pinyinPro from 'pinyin-pro';
import type { Text } from '#kernel/locale.ts';
import { compact, fold, isHan } from './fold.ts';

export type Run = { readonly text: string; readonly han: boolean };

/** A folded text cut where the script changes: Chinese stretches whole, everything else word by word. */
export function runsOf(folded: string): Run[] {
  const runs = folded.match(/[\u3400-\u9fff\ud800-\udfff]+|[^ \u3400-\u9fff\ud800-\udfff]+/g) ?? [];
  return runs.map((text) => ({ text, han: isHan(text.charCodeAt(0)) }));
}

export function pairsOf(han: string): string[] {
  return Array.from({ length: Math.max(0, han.length - 1) }, (_, at) => han.slice(at, at + 2));
}

export function charsOf(han: string): string[] {
  return Array.from({ length: han.length }, (_, at) => han.charAt(at));
}

/** How a name sounds: `syllables` as typed, `letters` all of them joined, `initials` their first letters. Latin words and numbers stand for themselves. */
export type Sound = { readonly syllables: readonly string[]; readonly letters: string; readonly initials: string };

export function soundOf(folded: string): Sound {
  const syllables: string[] = [];
  let initials = '';
  for (const run of runsOf(folded)) {
    const read = run.han ? syllablesOf(run.text) : [run.text];
    syllables.push(...read);
    initials += run.han ? read.map((syllable) => syllable.charAt(0)).join('') : run.text;
  }
  return { syllables, letters: syllables.join(''), initials };
}

/** The Chinese name of an item, as the index compares names. */
export function soundOfName(name: Text): Sound {
  const chinese = name['zh-Hans'] ?? name['zh-Hant'];
  return soundOf(chinese ? compact(fold(chinese)) : '');
}

/** A folded name has neither bars nor double spaces, and so has its sound. */
export function soundToText({ syllables, initials }: Sound): string {
  return `${syllables.join(' ')}|${initials}`;
}

const knownSyllables = new Map<string, string>();

/** There are few syllables and many names: each is held once. */
export function textToSound(text: string): Sound {
  const [spelled = '', initials = ''] = text.split('|', 2);
  const syllables = spelled === '' ? [] : spelled.split(' ');
  for (const [at, syllable] of syllables.entries()) {
    const known = knownSyllables.get(syllable);
    if (known === undefined) knownSyllables.set(syllable, syllable);
    else syllables[at] = known;
  }
  return { syllables, letters: syllables.join(''), initials };
}

const require = createRequire(import.meta.url);

/** Its dictionary takes twenty megabytes: loaded by whoever spells a name that nobody has spelled before. */
function syllablesOf(han: string): string[] {
  const { pinyin } = require('pinyin-pro') as typeof pinyinPro;
  return pinyin(han, { toneType: 'none', type: 'array' }).map((syllable) => soundLetters(syllable.toLowerCase()));
}

/** ü is typed as v, as u or as itself; here it is u. */
export function soundLetters(letters: string): string {
  return letters.replace(/[vü]/g, 'u');
}

export function threesOf(letters: string): string[] {
  return Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(at, at + 3));
}

/** The word without each of its letters in turn: two words one mistake apart share one of these, or one is among the other's. */
export function shortenings(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
