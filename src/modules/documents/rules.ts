import type { Scan } from './contract.ts';

export type Policy = 'serve' | 'hold';

/** Without a real scanner nobody has looked, so nobody says clean; what even the stand-in recognises is infected all the same. */
export function toScan(verdict: 'clean' | 'infected' | 'unreadable', standIn: boolean): Scan {
  return verdict === 'clean' && standIn ? 'not-scanned' : verdict;
}

export type WhyHeld = 'file_infected' | 'file_unreadable' | 'file_being_scanned' | 'file_not_scanned';

/** Why nobody may open a file now; undefined when they may. */
export function whyHeld(scan: Scan, policy: Policy): WhyHeld | undefined {
  if (scan === 'infected') return 'file_infected';
  if (scan === 'unreadable') return 'file_unreadable';
  if (scan === 'pending') return 'file_being_scanned';
  return scan === 'not-scanned' && policy === 'hold' ? 'file_not_scanned' : undefined;
}

export type WhyUnusable = 'not_found' | 'not_yours' | 'infected' | 'not_scanned' | 'unreadable';
type Known = { readonly ownerId: string; readonly scan: Scan; readonly gone: boolean };

/** Why a file cannot stand in an application. One still being scanned can: the applicant does not wait for our scanner. */
export function whyUnusable(file: Known | undefined, personId: string, policy: Policy): WhyUnusable | undefined {
  if (!file || file.gone) return 'not_found';
  if (file.ownerId !== personId) return 'not_yours';
  if (file.scan === 'infected' || file.scan === 'unreadable') return file.scan;
  return file.scan === 'not-scanned' && policy === 'hold' ? 'not_scanned' : undefined;
}

/** A name as it may stand on a screen and in a header: no folders, no control or direction characters, at most 120 characters. */
export function toFileName(claimed: string): string {
  const last = claimed.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .trim()
    .replace(/^\.+/, '');
  const [, stem = plain, ending = ''] = /^(.*?)(\.[\p{L}\p{N}]{1,8})?$/su.exec(plain) ?? [];
  return [...stem].slice(0, 110).join('') + ending || 'file';
}

export type Registered = { readonly sha256: string; readonly revokedAt: Date | null };

/** A code alone tells whether we issued such a document; a file besides must be that very file, bit for bit. */
export function verdictOf(registered: Registered | undefined, sha256: string | undefined): 'genuine' | 'altered' | 'revoked' | 'unknown' {
  if (!registered) return 'unknown';
  if (sha256 !== undefined && sha256 !== registered.sha256) return 'altered';
  return registered.revokedAt ? 'revoked' : 'genuine';
}

/** The code that we write into the reason of our signatures, as a PDF spells it: UTF-16, each byte in octal. */
export function codeIn(pdf: string): string | undefined {
  const reasons = [...pdf.matchAll(/\/Reason\s?\(((?:\\[0-3][0-7]{2}){2,2000})\)/g)];
  const octal = reasons.at(-1)?.[1];
  if (!octal) return undefined;
  const bytes = octal
    .split('\\')
    .slice(1)
    .map((byte) => Number.parseInt(byte, 8));
  const text = bytes.flatMap((high, at) => (at % 2 === 0 ? [String.fromCharCode(high * 256 + (bytes[at + 1] ?? 0))] : [])).join('');
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/.exec(text)?.[0];
}
