import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import type { Job } from '#kernel/module.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { findItem, toJsonLogic } from '#modules/catalogue/index.ts';
import { filesById } from '#modules/documents/index.ts';
import type * as contract from '../contract/by-rule.ts';
import { listBroken } from '../queries/broken.ts';
import { findCase } from '../queries/case.ts';
import { listRecentOf } from '../queries/lists.ts';
import { findSwitch, insertSwitch, listRuleFigures } from '../queries/by-rule.ts';
import { decideByRule as decideRule, leaveToPerson as leaveRule, type Looked } from '../rules/by-rule.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { fileIdsIn } from '../rules/papers.ts';
import { performAct } from './on-case.ts';

const againMs = 90 * 86_400_000;
/** Ends after which applying again is nothing strange. */
const undone: ReadonlySet<string> = new Set(['withdrawn', 'lapsed', 'not-accepted', 'merged']);

/** 审查零人工: right after it was sent, a case is decided by its item's published rule, or a person is told why not. */
export async function tryRule(job: Job, caseNo: string): Promise<void> {
  await job.transaction(async (act) => {
    const file = await findCase(act.tx, caseNo);
    if (file?.state !== 'submitted' || !(await findItem(act.tx, file.itemCode, file.receivedAt))?.auto) return;
    const looked = await look(act, file);
    const decided = await performAct(act, 'decide-by-rule', { input: { caseNo }, rule: decideRule(looked) });
    if (isRefusal(decided)) await performAct(act, 'leave-to-person', { input: { caseNo }, rule: leaveRule(looked) });
  });
}

/** Files that nobody has scanned yet are a doubt; that this office scans none is its operator's decision. */
async function look(act: Act, file: CaseFile): Promise<Looked> {
  const files = fileIdsIn(file.slots);
  const known = await filesById(act.tx, files);
  const recent = await listRecentOf(act.tx, file, new Date(file.receivedAt.getTime() - againMs));
  const broken = await listBroken(act.tx, { applicantId: file.applicantId, since: new Date(0) });
  const isClean = (fileId: string) => ['clean', 'not-scanned'].includes(known.get(fileId)?.scan ?? '');
  return {
    isOff: (await findSwitch(act.tx, file.itemCode))?.isOff ?? false,
    isAgain: recent.some(({ state }) => !undone.has(state)),
    isBroken: broken.length > 0,
    unclean: files.filter((fileId) => !isClean(fileId)).length,
  };
}

/** The rule as it is published, in a form that other programs can run, with the tests it has passed. */
export const getRule: Action<typeof contract.getRule> = async (act, { itemCode }) => {
  const item = await findItem(act.tx, itemCode, act.now);
  if (!item?.auto) return refuse('no_rule', { itemCode });
  const { approveIf, sample, tests } = item.auto;
  const isOff = (await findSwitch(act.tx, itemCode))?.isOff ?? false;
  return {
    itemCode,
    version: item.version,
    jsonLogic: toJsonLogic(approveIf) as Record<string, unknown>,
    sample,
    tests: [...tests],
    isOff,
  };
};

/** The way back to people, for one item or for all, at once and with a reason; on again in the same way. */
export const switchRule: Action<typeof contract.switchRule> = async (act, { itemCode = '', isOff, reason }) => {
  if (itemCode && !(await findItem(act.tx, itemCode, act.now))?.auto) return refuse('no_rule', { itemCode });
  await insertSwitch(act.tx, {
    switchId: newId(),
    itemCode,
    isOff,
    at: act.now,
    byId: act.actor.personId ?? null,
    byName: act.actor.name,
    reason,
  });
  act.publish('rule_switched', { itemCode, isOff });
  return { itemCode: itemCode || null, isOff };
};

const yearMs = 365 * 86_400_000;

export const listRules: Action<typeof contract.listRules> = async (act) => {
  const figures = await listRuleFigures(act.tx, new Date(act.now.getTime() - yearMs));
  return { rows: figures.map(({ itemName: _, ...row }) => row) };
};
