/** A user name as it is compared: full width and capitals put right; a phone number counts by its digits. */
export function toUsername(typed: string): string {
  const plain = typed.normalize('NFKC').trim().toLowerCase();
  return /^[+\d][\d\s()-]{5,}$/.test(plain) ? digitsOf(plain) : plain;
}

export function digitsOf(phone: string): string {
  return phone.normalize('NFKC').replace(/\D/g, '');
}

/** An identity number or credit code as it is compared. */
export function toPlainNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

/** What may be shown of an identity number: the first three and the last two characters. */
export function maskNumber(plain: string): string {
  return plain.length < 8 ? '*'.repeat(plain.length) : `${plain.slice(0, 3)}${'*'.repeat(plain.length - 5)}${plain.slice(-2)}`;
}

/** What may be shown of a name: the first character and stars; of a Vietnamese or Western name the first word. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  if (rest.length > 0) return `${first} ${rest.map(() => '*').join(' ')}`;
  return `${[...first][0] ?? ''}${'*'.repeat(Math.max(0, [...first].length - 1))}`;
}

/** Where to go after signing in: only a path of this site, so that no link can lead people to another one. */
export function toLocalPath(next: string | undefined): string | undefined {
  if (!next || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(next)) return undefined;
  return URL.canParse(next, 'http://local') && new URL(next, 'http://local').host === 'local' ? next : undefined;
}
