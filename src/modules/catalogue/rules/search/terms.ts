import { pinyin } from 'pinyin-pro';
import { isHan } from './fold.ts';

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

function syllablesOf(han: string): string[] {
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

/**
 * The fewest mistakes (wrong, missing, extra or swapped character) with which `pattern` stands somewhere in `text`, or at `whole` makes up all of it.
 */
export function mistakes(pattern: string, text: string, whole = false): number {
  const width = text.length + 1;
  let [before, above] = [new Uint8Array(width), new Uint8Array(width)];
  if (whole) for (let column = 0; column < width; column++) above[column] = column;
  for (let row = 1; row <= pattern.length; row++) {
    const here = new Uint8Array(width).fill(row, 0, 1);
    for (let column = 1; column < width; column++) {
      const same = pattern.charCodeAt(row - 1) === text.charCodeAt(column - 1);
      let least = Math.min((above[column - 1] as number) + (same ? 0 : 1), (above[column] as number) + 1, (here[column - 1] as number) + 1);
      if (!same && row > 1 && isSwap(pattern, row, text, column)) least = Math.min(least, (before[column - 2] as number) + 1);
      here[column] = least;
    }
    [before, above] = [above, here];
  }
  return whole ? (above[width - 1] as number) : Math.min(...above);
}

function isSwap(pattern: string, row: number, text: string, column: number): boolean {
  return (
    column > 1 && pattern.charCodeAt(row - 1) === text.charCodeAt(column - 2) && pattern.charCodeAt(row - 2) === text.charCodeAt(column - 1)
  );
}
