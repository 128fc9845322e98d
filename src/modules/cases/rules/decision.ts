import { isRefusal, refuse } from '#kernel/result.ts';
import type { Day } from '#kernel/workdays.ts';
import type { Plan, PlanTask } from '#modules/catalogue/index.ts';
import { checksOf } from './afterwards.ts';
import type { CaseFile, Decision, DecisionOutcome } from './case-file.ts';
import { begin, isLate, type Ledger, restart, stop } from './clock.ts';
import { clockRule } from './deadlines.ts';
import { named, owingOf, refuseOwing } from './owing.ts';
import { didOneOf, intakeKeys, openNext } from './review.ts';
import { type Change, clockAct, type Rule, type Situation, today } from './situation.ts';

/** 拟办: a decision is drafted; whoever drafts it does not sign it. Anything but approval needs its reason. */
export const propose: Rule<{ outcome: DecisionOutcome; reason?: string | undefined; validUntil?: Day | undefined }> = (
  file,
  { outcome, reason = '', validUntil },
  { now, actor },
) => {
  if (outcome !== 'approved' && reason.trim() === '') return refuse('reason_needed', { outcome });
  if (file.marks.veto && (outcome === 'approved' || outcome === 'partly')) return refuse('vetoed', file.marks.veto);
  const earlier = file.decision?.signedAt ? file.decision : file.decision?.earlier;
  const decision: Decision = {
    outcome,
    reason,
    draftedBy: actor.personId ?? '',
    draftedByName: actor.name,
    draftedAt: now.toISOString(),
    ...(validUntil ? { validUntil } : {}),
    ...(earlier ? { earlier } : {}),
  };
  return { set: { decision }, reason, detail: { outcome } };
};

/** 退回: back to review with a note; a plan without a review has its draft struck and is decided anew. The clock runs on, never reset. */
export const sendBack: Rule<{ reason: string; stage?: string | undefined }> = (file, { reason, stage }) => {
  const plan = file.plan ?? [];
  const planned = stagesToRedo(plan).findLast((task) => !stage || task.key === stage);
  if (stage && !planned) return refuse('no_such_task', { stage });
  const decision = file.decision?.earlier ?? null;
  if (!planned) return { set: { decision, marks: withoutVeto(file) }, reason };
  const { key: taskKey, unit: unitCode, kind, limit } = planned;
  const step = plan.findIndex((candidate) => candidate.tasks.includes(planned));
  return {
    set: { state: 'review', decision, marks: withoutVeto(file) },
    reason,
    tasks: [{ open: { taskKey, step, unitCode, kind, ...(limit === undefined ? {} : { limit }) } }],
  };
};

/** The reviews and surveys that stand before the signature: what comes after it, like a payment, is not looked at again by sending back. */
export function stagesToRedo(plan: Plan): PlanTask[] {
  const signing = plan.findIndex((step) => step.tasks.some((task) => task.kind === 'decision'));
  const before = signing === -1 ? plan : plan.slice(0, signing);
  return before.flatMap((step) => step.tasks).filter((task) => task.kind === 'review' || task.kind === 'survey');
}

/** Looked at anew, a concern of before binds nobody. */
function withoutVeto({ marks: { veto: _, ...marks } }: CaseFile): CaseFile['marks'] {
  return marks;
}

/** Opened again nothing is left to be checked of the decision that no longer holds. */
function anew(file: CaseFile): CaseFile['marks'] {
  const { checks: _, ...marks } = withoutVeto(file);
  return marks;
}

/** 签发: another person than the drafter decides. The limit stops here; on time or not is frozen. */
export const sign: Rule<object> = (file, _input, situation) => {
  const { decision } = file;
  const { actor } = situation;
  if (!decision || decision.signedAt) return refuse('nothing_drafted');
  if (decision.draftedBy === actor.personId) return refuse('same_person', { drafter: decision.draftedByName });
  const signing = file.plan?.flatMap((step) => step.tasks).find((task) => task.kind === 'decision');
  if (signing && didOneOf(signing.notBy, situation)) return refuse('same_person', { stages: signing.notBy });
  const owing = refuseOwing('decision', file, situation);
  if (owing) return owing;
  return sealed(file, situation);
};

/** What every decision does to a case, whoever or whatever has made it. */
export function sealed(file: CaseFile, situation: Situation): Change {
  const { actor, now } = situation;
  const decision = file.decision as Decision;
  const ledger = stopped(file.ledger, situation);
  const signed: Decision = {
    ...decision,
    signedBy: actor.personId ?? '',
    signedByName: actor.name,
    signedAt: now.toISOString(),
    onTime: wasOnTime(file.ledger, situation),
  };
  return {
    set: {
      state: 'decided',
      decision: signed,
      outcome: decision.outcome,
      decidedAt: now,
      ledger,
      pausedAt: null,
      pauseReason: null,
      marks: withChecks(file, situation),
    },
    reason: decision.reason,
    detail: { outcome: decision.outcome, ...stillOwed(file, situation) },
  };
}

/** What a favourable decision still waits for, or is given on condition of. */
function stillOwed(file: CaseFile, situation: Situation): { owed?: { slot: string; by: Day }[] } {
  const owing = file.decision?.outcome === 'refused' ? [] : owingOf(file, situation);
  return owing.length > 0 ? { owed: named(owing) } : {};
}

function withChecks(file: CaseFile, situation: Situation): CaseFile['marks'] {
  const isFavourable = file.decision?.outcome === 'approved' || file.decision?.outcome === 'partly';
  const checks = isFavourable ? checksOf(file, situation) : [];
  return checks.length > 0 ? { ...file.marks, checks } : file.marks;
}

function wasOnTime(ledger: Ledger, situation: Situation): boolean {
  const rule = clockRule('promised', situation);
  return !rule || !isLate(ledger, rule, today(situation));
}

function stopped(ledger: Ledger, situation: Situation): Ledger {
  const act = clockAct(situation, 'sign');
  let after = ledger;
  for (const clock of ['promised', 'statutory'] as const) {
    const next = stop(after, clock, act);
    if (!isRefusal(next)) after = next;
  }
  return clockRule('delivery', situation) ? begin(after, 'delivery', act) : after;
}

/** 送达 / trả kết quả: handed over, with proof of how. */
export const serve: Rule<{ way?: string | undefined; proof?: string | undefined }> = (file, { way, proof }, situation) => {
  const owing = refuseOwing('issue', file, situation);
  if (owing) return owing;
  const ledger = stop(file.ledger, 'delivery', clockAct(situation, 'serve'));
  return {
    set: { state: 'served', ledger: isRefusal(ledger) ? file.ledger : ledger },
    detail: { way: way ?? file.delivery.way ?? 'electronic', ...(proof ? { proof } : {}) },
  };
};

export const close: Rule<object> = (_file, _input, { now }) => ({ set: { state: 'closed', endedAt: now } });

/** A decided case is opened again on a legal ground: the old decision is kept, the limit starts anew, the applicant is told. */
export const reopen: Rule<{ reason: string; basis: string }> = (file, { reason, basis }, situation) => {
  if (!file.plan) return refuse('wrong_stage', { state: file.state });
  const act = clockAct(situation, 'reopen');
  const ledger = (['promised', 'statutory'] as const).reduce((before, clock) => {
    const next = restart(before, clock, act);
    return isRefusal(next) ? before : next;
  }, file.ledger);
  const undelivered = stop(ledger, 'delivery', act);
  const opened = openNext(file.plan, intakeKeys(file.plan), { tasks: [] });
  return {
    set: {
      state: opened.state,
      ledger: isRefusal(undelivered) ? ledger : undelivered,
      endedAt: null,
      decidedAt: null,
      outcome: null,
      marks: anew(file),
    },
    reason,
    detail: { basis },
    tasks: opened.tasks,
  };
};

/** 撤回: the applicant takes it back before the signature. */
export const withdraw: Rule<{ reason?: string | undefined }> = (file, { reason = '' }, situation) => {
  const act = clockAct(situation, 'withdraw');
  const ledger = (['intake', 'promised', 'statutory', 'supplement'] as const).reduce((before, clock) => {
    const next = stop(before, clock, act);
    return isRefusal(next) ? before : next;
  }, file.ledger);
  return { set: { state: 'withdrawn', ledger, outcome: 'withdrawn', endedAt: situation.now, pausedAt: null, pauseReason: null }, reason };
};
