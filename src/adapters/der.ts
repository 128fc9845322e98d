/** As much of DER (X.690) as a signature needs: a tag, a length, a value. */
export type Node = { readonly tag: number; readonly value: Buffer; readonly whole: Buffer };

export const tags = { integer: 0x02, octets: 0x04, nothing: 0x05, oid: 0x06, sequence: 0x30, set: 0x31, context0: 0xa0 } as const;

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(value.length)]), value]);
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes = [...Buffer.from(length.toString(16).padStart(8, '0'), 'hex')];
  const used = bytes.slice(bytes.findIndex((byte) => byte !== 0));
  return [0x80 | used.length, ...used];
}

/** A set is written in the order of its members' bytes. */
export function derSet(...members: readonly Buffer[]): Buffer {
  return der(tags.set, ...members.toSorted(Buffer.compare));
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(tags.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const digits = [number & 0x7f];
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

export function readDer(bytes: Buffer, at = 0): Node {
  const short = bytes.readUInt8(at + 1);
  const lengthLength = short < 0x80 ? 0 : short & 0x7f;
  const length = lengthLength === 0 ? short : bytes.readUIntBE(at + 2, lengthLength);
  const from = at + 2 + lengthLength;
  if (from + length > bytes.length) throw new RangeError('DER is cut off');
  return { tag: bytes.readUInt8(at), value: bytes.subarray(from, from + length), whole: bytes.subarray(at, from + length) };
}

export function members({ value }: Node): Node[] {
  const found: Node[] = [];
  for (let at = 0; at < value.length; at += (found.at(-1) as Node).whole.length) found.push(readDer(value, at));
  return found;
}
