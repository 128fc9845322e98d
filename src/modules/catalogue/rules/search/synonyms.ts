import { compact, fold, isHan } from './fold.ts';
import { soundOf } from './terms.ts';

/** An administrator's line: whoever says one of `from` means one of `to`. */
export type Synonym = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The letters that sayings sound like, where somebody has worked them out before. */
  readonly letters?: Readonly<Record<string, string>> | undefined;
};

/** What a saying means, by its first character, the longest saying first. */
export type Synonyms = ReadonlyMap<string, readonly Saying[]>;
type Saying = { readonly from: string; readonly to: readonly string[] };

export type Piece = { readonly text: string; readonly to: readonly string[] };

/** Shorter spelled sayings would be found inside ordinary words of other languages. */
const shortestSpelled = 5;

export function readSynonyms(lines: readonly Synonym[]): Synonyms {
  const meanings = new Map<string, Set<string>>();
  for (const line of lines) {
    const to = line.to.map((text) => compact(fold(text))).filter(Boolean);
    for (const from of line.from.flatMap((saying) => spellings(saying, line.letters?.[saying])))
      meanings.set(from, new Set([...(meanings.get(from) ?? []), ...to]));
  }
  const sayings = new Map<string, Saying[]>();
  for (const [from, to] of meanings) sayings.set(from.charAt(0), [...(sayings.get(from.charAt(0)) ?? []), { from, to: [...to] }]);
  for (const list of sayings.values()) list.sort((a, b) => b.from.length - a.from.length);
  return sayings;
}

function spellings(saying: string, known: string | undefined): string[] {
  const folded = compact(fold(saying));
  if (!isHan(folded.charCodeAt(0))) return folded ? [folded] : [];
  const letters = known ?? lettersOf(saying);
  return letters.length < shortestSpelled ? [folded] : [folded, letters];
}

export function lettersOf(saying: string): string {
  return soundOf(compact(fold(saying))).letters;
}

/** Cuts a folded query at the sayings it holds; the rest keeps its order and has no meanings. */
export function cutAtSayings(text: string, synonyms: Synonyms): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const saying = synonyms.get(text.charAt(at))?.find(({ from }) => standsAt(text, from, at));
    if (!saying) {
      at++;
      continue;
    }
    if (at > done) pieces.push({ text: text.slice(done, at), to: [] });
    pieces.push({ text: saying.from, to: saying.to });
    done = at += saying.from.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), to: [] });
  return pieces;
}

/** A Latin saying must not begin or end inside a word. */
function standsAt(text: string, from: string, at: number): boolean {
  if (!text.startsWith(from, at)) return false;
  const [before, after] = [text.charAt(at - 1), text.charAt(at + from.length)];
  return !(isLetter(before) && isLetter(from.charAt(0))) && !(isLetter(after) && isLetter(from.slice(-1)));
}

function isLetter(char: string): boolean {
  return char !== '' && char !== ' ' && !isHan(char.charCodeAt(0));
}
