/** Vietnamese by Telex, for the kiosk's own keyboard: what a word becomes when one more key is pressed. */
const tones: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const marks: Readonly<Record<string, string>> = { a: '\u0302', e: '\u0302', o: '\u0302' };
const horned: Readonly<Record<string, string>> = { a: '\u0306', o: '\u031b', u: '\u031b' };
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const shapeMarks = /[\u0302\u0306\u031b]/;

/** Letters with their marks, one an entry. */
function lettersOf(word: string): string[] {
  return word.normalize('NFD').match(/.[\u0300-\u036f]*/gsu) ?? [];
}

const isVowel = (letter: string | undefined) => letter !== undefined && /^[aeiouy]/i.test(letter);

export function telex(text: string, key: string): string {
  const at = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1;
  const letters = lettersOf(text.slice(at));
  const changed = change(letters, key.toLowerCase());
  return (changed ? text.slice(0, at) + changed.join('') : text + key).normalize('NFC');
}

function change(letters: string[], key: string): string[] | undefined {
  if (key === 'z' || key in tones) return isToned(letters, key) ? setTone(letters, key) : undefined;
  if (key === 'w') return horn(letters);
  if (key === 'd')
    return double(
      letters,
      (letter) => letter.toLowerCase() === 'd',
      (letter) => (letter === 'D' ? 'Đ' : 'đ'),
    );
  const mark = marks[key];
  const isSame = (letter: string) => letter[0]?.toLowerCase() === key && !shapeMarks.test(letter);
  return mark ? double(letters, isSame, (letter) => (letter[0] as string) + mark + letter.slice(1)) : undefined;
}

function isToned(letters: readonly string[], key: string): boolean {
  return key === 'z' ? letters.some((letter) => letter.search(toneMarks) > 0) : letters.some(isVowel);
}

/** `aa`, `dd`: the second key changes the last letter of its kind. */
function double(letters: readonly string[], fits: (letter: string) => boolean, to: (letter: string) => string): string[] | undefined {
  const index = letters.findLastIndex(fits);
  return index < 0 || index < letters.length - 3 ? undefined : letters.with(index, to(letters[index] as string));
}

/** `w` gives a breve or a horn; `uo` gets two. */
function horn(letters: readonly string[]): string[] | undefined {
  const index = letters.findLastIndex((letter) => (letter[0]?.toLowerCase() ?? '') in horned && !shapeMarks.test(letter));
  if (index < 0) return undefined;
  const withHorn = (letter: string) => (letter[0] as string) + horned[(letter[0] as string).toLowerCase()] + letter.slice(1);
  const changed = letters.with(index, withHorn(letters[index] as string));
  const before = letters[index - 1];
  return letters[index]?.toLowerCase().startsWith('o') && before?.toLowerCase() === 'u'
    ? changed.with(index - 1, withHorn(before))
    : changed;
}

/** The tone stands on the vowel that has a mark, else on the last before a final consonant, else on the first of two or the middle one of three. */
function setTone(letters: readonly string[], key: string): string[] {
  const bare = letters.map((letter) => letter.replace(toneMarks, ''));
  const target = key === 'z' ? -1 : toneAt(bare);
  return bare.map((letter, index) => (index === target ? letter + (tones[key] as string) : letter));
}

function toneAt(bare: readonly string[]): number {
  const vowels = bare.flatMap((letter, index) => (isVowel(letter) && !isGlide(bare, index) ? [index] : []));
  const marked = vowels.findLast((index) => shapeMarks.test(bare[index] as string));
  if (marked !== undefined) return marked;
  const [first = -1, second, third] = vowels;
  const last = vowels.at(-1) ?? -1;
  if (third !== undefined) return second as number;
  return second === undefined || last < bare.length - 1 ? last : first;
}

/** The u of `qu` and the i of `gi` belong to the consonant when a vowel follows. */
function isGlide(bare: readonly string[], index: number): boolean {
  const pair = `${bare[index - 1] ?? ''}${bare[index] ?? ''}`.toLowerCase();
  return (pair === 'qu' || pair === 'gi') && isVowel(bare[index + 1]);
}
