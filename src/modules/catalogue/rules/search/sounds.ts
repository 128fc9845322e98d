import type { SearchIndex } from './index-build.ts';
import { entriesOf, rarest } from './postings.ts';
import { longestCompared, mistakeCounter } from './mistakes.ts';
import { type Sound, soundLetters, threesOf } from './terms.ts';

const spellable = /^[a-z0-9]{2,200}$/;
/** The index knows this many letters from where a syllable begins. */
const knownLetters = 4;

/** Names in which these letters stand, from the beginning of a syllable on. */
export function entriesOfSound(index: SearchIndex, typed: string): Uint32Array {
  if (!spellable.test(typed)) return new Uint32Array(0);
  const letters = soundLetters(typed);
  const begun = entriesOf(index.spelled, `^${letters.slice(0, knownLetters)}`);
  if (letters.length <= knownLetters || begun.length === 0) return begun;
  const rare = rarest(index.spelled, threesOf(letters));
  const candidates = rare.length < begun.length ? rare : begun;
  return candidates.filter((entry) => sounds(index.sounds[entry >>> 2] as Sound, letters));
}

function sounds({ letters, syllables }: Sound, typed: string): boolean {
  let start = 0;
  let syllable = 0;
  for (let at = letters.indexOf(typed); at >= 0; at = letters.indexOf(typed, at + 1)) {
    while (start < at) start += (syllables[syllable++] as string).length;
    if (start === at) return true;
  }
  return false;
}

export function entriesOfInitials(index: SearchIndex, typed: string): Uint32Array {
  if (!/^[a-z0-9]{1,100}$/.test(typed)) return new Uint32Array(0);
  if (typed.length === 1) return entriesOf(index.initials, `^${typed}`);
  if (typed.length <= 3) return entriesOf(index.initials, typed);
  return rarest(index.initials, threesOf(typed)).filter((entry) => index.sounds[entry >>> 2]?.initials.includes(typed));
}

const shortestAlike = 5;
/** Longer ones share enough threes with the name even when two letters are swapped. */
const shortestWithoutSwaps = 10;
const mostThrees = 14;
const mostChecked = 64;

/** Names that hold these letters with one mistake; long spellings are told by the threes they share. */
export function entriesOfSoundAlike(index: SearchIndex, typed: string): Uint32Array {
  if (typed.length < shortestAlike || !spellable.test(typed)) return new Uint32Array(0);
  const letters = soundLetters(typed);
  const swapped = letters.length < shortestWithoutSwaps ? swaps(letters).flatMap((other) => [...entriesOfSound(index, other)]) : [];
  const count = mistakeCounter(letters, 'part');
  const { owners, most } = sharingThrees(index, letters);
  const alike = letters.length > longestCompared ? most : owners.filter((owner) => count((index.sounds[owner] as Sound).letters) < 2);
  return Uint32Array.from(new Set([...swapped, ...alike.map((owner) => owner * 4)])).sort();
}

function swaps(letters: string): string[] {
  return Array.from(
    { length: letters.length - 1 },
    (_, at) => letters.slice(0, at) + letters.charAt(at + 1) + letters.charAt(at) + letters.slice(at + 2),
  );
}

/** The names that share nearly all of the rarest threes with the letters, and those of them that share the most; one mistake spoils up to four. */
function sharingThrees(index: SearchIndex, letters: string): { owners: number[]; most: number[] } {
  const lists = [...new Set(threesOf(letters))].map((three) => entriesOf(index.spelled, three));
  const rare = lists.sort((a, b) => a.length - b.length).slice(0, mostThrees);
  const shared = new Uint8Array(index.ids.length);
  for (const list of rare) for (let at = 0; at < list.length; at++) (shared[(list[at] as number) >>> 2] as number)++;
  const owners: number[] = [];
  let most: number[] = [];
  for (let wanted = rare.length; wanted >= Math.max(1, rare.length - 4) && owners.length < mostChecked; wanted--) {
    for (let owner = shared.indexOf(wanted); owner >= 0 && owners.length < mostChecked; owner = shared.indexOf(wanted, owner + 1))
      owners.push(owner);
    if (most.length === 0) most = [...owners];
  }
  return { owners, most };
}
