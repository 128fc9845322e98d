import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import * as afterwards from './afterwards.ts';
import type { CaseFile } from './case-file.ts';
import { pausesOf } from './deadlines.ts';
import * as decision from './decision.ts';
import { openGreen } from './green.ts';
import * as intake from './intake.ts';
import { isHeldByOther } from './may-act.ts';
import * as review from './review.ts';
import type { Change, Situation } from './situation.ts';
import { type ActName, ruleOf } from './states.ts';

type Trial = (file: CaseFile, situation: Situation) => Change | Refusal;

/** As many others as a stage can want. */
const colleagues = '1,2,3,4,5,6,7,8,9';

/** Each act tried with the least that it needs; acts that nothing but state and role can close are not here. */
const trials: Partial<Record<ActName, Trial>> = {
  accept: (file, situation) => intake.accept(file, {}, situation),
  'accept-tolerated': (file, situation) => intake.acceptTolerated(file, { promise: '' }, situation),
  'refuse-intake': (file, situation) => intake.refuseIntake(file, { reason: '' }, situation),
  'ask-correction': (file, situation) => intake.askCorrection(file, { flags: [] }, situation),
  lapse: (file, situation) => intake.lapse(file, {}, situation),
  'finish-stage': (file, situation) =>
    firstDone(
      situation.tasks
        .filter((task) => task.state === 'open')
        .map((task) => review.finishStage(file, { stage: task.taskKey, opinion: '', outcome: 'pass', with: colleagues }, situation)),
    ) ?? refuse('no_such_task'),
  'pause-clock': (file, situation) =>
    firstDone(pausesOf(situation.item).map((reason) => review.pauseClock(file, { reason }, situation))) ?? refuse('pause_not_allowed'),
  'resume-clock': (file, situation) => review.resumeClock(file, {}, situation),
  extend: (file, situation) => review.extend(file, { reason: '' }, situation),
  'send-back': (file, situation) => decision.sendBack(file, { reason: '' }, situation),
  'check-later': (file, situation) =>
    afterwards.checkLater(file, { what: afterwards.openChecks(file)[0]?.what ?? '', result: 'right' }, situation),
  'open-green': (file, situation) => openGreen(file, { reason: '', officer: { personId: '', name: '', phone: '' } }, situation),
  revoke: (file, situation) => afterwards.revoke(file, { reason: '', basis: '' }, situation),
  sign: (file, situation) => decision.sign(file, {}, situation),
};

function firstDone(results: readonly (Change | Refusal)[]): Change | Refusal | undefined {
  return results.find((result) => !isRefusal(result)) ?? results[0];
}

/** What an act would change now. The rules are pure, so asking them costs nothing and can never differ from what they will say. */
export function tryAct(name: ActName, file: CaseFile, situation: Situation): Change | Refusal {
  if ((ruleOf(name).holding || name === 'claim') && isHeldByOther(situation.actor, file, situation.now))
    return refuse('held_by_another', { holder: file.holderName });
  return trials[name]?.(file, situation) ?? { set: {} };
}

/** Why an act that this person may do is closed as the case stands. */
export function whyClosed(name: ActName, file: CaseFile, situation: Situation): Refusal | undefined {
  const result = tryAct(name, file, situation);
  return isRefusal(result) ? result : undefined;
}
