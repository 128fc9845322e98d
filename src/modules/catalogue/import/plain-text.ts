import type { Item } from '../item.ts';
import { cleanText } from '../rules/clean-text.ts';
import type { Notes } from './candidate.ts';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  deg: '°',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  sect: '§',
  yen: '¥',
  permil: '‰',
};

/** Entities that other systems left in their texts, several times over: `&amp;lt;` is `<`. The result is text, never markup. */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < 4 && decoded.includes('&'); round += 1) {
    const next = decoded.replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
      (whole: string, ...[decimal, hex, name]: (string | undefined)[]) => {
        if (name) return named[name.toLowerCase()] ?? whole;
        const point = Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16);
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
      },
    );
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

const breaks = /<\s*(br|\/p|\/div|\/li|\/tr)\s*\/?>/gi;
const tags =
  /<\/?(p|br|div|span|font|b|i|u|strong|em|a|table|tbody|thead|tr|td|th|ul|ol|li|img|h[1-6]|o:p|script|style|sup|sub)\b[^<>]*>/gi;
const unprintable = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** A cell as text: entities decoded, markup and control characters gone. */
export function plainText(raw: string): string {
  if (/^[\w\u4e00-\u9fff\u3001-\u3011\uff08\uff09 .,:()-]*$/.test(raw)) return raw.trim();
  const text = decodeEntities(raw).replace(breaks, '\n').replace(tags, '').replace(unprintable, '');
  const cleaned = cleanText(text, 'many');
  return 'text' in cleaned ? cleaned.text : text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\s]/gu, '').trim();
}

const nothing = new Set([
  '',
  '无',
  '無',
  '暂无',
  '没有',
  '空',
  '-',
  '--',
  '—',
  '/',
  '\\',
  'null',
  'none',
  'nil',
  'n/a',
  'undefined',
  'không',
  'không có',
  'khong',
]);

/** Whether a cell only says that there is nothing to say. */
export function isNothing(text: string): boolean {
  return nothing.has(
    text
      .trim()
      .toLowerCase()
      .replace(/[。.]$/, ''),
  );
}

const mobiles: Readonly<Record<Item['jurisdiction'], RegExp>> = {
  CN: /(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
  VN: /(?<![\dA-Za-z])(?:\+?84|0)[- .]?[35789]\d(?:[- .]?\d){7}(?!\d)/g,
};

/** A private person's number does not belong into a public guide, wherever it stands. */
export function withoutMobiles(
  text: string,
  { jurisdiction, field, notes }: { jurisdiction: Item['jurisdiction']; field: string; notes: Notes },
): string {
  const found = text.match(mobiles[jurisdiction]);
  if (!found) return text;
  notes.warn('mobile_number_removed', { field, count: found.length });
  return text
    .replace(mobiles[jurisdiction], '')
    .replace(/[、,，;；/\s]+(?=$|[、,，;；])/g, '')
    .replace(/^[、,，;；/\s]+/, '')
    .trim();
}

/** At most so many characters, by whole characters. */
export function shortened(text: string, { most, field, notes }: { most: number; field: string; notes: Notes }): string {
  if (text.length <= most) return text;
  notes.warn('text_shortened', { field, length: text.length, most });
  return `${text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
