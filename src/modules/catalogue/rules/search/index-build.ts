import { languages, type Text } from '#kernel/locale.ts';
import { type Codes, codeKey, orderCodes } from './codes.ts';
import { addFacets } from './filter.ts';
import { compact, fold } from './fold.ts';
import { type Field, fields, type Postings, type PostingsBuilder, postingsBuilder } from './postings.ts';
import { newScratch, type Scratch } from './scratch.ts';
import { readSynonyms, type Synonym, type Synonyms } from './synonyms.ts';
import { charsOf, pairsOf, runsOf, shortenings, type Sound, soundOfName, textToSound, threesOf } from './terms.ts';

export type Facets = {
  readonly audience: readonly string[];
  readonly themes: readonly string[];
  readonly unit: string;
  readonly region: string;
  readonly kind: string;
};

export type SearchDocument = {
  readonly id: number;
  readonly code: string;
  readonly name: Text;
  readonly words: readonly string[];
  readonly unitName: Text;
  readonly summary?: Text;
  readonly popularity?: number;
  /** How the name sounds, where somebody has worked it out before. */
  readonly sound?: string;
  readonly facets: Facets;
};

/** Everything is kept by an item's place in the order that breaks ties: shorter name, more popular, smaller code. */
export type SearchIndex = {
  readonly ids: readonly number[];
  readonly codes: Codes;
  readonly names: readonly (readonly string[])[];
  readonly sounds: readonly Sound[];
  /** Single characters, pairs of characters and whole words. */
  readonly terms: Postings;
  /** Three letters in a row anywhere in the spelled name; `^` and up to four letters where a syllable begins. */
  readonly spelled: Postings;
  /** Two or three initials in a row; `^` and the first one. */
  readonly initials: Postings;
  readonly words: readonly string[];
  /** Words shortened by a letter → places in `words`. */
  readonly slips: Postings;
  readonly facets: Postings;
  readonly synonyms: Synonyms;
  readonly scratch: Scratch;
};

type Prepared = { readonly document: SearchDocument; readonly names: readonly string[]; readonly sound: Sound };

export function buildIndex(documents: readonly SearchDocument[], synonyms: readonly Synonym[]): SearchIndex {
  const items = documents.map(prepare).sort(byTieBreak);
  const { terms, spelled, initials, facets } = buildPostings(items);
  const words = [...terms.slots.keys()].filter((term) => runsOf(term)[0]?.han === false).sort();
  return {
    ids: items.map(({ document }) => document.id),
    codes: orderCodes(items.map(({ document }) => codeKey(document.code))),
    names: items.map((item) => item.names),
    sounds: items.map((item) => item.sound),
    terms,
    spelled,
    initials,
    words,
    slips: buildSlips(words),
    facets,
    synonyms: readSynonyms(synonyms),
    scratch: newScratch(items.length),
  };
}

/** The same items under new synonyms; nothing of the items is built again. */
export function withSynonyms(index: SearchIndex, synonyms: readonly Synonym[]): SearchIndex {
  return { ...index, synonyms: readSynonyms(synonyms) };
}

function prepare(document: SearchDocument): Prepared {
  const names = [...new Set(languages.map((language) => compact(fold(document.name[language] ?? ''))))].filter(Boolean);
  return { document, names, sound: document.sound === undefined ? soundOfName(document.name) : textToSound(document.sound) };
}

function byTieBreak(a: Prepared, b: Prepared): number {
  const shorter = (a.names[0] ?? '').length - (b.names[0] ?? '').length;
  const morePopular = (b.document.popularity ?? 0) - (a.document.popularity ?? 0);
  return shorter || morePopular || (a.document.code < b.document.code ? -1 : 1);
}

function buildPostings(items: readonly Prepared[]) {
  const [terms, spelled, initials, facets] = [postingsBuilder(), postingsBuilder(), postingsBuilder(), postingsBuilder()];
  const known: KnownTerms = new Map();
  for (const [owner, { document, names, sound }] of items.entries()) {
    for (const name of names) addTerms(terms, { owner, field: fields.name }, name);
    for (const word of document.words) addTerms(terms, { owner, field: fields.words }, compact(fold(word)));
    for (const text of [document.unitName, document.summary]) addText(terms, { owner, known }, text);
    addSound(spelled, owner, sound);
    addInitials(initials, owner, sound.initials);
    addFacets(facets, owner, document.facets);
  }
  return { terms: terms.build(), spelled: spelled.build(), initials: initials.build(), facets: facets.build() };
}

/** Many items say the same of themselves: each text is taken apart once. */
type KnownTerms = Map<string, readonly string[]>;

function addText(terms: PostingsBuilder, { owner, known }: { owner: number; known: KnownTerms }, text: Text | undefined): void {
  for (const said of languages.flatMap((language) => text?.[language] || [])) {
    let found = known.get(said);
    if (!found) known.set(said, (found = termsIn(fold(said), fields.about)));
    for (const term of found) terms.add(term, owner, fields.about);
  }
}

function addTerms(terms: PostingsBuilder, { owner, field }: { owner: number; field: Field }, folded: string): void {
  for (const term of termsIn(folded, field)) terms.add(term, owner, field);
}

function termsIn(folded: string, field: Field): string[] {
  return runsOf(folded).flatMap(({ text, han }) => {
    if (!han) return text;
    return field === fields.about ? pairsOf(text) : [...pairsOf(text), ...charsOf(text)];
  });
}

function addSound(spelled: PostingsBuilder, owner: number, { letters, syllables }: Sound): void {
  for (const three of threesOf(letters)) spelled.add(three, owner);
  let at = 0;
  for (const syllable of syllables) {
    for (let length = 2; length <= 4 && at + length <= letters.length; length++) spelled.add(`^${letters.slice(at, at + length)}`, owner);
    at += syllable.length;
  }
}

function addInitials(initials: PostingsBuilder, owner: number, text: string): void {
  if (text) initials.add(`^${text.charAt(0)}`, owner);
  for (const pair of pairsOf(text)) initials.add(pair, owner);
  for (const three of threesOf(text)) initials.add(three, owner);
}

/** Words this short have too many neighbours. */
const shortestMendable = 4;

function buildSlips(words: readonly string[]): Postings {
  const slips = postingsBuilder();
  for (const [place, word] of words.entries()) {
    if (word.length < shortestMendable) continue;
    for (const key of [word, ...shortenings(word)]) slips.add(key, place);
  }
  return slips.build();
}
