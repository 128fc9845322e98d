type Result = { readonly caseNo: string; readonly code: string | null };
export type BatchResults = { readonly act: string; readonly results: readonly Result[] };

/** A batch's results travel in the address, so that a reload shows them again and does nothing. */
export function writeResults(act: string, results: readonly (Result & { done: boolean })[]): Record<string, string> {
  return { did: act, results: results.map(({ caseNo, done, code }) => `${caseNo}:${done ? '' : code}`).join(',') };
}

export function readResults({ did, results }: Readonly<Record<string, string | undefined>>): BatchResults | undefined {
  if (!did || !results) return undefined;
  const read = results.split(',').map((one) => {
    const [caseNo = '', code = ''] = one.split(':');
    return { caseNo, code: code || null };
  });
  return { act: did, results: read.slice(0, 200) };
}
