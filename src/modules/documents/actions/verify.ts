import { verifyPdf } from '#adapters/sign-pdf.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract.ts';
import { findByCode, findByHash, type IssuedRow } from '../queries/issued.ts';
import { codeIn, verdictOf } from '../rules.ts';

export const verifyCode: Action<typeof contract.verifyCode> = async (act, { code }) => {
  const found = await verificationOf(act, { code });
  return found.verdict === 'unknown' ? refuse('not_found') : found;
};

/** The hash finds the issued file. Another file may still carry the mark of one of ours in its signature: then it is that one, altered. */
export const verifyFile: Action<typeof contract.verifyFile> = async (act, { content }) => {
  if (!(content instanceof Uint8Array) || content.length === 0) return refuse('no_file');
  const { sha256 } = verifyPdf(content);
  const code = codeIn(Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1'));
  return verificationOf(act, { sha256, ...(code ? { code } : {}) });
};

export async function verificationOf(
  { tx }: Pick<Act, 'tx'>,
  { code, sha256 }: { code?: string; sha256?: string },
): Promise<contract.Verification> {
  const typed = code === undefined ? undefined : parseHumanNumber(code);
  const found = (sha256 && (await findByHash(tx, sha256))) || (typed && (await findByCode(tx, typed))) || undefined;
  return toVerification(found, sha256);
}

function toVerification(found: IssuedRow | undefined, sha256: string | undefined): contract.Verification {
  const verdict = verdictOf(found, sha256);
  return {
    verdict,
    code: found?.verifyCode ?? null,
    document: found?.facts ?? null,
    revokedAt: found?.revokedAt?.toISOString() ?? null,
    sha256: sha256 ?? found?.sha256 ?? null,
  };
}
