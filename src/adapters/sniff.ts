import { fileTypeFromBuffer } from 'file-type';
import { type Refusal, refuse } from '#kernel/result.ts';

export const mediaTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileKind = keyof typeof mediaTypes;
export type Sniffed = { readonly kind: FileKind; readonly mediaType: string; readonly width?: number; readonly height?: number };
export type SniffRefusal = Refusal<'file_kind_refused' | 'file_two_faced' | 'file_damaged' | 'image_too_large'>;

/** What a photographed paper or a scan may be; office files only where an item asks for them. */
export const paperKinds: readonly FileKind[] = ['jpg', 'png', 'webp', 'heic', 'pdf'];
export const maxPixels = 64_000_000;

/** The kind of a file by its bytes alone: names and declared types are only claims. */
export async function sniff(bytes: Uint8Array, accept: readonly FileKind[] = paperKinds): Promise<Sniffed | SniffRefusal> {
  const kind = await kindOf(bytes);
  if (!kind || !accept.includes(kind)) return refuse('file_kind_refused', { accept: accept.join(', ') });
  if (isTwoFaced(bytes, kind)) return refuse('file_two_faced');
  const mediaType = mediaTypes[kind];
  if (kind === 'docx' || kind === 'xlsx') return { kind, mediaType };
  if (kind === 'pdf') return latin(bytes.subarray(-2048)).includes('%%EOF') ? { kind, mediaType } : refuse('file_damaged');
  const size = await imageSize(bytes);
  if (!size) return refuse('file_damaged');
  return size.width * size.height > maxPixels ? refuse('image_too_large', { maxPixels }) : { kind, mediaType, ...size };
}

async function kindOf(bytes: Uint8Array): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found?.mime === 'image/heif') return 'heic';
  return (Object.keys(mediaTypes) as FileKind[]).find((kind) => mediaTypes[kind] === found?.mime);
}

/** Files that another program would take for something else: a page or script inside an image, a PDF header in a photo, an archive at the end of anything but an office file. */
function isTwoFaced(bytes: Uint8Array, kind: FileKind): boolean {
  if (kind === 'docx' || kind === 'xlsx') return false;
  if (endsAsZip(bytes)) return true;
  const start = latin(bytes.subarray(0, 1024));
  if (kind === 'pdf') return !start.startsWith('%PDF-') || /<(!doctype|html|script|svg)/i.test(start);
  return start.includes('%PDF-') || holdsPage(bytes);
}

/** Looked through in windows that overlap, so that a large photo does not become a large string. */
function holdsPage(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 65_536)
    if (/<(!doctype html|html[\s>]|script[\s>]|svg\s|\?php\s)/i.test(latin(bytes.subarray(at, at + 65_536 + 16)))) return true;
  return false;
}

/** An archive is read from its end: a directory record whose comment reaches exactly the last byte. */
function endsAsZip(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-(65_535 + 22));
  for (let at = tail.indexOf('PK\x05\x06'); at >= 0; at = tail.indexOf('PK\x05\x06', at + 1))
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
  return false;
}

/** From the header, without decoding a pixel. */
async function imageSize(bytes: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { width, height };
  } catch {
    return undefined;
  }
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
