import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';

/** Keys of the data folder, used here only: what is sealed in the database opens with them alone. */
export type SealBox = {
  readonly seal: (value: unknown) => Uint8Array;
  readonly open: (sealed: Uint8Array) => unknown;
  /** The same text gives the same mark; the mark tells nothing of the text. */
  readonly markOf: (text: string) => string;
  /** Ed25519, base64url. */
  readonly sign: (text: string) => string;
  readonly publicKey: string;
  readonly isSigned: (signed: Uint8Array, signature: Uint8Array) => boolean;
};

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
// The head that turns 32 bytes into an Ed25519 private key (RFC 8410).
const keyHead = Buffer.from('302e020100300506032b657004220420', 'hex');

/** From one secret of 32 bytes: a key for sealing, one for marks, one for signing, each derived for its use. */
export function openSealBox(secret: string): SealBox {
  const derived = (use: string) => createHmac('sha256', Buffer.from(secret, 'base64url')).update(use).digest();
  const [sealing, marking] = [derived('seal'), derived('mark')];
  const privateKey = createPrivateKey({ key: Buffer.concat([keyHead, derived('sign')]), format: 'der', type: 'pkcs8' });
  const publicHalf = createPublicKey(privateKey);
  return {
    seal: (value) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, sealing, iv);
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv(algorithm, sealing, bytes.subarray(0, ivBytes));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8'));
    },
    markOf: (text) => createHmac('sha256', marking).update(text).digest('base64url'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    publicKey: publicHalf.export({ format: 'jwk' }).x as string,
    isSigned: (signed, signature) => verify(null, signed, publicHalf, signature),
  };
}

/** HMAC-SHA256 in hex, as a robot makes it. */
export function hmacHex(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
