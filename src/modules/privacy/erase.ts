import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import type { Job } from '#kernel/module.ts';
import { type Day, dayOf } from '#kernel/workdays.ts';
import {
  type EndedCase,
  eraseCase,
  eraseDrafts,
  type Erased,
  eraseIdentityPapers,
  kindOf,
  listToErase,
  listUnplaced,
  setKeepUntil,
} from '#modules/cases/index.ts';
import { forgetHandovers } from '#modules/delivery/index.ts';
import { removeErased } from '#modules/documents/index.ts';
import { centreZone } from '#modules/identity/index.ts';
import { forgetNotices } from '#modules/messages/index.ts';
import { forgetReasons } from '#modules/supervision/index.ts';
import { batchSize, dueAt, inBatches } from './due.ts';
import { policy, policyId } from './policy.ts';
import { insertErasure } from './queries.ts';
import { keptUntil } from './rules/policy.ts';
import { warnAhead } from './warn.ts';

/**
 * One turn of forgetting. Each case goes in a transaction of its own and is written down in it; ended in the middle, the next turn goes on where this one was,
 * and nothing is erased or written down twice.
 */
export async function eraseDue(job: Job): Promise<void> {
  await inBatches(() => job.transaction(placeEnded));
  await warnAhead(job);
  await inBatches(() => job.transaction(forgetDrafts));
  await inBatches(() => job.transaction(forgetIdentityPapers));
  await inBatches(() => forgetCases(job));
  await removeErased(job);
}

async function keepUntilOf(act: Act, ended: EndedCase): Promise<Day> {
  const endedOn = dayOf(ended.endedAt, centreZone());
  return keptUntil(policy, { kind: await kindOf(act, ended), outcome: ended.outcome, endedOn });
}

/** Cases that have ended, or whose policy has changed, get the last day on which they are kept. */
async function placeEnded(act: Act): Promise<number> {
  const ended = await listUnplaced(act.tx, policyId, batchSize);
  for (const one of ended) await setKeepUntil(act.tx, one.caseId, { keepUntil: await keepUntilOf(act, one), policy: policyId });
  return ended.length;
}

async function forgetDrafts(act: Act): Promise<number> {
  const { draftsSince, warnedBefore, current } = dueAt(act.now);
  const gone = await eraseDrafts(act, { untouchedSince: draftsSince, warnedBefore, limit: batchSize });
  for (const { draftId, ...erased } of gone)
    await writeDown(act, { kind: 'draft', what: draftId, rule: `${current.drafts.days} d`, erased });
  return gone.length;
}

async function forgetIdentityPapers(act: Act): Promise<number> {
  const { decidedBefore, current } = dueAt(act.now);
  const { days, slots } = current.identityPapers;
  const { seen, done } = await eraseIdentityPapers(act, { keys: slots, decidedBefore, limit: batchSize });
  for (const { caseNo, ...erased } of done) await writeDown(act, { kind: 'identity-papers', what: caseNo, rule: `${days} d`, erased });
  return seen;
}

async function forgetCases(job: Job): Promise<number> {
  const due = await job.transaction(({ tx, now }) => {
    const { today, warnedBefore } = dueAt(now);
    return listToErase(tx, { before: today, warnedBefore, limit: batchSize });
  });
  for (const { caseNo } of due) await job.transaction((act) => forgetCase(act, caseNo));
  return due.length;
}

/** A case that was opened again and ended anew since its day was worked out is kept until its new day. */
export async function forgetCase(act: Act, caseNo: string): Promise<void> {
  const { today } = dueAt(act.now);
  let rule = '';
  const erased = await eraseCase(act, caseNo, async (ended) => {
    const until = await keepUntilOf(act, ended);
    rule = `< ${until}`;
    if (until !== ended.keepUntil) await setKeepUntil(act.tx, ended.caseId, { keepUntil: until, policy: policyId });
    return until < today;
  });
  if (!erased) return;
  await forgetHandovers(act.tx, caseNo);
  await forgetNotices(act.tx, caseNo);
  await forgetReasons(act.tx, caseNo);
  await writeDown(act, { kind: 'case', what: caseNo, rule, erased });
}

type WrittenDown = { kind: 'draft' | 'identity-papers' | 'case'; what: string; rule: string; erased: Erased };

async function writeDown({ tx, now }: Act, { erased, ...row }: WrittenDown): Promise<void> {
  await insertErasure(tx, { ...row, ...erased, erasureId: newId(), erasedAt: now });
}
