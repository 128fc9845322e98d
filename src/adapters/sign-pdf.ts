import { loadSigningKey, createSigningKey } from './signing-key.ts';
import { sha256, signDetached, type SignerName, type SigningKey, verifyDetached } from './signature-cms.ts';

export type Seal = { readonly reason: string; readonly name: string; readonly place?: string; readonly at: Date };
export type Signer = { sign(pdf: Uint8Array, seal: Seal): Promise<Uint8Array> };

/**
 * Signs PDF as PAdES B-B (subfilter ETSI.CAdES.detached) with the RSA key of a PKCS#12 file. With `developmentName` a missing file is made on first use,
 * self-signed; without it a missing file is an error, so that no real office signs with a certificate that nobody issued.
 */
export function openSigner(config: {
  readonly p12Path: string;
  readonly passphrase: string;
  readonly developmentName?: string | undefined;
}): Signer {
  const { p12Path, passphrase, developmentName } = config;
  let loaded: Promise<SigningKey> | undefined;
  const load = async (at: Date) => {
    if (developmentName) await createSigningKey(p12Path, passphrase, { name: developmentName, at });
    return loadSigningKey(p12Path, passphrase);
  };
  return {
    sign: async (pdf, seal) => {
      loaded ??= load(seal.at);
      loaded.catch(() => {
        loaded = undefined;
      });
      return signWith(await loaded, pdf, seal);
    },
  };
}

async function signWith(key: SigningKey, pdf: Uint8Array, { reason, name, place = '', at }: Seal): Promise<Uint8Array> {
  const { PDFDocument } = await import('pdf-lib');
  const { pdflibAddPlaceholder } = await import('@signpdf/placeholder-pdf-lib');
  const { SignPdf, Signer } = await import('@signpdf/signpdf');
  const pdfDoc = await PDFDocument.load(pdf, { updateMetadata: false });
  const words = { reason: pdfText(reason), name: pdfText(name), location: pdfText(place), contactInfo: '' };
  pdflibAddPlaceholder({ pdfDoc, ...words, signingTime: at, subFilter: 'ETSI.CAdES.detached', signatureLength: 16_384 });
  const prepared = Buffer.from(await pdfDoc.save({ useObjectStreams: false }));
  const signer = Object.assign(new Signer(), { sign: async (content: Buffer) => signDetached(content, key) });
  return new SignPdf().sign(prepared, signer, at);
}

/** A PDF string beyond Latin is UTF-16 with a byte order mark; the library writes bytes as they are, so each is escaped. */
function pdfText(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

export type Verified = { readonly sha256: string; readonly signed: boolean; readonly intact: boolean; readonly signer?: SignerName };

/** Whether the file carries a signature that covers all of it, and by whom. Whether to trust that certificate is the caller's question. */
export function verifyPdf(pdf: Uint8Array): Verified {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const hash = sha256(bytes).toString('hex');
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1);
  if (!ranges) return { sha256: hash, signed: false, intact: false };
  const [start = 0, before = 0, after = 0, rest = 0] = ranges.slice(1).map(Number);
  const coversAll = start === 0 && before < after && after + rest === bytes.length;
  const signer = coversAll ? signerOf(bytes, before, after) : undefined;
  return { sha256: hash, signed: true, intact: signer !== undefined, ...(signer ? { signer } : {}) };
}

function signerOf(bytes: Buffer, before: number, after: number): SignerName | undefined {
  const hex = /^<([0-9a-f]+)>$/i.exec(bytes.toString('latin1', before, after))?.[1];
  try {
    return hex ? verifyDetached(Buffer.from(hex, 'hex'), Buffer.concat([bytes.subarray(0, before), bytes.subarray(after)])) : undefined;
  } catch {
    return undefined;
  }
}
