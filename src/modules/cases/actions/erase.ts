import type { Act } from '#kernel/endpoint.ts';
import { sha256 } from '#kernel/ids.ts';
import { eraseFiles, eraseIssued } from '#modules/documents/index.ts';
import { findItemVersion } from '#modules/catalogue/index.ts';
import { listActions } from '../queries/case.ts';
import {
  type EndedCase,
  listMessageFiles,
  listPapersElsewhere,
  listWithPapers,
  lockEnded,
  setErased,
  setPapersErased,
  takeIdleDrafts,
} from '../queries/erased.ts';
import { fileIdsWithin, sealOf } from '../rules/erased.ts';

/** What is written down of something erased: how much went, and a hash that proves what is left of it. */
export type Erased = {
  readonly itemCode: string;
  readonly outcome: string | null;
  readonly files: number;
  readonly issued: number;
  readonly proof: string;
};

const nobodysCase = '00000000-0000-0000-0000-000000000000';

/** The kind of item a case is about, which says how long it is kept. */
export async function kindOf({ tx }: Pick<Act, 'tx'>, { itemCode, itemVersion }: Pick<EndedCase, 'itemCode' | 'itemVersion'>) {
  return (await findItemVersion(tx, itemCode, itemVersion))?.kind;
}

/**
 * Forgets a case that has ended: what was applied for, by whom, what was written about it, its files and papers. Its number, item, days and outcome stay, and
 * the links of its log under one seal. Undefined when it has not ended, is erased already, or `isDue` says that it is kept longer.
 */
export async function eraseCase(act: Act, caseNo: string, isDue: (ended: EndedCase) => Promise<boolean>): Promise<Erased | undefined> {
  const ended = await lockEnded(act.tx, caseNo);
  if (!ended || !(await isDue(ended))) return undefined;
  const log = await listActions(act.tx, ended.caseId);
  const inMessages = (await listMessageFiles(act.tx, ended.caseId)).flatMap(({ fileIds }) => fileIds);
  const own = [...fileIdsWithin(ended.slots), ...fileIdsWithin(log.map(({ detail }) => detail)), ...inMessages];
  const files = await eraseFiles(act.tx, await unusedElsewhere(act, ended, own), act.now);
  const issued = await eraseIssued(act.tx, caseNo, act.now);
  const seal = sealOf(caseNo, log);
  await setErased(act.tx, ended, { now: act.now, seal });
  return { itemCode: ended.itemCode, outcome: ended.outcome, files, issued, proof: sha256(`${caseNo} ${seal}`) };
}

async function unusedElsewhere(
  { tx }: Act,
  { caseId, applicantId, agentId }: Pick<EndedCase, 'caseId' | 'applicantId' | 'agentId'>,
  fileIds: readonly string[],
): Promise<string[]> {
  const people = [applicantId, agentId].filter((id) => id !== null);
  const used = new Set((await listPapersElsewhere(tx, people, caseId)).flatMap(({ slots }) => fileIdsWithin(slots)));
  return [...new Set(fileIds)].filter((fileId) => !used.has(fileId));
}

/** Identity papers of a batch of cases that were decided before a day and are over: their files go, the case keeps saying that they were there. */
export async function eraseIdentityPapers(
  act: Act,
  { keys, decidedBefore, limit }: { keys: readonly string[]; decidedBefore: Date; limit: number },
): Promise<{ seen: number; done: readonly (Erased & { caseNo: string })[] }> {
  const done: (Erased & { caseNo: string })[] = [];
  const over = await listWithPapers(act.tx, decidedBefore, limit);
  for (const ended of over) {
    const identity = Object.entries(ended.slots).filter(([slot]) => keys.includes(slot.split('.')[0] ?? ''));
    await setPapersErased(act.tx, ended.caseId, act.now);
    const unused = await unusedElsewhere(act, ended, fileIdsWithin(Object.fromEntries(identity)));
    const files = await eraseFiles(act.tx, unused, act.now);
    const { caseNo, itemCode, outcome } = ended;
    if (files > 0) done.push({ caseNo, itemCode, outcome, files, issued: 0, proof: sha256(`${caseNo} ${unused.sort().join(' ')}`) });
  }
  return { seen: over.length, done };
}

/** Forgets a batch of drafts that nobody has touched, though their owners were told. */
export async function eraseDrafts(
  act: Act,
  idle: { untouchedSince: Date; warnedBefore: Date; limit: number },
): Promise<(Erased & { draftId: string })[]> {
  const done: (Erased & { draftId: string })[] = [];
  for (const { draftId, personId, onBehalfOf, itemCode, slots } of await takeIdleDrafts(act.tx, idle)) {
    const people = { caseId: nobodysCase, applicantId: personId, agentId: onBehalfOf };
    const files = await eraseFiles(act.tx, await unusedElsewhere(act, people, fileIdsWithin(slots)), act.now);
    done.push({ draftId, itemCode, outcome: null, files, issued: 0, proof: sha256(draftId) });
  }
  return done;
}
