import { Converter } from 'opencc-js/t2cn';

/** A pasted page is not a query: what lies behind this many characters is not read. */
const longestQuery = 256;
const longestFolded = 200;

const firstHan = 0x3400;
const lastHan = 0x9fff;
/** Shapes seen in Hong Kong and Taiwan that the converter leaves alone, each before its simplified one. */
const strayShapes = '説说峯峰';
const simplifiedByChar = simplifiedChars();

/** The simplified shape of every single Chinese character, so that folding never needs the converter again. */
function simplifiedChars(): Uint16Array {
  const all = Array.from({ length: lastHan - firstHan + 1 }, (_, index) => String.fromCharCode(firstHan + index));
  const convert = (from: 'tw' | 'hk') => Converter({ from, to: 'cn' })(all.join('\n')).split('\n');
  const [taiwan, hongKong] = [convert('tw'), convert('hk')];
  const shapes = Uint16Array.from(all, (char, index) => {
    const shape = taiwan[index] === char ? hongKong[index] : taiwan[index];
    return (shape?.length === 1 ? shape : char).charCodeAt(0);
  });
  for (let at = 0; at < strayShapes.length; at += 2) shapes[strayShapes.charCodeAt(at) - firstHan] = strayShapes.charCodeAt(at + 1);
  return shapes;
}

/** Halves of surrogate pairs count as Chinese: what lives there and is a letter is nearly always a rare character. */
export function isHan(code: number): boolean {
  return (code >= firstHan && code <= lastHan) || (code >= 0xd800 && code <= 0xdfff);
}

function simplify(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    folded += code >= firstHan && code <= lastHan ? String.fromCharCode(simplifiedByChar[code - firstHan] as number) : text[at];
  }
  return folded;
}

/** One spelling for all ways to write the same: half width, lower case, no marks, simplified characters, single spaces for everything that is no letter or digit. */
export function fold(text: string): string {
  const plain = text.toWellFormed().normalize('NFKC').toLowerCase().normalize('NFD');
  const bare = plain.replace(/[\p{M}\p{Cf}'’]+/gu, '').replaceAll('đ', 'd');
  return simplify(bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

export function foldQuery(query: string): string {
  return fold(query.slice(0, longestQuery)).slice(0, longestFolded).trim();
}

/** Chinese is written without spaces: brackets and blanks beside a Chinese character are not part of a name. */
export function compact(folded: string): string {
  return folded.replace(/(?<=[\u3400-\u9fff\ud800-\udfff]) | (?=[\u3400-\u9fff\ud800-\udfff])/g, '');
}
