import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const mark = 'sealed.1.';

/**
 * A secret as it may lie in the database: AES-256-GCM under a key that lies elsewhere. It opens only with the same key and for what it was sealed for
 * (`about`: whose it is), so that a row copied to somebody else is of no use.
 */
export function seal(key: string, about: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key), nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return mark + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Undefined when it was sealed with another key or for something else. */
export function unseal(key: string, about: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
  if (!isSealed(sealed) || bytes.length < 28) return undefined;
  const cipher = createDecipheriv('aes-256-gcm', keyFor(key), bytes.subarray(0, 12)).setAAD(Buffer.from(about));
  cipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return cipher.update(bytes.subarray(28), undefined, 'utf8') + cipher.final('utf8');
  } catch {
    return undefined;
  }
}

export function isSealed(text: string): boolean {
  return text.startsWith(mark);
}

function keyFor(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'seal', 32));
}
