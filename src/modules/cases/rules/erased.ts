import { canonicalJson, sha256 } from '#kernel/ids.ts';

type Link = { readonly seq: number; readonly act: string; readonly at: Date; readonly afterState: string; readonly hash: string };

/** One hash over what stays of a log when its words are gone: that an entry was there, when, and the hash that covered it. */
export function sealOf(caseNo: string, log: readonly Link[]): string {
  return sha256(canonicalJson([caseNo, log.map(({ seq, act, at, afterState, hash }) => [seq, act, at.toISOString(), afterState, hash])]));
}

/** Whether the bare links of an erased case are those that were sealed, and end where its case says. */
export function isWholeSeal(caseNo: string, log: readonly Link[], end: { lastSeq: number; lastHash: string; logSeal: string }): boolean {
  const isInOrder = log.every(({ seq }, index) => seq === index + 1);
  return isInOrder && log.length === end.lastSeq && log.at(-1)?.hash === end.lastHash && sealOf(caseNo, log) === end.logSeal;
}

/** Every file that is named anywhere in what a case holds: its papers, those that were replaced, what was sent with messages. */
export function fileIdsWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fileIdsWithin);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const isList = key === 'fileIds' && Array.isArray(child);
    return isList ? child.filter((one): one is string => typeof one === 'string') : fileIdsWithin(child);
  });
}
