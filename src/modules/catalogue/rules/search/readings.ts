import { entriesOfCode } from './codes.ts';
import { coreOfHan, coreOfWords } from './fillers.ts';
import type { SearchIndex } from './index-build.ts';
import { mistakeCounter } from './mistakes.ts';
import { entriesOf, lowerBound, unite } from './postings.ts';
import { entriesOfInitials, entriesOfSound, entriesOfSoundAlike } from './sounds.ts';
import { cutAtSayings } from './synonyms.ts';
import { charsOf, pairsOf, runsOf, shortenings } from './terms.ts';

/** How an item was found, as bits; the two lowest are the field, 1 everyday words and 2 what is told about the item. */
export const kinds = { name: 0, words: 1, about: 2, pinyin: 4, initials: 8, synonym: 16, typo: 32, code: 64 } as const;

type Weighted = { readonly entries: Uint32Array; readonly weight: number; readonly kind: number };

/** One way to understand a part of the query: lists of items, whose weights add up to `total` where all of them hold the item. */
export type Reading = { readonly lists: readonly Weighted[]; readonly total: number; readonly quality: number; readonly kind: number };

/** A part of the query that is one thing to the person; the best reading counts. `parts` are its words, `to` the other words for it. */
export type Slot = {
  readonly parts: readonly string[];
  readonly to: readonly string[];
  readonly readings: readonly Reading[];
  readonly weight: number;
};

/** What a term is worth that no item has: it must not drown those that some have. */
const unknownWeight = 3;
/** Pairs of characters that only meet by chance are the rarest of all: rarity counts up to here. */
const mostWeight = 5.5;
const qualities = { exact: 1, prefix: 0.96, pinyin: 0.98, initials: 0.97, synonym: 0.95, mended: 0.8, loose: 0.75 };

type Pass = { readonly index: SearchIndex; readonly loose: boolean };

/** The parts of a folded query. A loose pass also takes single characters, words with a mistake and names that sound nearly so. */
export function slotsOf(index: SearchIndex, query: string, loose: boolean): Slot[] {
  const pass = { index, loose };
  const sayings = cutAtSayings(query, index.synonyms);
  const slots = sayings.flatMap(({ text, to }) => (to.length > 0 ? [slotOfSaying(pass, text, to)] : slotsOfText(pass, text, true)));
  return slots.length > 0 ? slots : slotsOfText(pass, query, false);
}

/** Latin words in a row are one slot, every Chinese part is one. Without `core` the words of asking stay. */
function slotsOfText(pass: Pass, text: string, core: boolean): Slot[] {
  const slots: Slot[] = [];
  let words: string[] = [];
  const closeWords = () => {
    const kept = core ? coreOfWords(words) : words;
    if (kept.length > 0) slots.push(slotOfWords(pass, kept, words.join('')));
    words = [];
  };
  for (const run of runsOf(text)) {
    if (!run.han) {
      words.push(run.text);
      continue;
    }
    closeWords();
    for (const part of core ? coreOfHan(run.text) : [run.text]) slots.push(slotOfHan(pass, part));
  }
  closeWords();
  return slots;
}

function slotOfSaying(pass: Pass, text: string, to: readonly string[]): Slot {
  const own = slotsOfText({ ...pass, loose: false }, text, false);
  const meant = to.map((other) => readingOfTerms(pass, other));
  const readings = [...own.flatMap((slot) => slot.readings), ...meant];
  return { parts: [text], to, readings, weight: Math.max(...meant.map(({ total }) => total), ...own.map(({ weight }) => weight)) };
}

function readingOfTerms({ index }: Pass, text: string): Reading {
  const lists = runsOf(text).flatMap((run) =>
    (run.han ? termsOfHan(run.text) : [run.text]).map((term) => weighted(index, entriesOf(index.terms, term))),
  );
  return reading(lists, qualities.synonym, kinds.synonym);
}

function slotOfHan({ index, loose }: Pass, text: string): Slot {
  const strict = termsOfHan(text).map((term) => weighted(index, entriesOf(index.terms, term)));
  const readings = [reading(strict, qualities.exact, kinds.name)];
  if (loose && text.length > 1) {
    const chars = charsOf(text).map((char) => weighted(index, entriesOf(index.terms, char), kinds.typo));
    readings.push(reading([...strict, ...chars], qualities.loose, kinds.name));
  }
  return { parts: [text], to: [], readings, weight: (readings[0] as Reading).total };
}

function termsOfHan(text: string): string[] {
  return text.length === 1 ? [text] : pairsOf(text);
}

/** `joined` is all that was typed, words of asking too: what is English to us may have been meant as a Chinese syllable. */
function slotOfWords(pass: Pass, typed: readonly string[], joined: string): Slot {
  const { index, loose } = pass;
  const telling = typed.filter((word) => word.length > 1 || index.terms.slots.has(word));
  const words = telling.length > 0 ? telling : typed;
  const known = words.filter((word) => index.terms.slots.has(word)).length;
  const sounding = entriesOfSound(index, joined);
  const foreign = known * 2 < words.length || words.length === 1;
  const spelled = foreign && words.length > 1 && sounding.length === 0;
  const each = reading(
    words.map((word, at) => listOfWord(pass, word, { spelled, last: at === words.length - 1 })).flat(),
    qualities.exact,
    kinds.name,
  );
  const readings = [each];
  const add = (entries: Uint32Array, quality: number, kind: number) => {
    if (entries.length > 0) readings.push(reading([{ entries, weight: 1, kind }], quality, kind));
  };
  add(sounding, qualities.pinyin, kinds.pinyin);
  if (words.length === 1 || words.every((word) => word.length === 1))
    add(entriesOfInitials(index, joined), qualities.initials, kinds.initials);
  if (/\d/.test(joined) && joined.length > 3) add(entriesOfCode(index.codes, joined), qualities.exact, kinds.code);
  if (loose && foreign) add(entriesOfSoundAlike(index, joined), qualities.mended, kinds.pinyin | kinds.typo);
  return { parts: words, to: [], readings, weight: each.total };
}

/** The items with this word; the last word may still be half typed, and then whoever has it whole comes before whoever has it begun. */
function listOfWord({ index, loose }: Pass, word: string, how: { spelled: boolean; last: boolean }): Weighted[] {
  const whole = entriesOf(index.terms, word);
  const begun = how.last || whole.length === 0 ? wordsBeginning(index, word) : [];
  const sounding = how.spelled && word.length > 1 ? entriesOfSound(index, word) : whole;
  const kind = begun.length === 0 && whole.length === 0 && sounding.length > 0 ? kinds.pinyin : kinds.name;
  const all = unite([whole, ...begun, ...(sounding === whole ? [] : [sounding])], index.scratch.seen);
  if (all.length === 0 && loose) return [weighted(index, unite(wordsAlike(index, word), index.scratch.seen), kinds.typo)];
  const { weight } = weighted(index, all);
  if (whole.length === 0 || whole.length === all.length) return [{ entries: all, weight, kind }];
  return [
    { entries: all, weight: weight * qualities.prefix, kind },
    { entries: whole, weight: weight * (1 - qualities.prefix), kind },
  ];
}

const mostWordsBeginning = 64;

function wordsBeginning({ terms, words }: SearchIndex, prefix: string): Uint32Array[] {
  const lists: Uint32Array[] = [];
  if (prefix.length < 2) return lists;
  for (let at = lowerBound(words, prefix); words[at]?.startsWith(prefix) && lists.length < mostWordsBeginning; at++) {
    lists.push(entriesOf(terms, words[at] as string));
  }
  return lists;
}

function wordsAlike({ terms, slips, words }: SearchIndex, word: string): Uint32Array[] {
  if (word.length < 4) return [];
  const places = new Set<number>();
  for (const key of [word, ...shortenings(word)]) for (const entry of entriesOf(slips, key)) places.add(entry >>> 2);
  const count = mistakeCounter(word, 'whole');
  const alike = [...places].map((place) => words[place] as string).filter((other) => count(other) === 1);
  return alike.map((other) => entriesOf(terms, other));
}

function reading(lists: readonly Weighted[], quality: number, kind: number): Reading {
  return { lists, total: lists.reduce((sum, { weight }) => sum + weight, 0), quality, kind };
}

/** The rarer, the more it says. */
function weighted(index: SearchIndex, entries: Uint32Array, kind: number = kinds.name): Weighted {
  const weight = entries.length === 0 ? unknownWeight : Math.min(mostWeight, Math.log(1 + index.ids.length / entries.length));
  return { entries, weight, kind };
}
