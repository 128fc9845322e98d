import { isRefusal, refuse } from '#kernel/result.ts';
import type { CaseFile } from './case-file.ts';
import { stop } from './clock.ts';
import { clockAct, type Rule } from './situation.ts';
import { openStates } from './states.ts';

export type Survivor = Pick<CaseFile, 'caseNo' | 'applicantId' | 'itemCode' | 'state'>;

/** 并案 / gộp hồ sơ: the same matter of the same person goes on under one number; this one ends, its clocks stop, and it leads there. */
export function mergeInto(survivor: Survivor | undefined): Rule<{ reason?: string | undefined }> {
  return (file, { reason = '' }, situation) => {
    if (!survivor || survivor.caseNo === file.caseNo) return refuse('no_such_survivor');
    const isSame = survivor.applicantId === file.applicantId && survivor.itemCode === file.itemCode;
    if (!isSame || !openStates.includes(survivor.state))
      return refuse('not_the_same_matter', { caseNo: survivor.caseNo, state: survivor.state });
    const ledger = (['intake', 'promised', 'statutory', 'supplement'] as const).reduce((before, clock) => {
      const next = stop(before, clock, clockAct(situation, 'merge'));
      return isRefusal(next) ? before : next;
    }, file.ledger);
    const open = situation.tasks.filter(({ state }) => state === 'open');
    return {
      set: {
        state: 'merged',
        ledger,
        outcome: 'merged',
        endedAt: situation.now,
        pausedAt: null,
        pauseReason: null,
        marks: { ...file.marks, mergedInto: survivor.caseNo },
      },
      reason,
      detail: { into: survivor.caseNo },
      tasks: open.map(({ taskKey }) => ({ skip: { taskKey } })),
    };
  };
}

/** The one that goes on says what it has taken in; its clock and its holder stay as they are. */
export const takeIn: Rule<{ merged: string }> = (_file, { merged }) => ({ set: {}, detail: { merged } });
