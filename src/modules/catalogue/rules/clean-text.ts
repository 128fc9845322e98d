/** Characters that a person may write without any care: printable ASCII, Vietnamese letters, common Chinese and its punctuation. */
const plain = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u01b0\u1ea0-\u1ef9\u3001-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Control characters but tab and line end, bidirectional overrides, hidden tags, lone surrogates, non-characters. */
const forbidden =
  /(?![\t\n\r\u0085])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|\p{Surrogate}|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{10fffe}\u{10ffff}]/u;

/** Marks that leave no trace on paper; pasting brings them along. A joiner stays where it binds pictures or letters of scripts that need it. */
const invisible =
  /[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff\u2800\u3164\uffa0\u115f]|[\u200c\u200d](?![\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Devanagari}])/gu;

/** Compatibility ideographs are other people's names: NFC would replace them by their lookalikes. */
const composable = /[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu;

export type Cleaned = { readonly text: string } | { readonly forbidden: string };

/** The text as it is kept: composed, without invisible marks, trimmed; line ends become `\n`, or spaces where one line is wanted. */
export function cleanText(raw: string, lines: 'one' | 'many' = 'one'): Cleaned {
  if (plain.test(raw)) return { text: raw.trim() };
  const found = forbidden.exec(raw);
  if (found) return { forbidden: `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` };
  const visible = raw
    .replace(invisible, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(composable, (run) => run.normalize('NFC'));
  return { text: (lines === 'one' ? visible.replace(/\s+/g, ' ') : visible.replace(/[^\S\n]+$/gm, '')).trim() };
}

/** Full-width forms of ASCII (１２．５) as a Chinese keyboard types them. */
export function toAscii(text: string): string {
  if (ascii.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}

const ascii = /^[\u0020-\u007e]*$/;

/** Characters as people count them, so that 𠮷 is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
