import { refuse, type Refusal } from '#kernel/result.ts';
import { addWorkdays, type Day } from '#kernel/workdays.ts';
import { slotStates } from '#modules/catalogue/index.ts';
import type { CaseFile, LaterCheck } from './case-file.ts';
import { named, overdueOf } from './owing.ts';
import { type Change, type Rule, type Situation, today } from './situation.ts';

/** 告知承诺: the papers that a declaration stands for. */
export function declaredPapers(file: Pick<CaseFile, 'answers' | 'slots'>, { item }: Pick<Situation, 'item'>) {
  return slotStates(item, file.answers, { slots: file.slots as never }).filter(({ way }) => way === 'commitment');
}

/** What a favourable decision took on trust is looked at afterwards, by the day the item names (优化营商环境条例 19, 安阳市政务服务条例 25–29). */
export function checksOf(file: CaseFile, situation: Situation): LaterCheck[] {
  return declaredPapers(file, situation).map(({ slot, document }) => ({
    what: `slots.${slot}`,
    by: addWorkdays(situation.calendar, today(situation), document.commitment?.verifyDays ?? 0),
  }));
}

export function openChecks({ marks, outcome }: Pick<CaseFile, 'marks' | 'outcome'>): readonly LaterCheck[] {
  return outcome === 'revoked' ? [] : (marks.checks ?? []).filter(({ doneAt }) => !doneAt);
}

export function checkByOf(file: CaseFile): Day | null {
  return (
    openChecks(file)
      .map(({ by }) => by)
      .sort()[0] ?? null
  );
}

/** 事后核查: what was taken on trust is right, or it is not; a false declaration is remembered, and a ground to revoke. */
export const checkLater: Rule<{ what: string; result: 'right' | 'wrong'; note?: string | undefined }> = (
  file,
  { what, result, note = '' },
  { now, actor },
) => {
  const open = openChecks(file);
  const check = open.find((one) => one.what === what);
  if (!check) return refuse('no_such_check', { open: open.map((one) => one.what) });
  const done: LaterCheck = { ...check, doneAt: now.toISOString(), byName: actor.name, result };
  const isFalse = result === 'wrong' && what.startsWith('slots.');
  return {
    set: { marks: { ...file.marks, checks: (file.marks.checks ?? []).map((one) => (one === check ? done : one)) } },
    reason: note,
    detail: { what, result, ...(isFalse ? { broken: [{ slot: what.slice('slots.'.length), by: check.by }] } : {}) },
  };
};

/** 撤销: a favourable decision is taken back on a legal ground, after it was given out too (行政许可法 69); the case stays closed. */
export const revoke: Rule<{ reason: string; basis: string }> = (file, { reason, basis }, situation) =>
  revoked(file, situation, { reason, detail: { basis } });

/** By itself where a paper of which the result depended did not come by its day. */
export const revokeOwing: Rule<object> = (file, _input, situation) => {
  const owing = overdueOf(file, situation).filter(({ document: { owed } }) => owed?.blocks === 'none' && owed.ifNot === 'terminate');
  return owing.length === 0
    ? refuse('too_early', { dueOn: file.owedBy })
    : revoked(file, situation, { reason: '', detail: { broken: named(owing) } });
};

function revoked(file: CaseFile, { now }: Situation, { reason, detail }: Required<Pick<Change, 'reason' | 'detail'>>): Change | Refusal {
  const { decision } = file;
  if (!decision?.signedAt || decision.revokedAt || !['approved', 'partly'].includes(decision.outcome)) return refuse('nothing_to_revoke');
  return {
    set: { state: 'closed', decision: { ...decision, revokedAt: now.toISOString() }, outcome: 'revoked', endedAt: now },
    reason,
    detail,
  };
}
