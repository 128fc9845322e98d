export type TextFile = { readonly text: string; readonly encoding: string };

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Bytes → text: by their mark, else UTF-8, else what Chinese offices save (GB 18030). Undefined when it is none of these. */
export function decodeText(bytes: Uint8Array): TextFile | undefined {
  const mark = marks.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  for (const encoding of mark ? [mark.encoding] : ['utf-8', 'gb18030']) {
    const text = decode(bytes, encoding);
    if (text !== undefined && !text.includes('\0') && !isGarbage(text)) return { text, encoding };
  }
  return undefined;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Pictures and programs decode too; they are full of control characters, text is not. */
function isGarbage(text: string): boolean {
  const start = text.slice(0, 4000);
  const controls = start.match(/[^\P{Cc}\s]|[\ufffd\ue000-\uf8ff]/gu)?.length ?? 0;
  return controls > start.length / 50;
}

/** Undefined when it is not JSON. */
export function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
