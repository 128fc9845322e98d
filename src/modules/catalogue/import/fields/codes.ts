import { isOrganizationCode } from '../../rules/identity-number.ts';
import { fold } from '../../rules/search/fold.ts';
import { soundOf } from '../../rules/search/terms.ts';
import type { Notes } from '../candidate.ts';

const codeForm = /^[0-9A-Za-z][0-9A-Za-z.-]{2,39}$/;

/** The item's code; codes of other styles are rewritten, always to the same, and missing ones follow from name and body. */
export function readCode(written: string, about: string, notes: Notes): string {
  const plain = written.normalize('NFKC').replace(/[\s\u200b]/g, '');
  if (/^-?\d(\.\d+)?e\+?\d+$/i.test(plain)) {
    notes.reject('code_lost_digits', { written: plain });
    return '';
  }
  if (codeForm.test(plain)) return plain;
  const code = plain === '' ? `X-${shortHash(about)}` : rewritten(plain);
  notes.warn(plain === '' ? 'code_missing' : 'code_rewritten', { written: plain.slice(0, 80), code });
  return code;
}

/** 许可-00123-001 → XK-00123-001. */
function rewritten(plain: string): string {
  const latin = plain.replace(/\p{Script=Han}+/gu, (han) => soundOf(fold(han)).initials.toUpperCase());
  const code = latin.replace(/[^0-9A-Za-z.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return codeForm.test(code) ? code : `${code.slice(0, 30)}-${shortHash(plain)}`.replace(/^[-.]+/, '');
}

/** Seven letters and digits that always come out the same for the same text. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36).toUpperCase().padStart(7, '0');
}

/** A kebab-case code for something that has only a name: 交通出行 → jiaotongchuxing. */
export function slugOf(name: string): string {
  const folded = fold(name);
  const latin = folded.replace(/\p{Script=Han}+/gu, (han) => soundOf(han).letters);
  const slug = latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (slug.length > 0 && slug.length <= 40) return slug;
  return `${slug.slice(0, 40)}-${shortHash(name).toLowerCase()}`.replace(/^-+/, '');
}

/** The office behind an item: 统一社会信用代码, eighteen characters that should check out. */
export function readBody(id: string, name: string, notes: Notes): { readonly slug: string; readonly id: string } {
  const plain = id.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (plain === '' && name === '') notes.warn('body_missing');
  if (plain !== '' && plain.length >= 15 && !isOrganizationCode(plain)) notes.warn('body_id_unusual', { id: plain.slice(0, 40) });
  const slug =
    plain === ''
      ? slugOf(name || 'unknown')
      : plain
          .toLowerCase()
          .replace(/[^a-z0-9-]/g, '-')
          .slice(0, 60);
  return { slug: slug.replace(/^-+/, '') || 'unknown', id: plain };
}
