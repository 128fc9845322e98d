import type { Act, Action } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { invalid, isRefusal, refuse } from '#kernel/result.ts';
import { addWorkdays, type Day } from '#kernel/workdays.ts';
import { checkAnswers } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { actorOf } from '#modules/identity/index.ts';
import * as contract from '../contract/acts.ts';
import { findCase } from '../queries/case.ts';
import { insertRating } from '../queries/lists.ts';
import * as afterwards from '../rules/afterwards.ts';
import { appoint } from '../rules/clock.ts';
import { namedCredentials } from '../rules/credentials.ts';
import * as decision from '../rules/decision.ts';
import * as green from '../rules/green.ts';
import * as intake from '../rules/intake.ts';
import { mayAct } from '../rules/may-act.ts';
import { fileIdsIn, supply as supplyRule } from '../rules/papers.ts';
import * as review from '../rules/review.ts';
import { clockAct, type Rule, today } from '../rules/situation.ts';
import { actBy, performAct } from './on-case.ts';
import { viewCase } from './read.ts';
import { refuseUnusable } from './usable-files.ts';

export const claim = actBy(contract.claim, 'claim', intake.claim);
export const release = actBy(contract.release, 'release', intake.release);
export const accept = actBy(contract.accept, 'accept', intake.accept);
export const acceptTolerated = actBy(contract.acceptTolerated, 'accept-tolerated', intake.acceptTolerated as Rule<never>);
export const refuseIntake = actBy(contract.refuseIntake, 'refuse-intake', intake.refuseIntake as Rule<never>);
export const askCorrection = actBy(contract.askCorrection, 'ask-correction', intake.askCorrection as Rule<never>);
export const lapse = actBy(contract.lapse, 'lapse', intake.lapse as Rule<never>);
export const finishStage = actBy(contract.finishStage, 'finish-stage', review.finishStage as Rule<never>);
export const pauseClock = actBy(contract.pauseClock, 'pause-clock', review.pauseClock as Rule<never>);
export const resumeClock = actBy(contract.resumeClock, 'resume-clock', review.resumeClock as Rule<never>);
export const extend = actBy(contract.extend, 'extend', review.extend as Rule<never>);
export const propose = actBy(contract.propose, 'propose', decision.propose as Rule<never>);
export const sendBack = actBy(contract.sendBack, 'send-back', decision.sendBack as Rule<never>);
export const sign = actBy(contract.sign, 'sign', decision.sign);
export const withdraw = actBy(contract.withdraw, 'withdraw', decision.withdraw as Rule<never>);
export const reopen = actBy(contract.reopen, 'reopen', decision.reopen as Rule<never>);
export const checkLater = actBy(contract.checkLater, 'check-later', afterwards.checkLater as Rule<never>);
export const revoke = actBy(contract.revoke, 'revoke', afterwards.revoke as Rule<never>);
export const serve = actBy(contract.serve, 'serve', decision.serve as Rule<never>);

/** New answers go through the same form, new papers must be there and clean. What is wrong with files is told only to whoever may act. */
export const answerCorrection: Action<typeof contract.answerCorrection> = async (act, input) => {
  const unusable = await refuseUnusable(act, fileIdsIn(input.slots));
  const credentials = namedCredentials(input.slots);
  if (credentials.length > 0) return invalid(credentials);
  const checked = input.answers ? await checkNewAnswers(act, input.caseNo, input.answers) : undefined;
  if (isRefusal(checked)) return checked;
  return performAct(act, 'answer-correction', {
    input: { ...input, ...(checked ? { answers: checked } : {}) },
    rule: (...given) => unusable ?? intake.answerCorrection(...given),
  }) as never;
};

/** The whole form with the new answers in it; only for whoever may see the case. */
async function checkNewAnswers(act: Act, caseNo: string, answers: Readonly<Record<string, unknown>>) {
  const seen = await viewCase(act, caseNo);
  if (!seen) return refuse('not_found');
  const { file, situation } = seen;
  const checked = checkAnswers(situation.item, { ...file.answers, ...answers }, { today: today(situation) });
  const problems = checked.problems.map((problem) => ({ ...problem, path: `answers.${problem.path}` }));
  return problems.length > 0 ? invalid(problems) : checked.answers;
}

export const supply: Action<typeof contract.supply> = async (act, input) => {
  const unusable = await refuseUnusable(act, input.fileIds);
  return performAct(act, 'supply', { input, rule: (...given) => unusable ?? supplyRule(...given) }) as never;
};

export const askOpinion: Action<typeof contract.askOpinion> = async (act, input) => {
  const directory = await getDirectory(act.tx);
  if (!directory.unitByCode.has(input.unitCode)) return refuse('unknown_unit', { unitCode: input.unitCode });
  return performAct(act, 'ask-opinion', { input, rule: review.askOpinion }) as never;
};

/** 好差评: once a matter, never forced; the two lowest grades open a follow-up that is due the next working day. */
export const rate: Action<typeof contract.rate> = async (act, input) => {
  const { grade, aspects = [], words } = input;
  let followUpBy: Day | null = null;
  const done = await performAct(act, 'rate', {
    input,
    rule: (_file, _input, situation) => {
      followUpBy = grade <= 2 ? addWorkdays(situation.calendar, today(situation), 1) : null;
      return { set: {}, detail: { grade, followUpBy } };
    },
  });
  if (isRefusal(done)) return done as never;
  const file = await findCase(act.tx, done.caseNo);
  const isFirst = await insertRating(act.tx, { caseId: file?.caseId ?? '', at: act.now, grade, aspects, words: words ?? null, followUpBy });
  return isFirst ? done : refuse('rated_already');
};

/** Xin lỗi và hẹn lại: with one new working day, told to the applicant (Nghị định 61/2018/NĐ-CP 19(9)). */
export const apologise: Action<typeof contract.apologise> = async (act, input) =>
  performAct(act, 'apologise', {
    input,
    rule: (file, { on, reason }, situation) => {
      if (!situation.calendar.isWorkday(on) || on <= today(situation)) return refuse('not_a_workday', { on });
      const ledger = appoint(file.ledger, 'promised', { ...clockAct(situation, reason), on });
      return isRefusal(ledger) ? ledger : { set: { ledger }, reason, detail: { on } };
    },
  }) as never;

/** 绿色通道: the officer who is named to the applicant is one of the directory, with a phone. */
export const openGreen: Action<typeof contract.openGreen> = async (act, input) => {
  const officer = (await getDirectory(act.tx)).officerById(input.officerId);
  const named = officer?.phone ? { personId: officer.personId, name: textIn(officer.name, act.language), phone: officer.phone } : undefined;
  return performAct(act, 'open-green', {
    input,
    rule: (file, { reason }, situation) =>
      named ? green.openGreen(file, { reason, officer: named }, situation) : refuse('unknown_person'),
  }) as never;
};

/** To another officer who may take it, or back to the pool: for the absent, so that nobody's absence stops a case. */
export const handOver: Action<typeof contract.handOver> = async (act, input) => {
  const to = input.toPersonId ? await actorOf(act.tx, input.toPersonId) : undefined;
  if (input.toPersonId && !to) return refuse('unknown_person');
  const rule: Rule<{ reason?: string | undefined }> = (file, { reason = '' }, { now, tasks }) => {
    if (to && !mayAct(to, 'claim', file, tasks)) return refuse('cannot_take_it', { name: to.name });
    return { set: to ? intake.heldBy(to, now) : intake.free, reason, detail: { from: file.holderName, to: to?.name ?? null } };
  };
  return performAct(act, 'hand-over', { input, rule }) as never;
};
