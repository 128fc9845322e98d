import { hash, randomBytes, randomFillSync } from 'node:crypto';

const pool = Buffer.allocUnsafe(16 * 256);
let used = pool.length;

function sixteenRandomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return Buffer.from(pool.subarray(used - 16, used));
}

/** An identifier whose first 48 bits are the time, so that new rows lie side by side in an index (RFC 9562, version 7). Made here: PostgreSQL makes them only from 18 on. */
export function newId(): string {
  const bytes = sixteenRandomBytes();
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Letters and digits that nobody confuses when reading a number out on the phone: no 0 O 1 I. 31 of them, a prime, for the check character. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXY';

/**
 * A number for people: `HC7K-4M2P-9XQ6`: two letters of the office, nine random characters, one check character.
 * It reveals neither how many there are nor when they were made; every single mistyped character and every swap of neighbours is noticed.
 */
export function newHumanNumber(prefix: string): string {
  const body = prefix + [...sixteenRandomBytes().subarray(0, 11 - prefix.length)].map((byte) => alphabet[byte % 31]).join('');
  return grouped(body + checkCharacter(body));
}

/** Full width, lower case and missing dashes put right; undefined when the check character says that it was mistyped. */
export function parseHumanNumber(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  if (plain.length !== 12 || [...plain].some((character) => !alphabet.includes(character))) return undefined;
  return checkCharacter(plain.slice(0, 11)) === plain[11] ? grouped(plain) : undefined;
}

function grouped(plain: string): string {
  return plain.replace(/(.{4})(?=.)/g, '$1-');
}

/** Weighted sum modulo 31: every single error and every swap of neighbours changes it. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, position) => total + alphabet.indexOf(character) * (position + 2), 0);
  return alphabet[sum % 31] as string;
}

/** A secret for a cookie, a link or a device: 32 random bytes. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A short code that a person reads out: six digits, evenly spread. */
export function newDigits(count: number): string {
  return [...randomBytes(count)].map((byte) => String(Math.floor((byte / 256) * 10))).join('');
}

export function sha256(value: string | Uint8Array): string {
  return hash('sha256', value, 'hex');
}

/** JSON with sorted keys: the same value gives the same bytes, so that it can be hashed. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object' || value instanceof Date) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const child = (value as Record<string, unknown>)[key];
    if (child !== undefined) members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(child)}`;
  }
  return `{${members}}`;
}
