import { refuse } from '#kernel/result.ts';
import type { Decision } from './case-file.ts';
import { dueDay, segmentsOf } from './clock.ts';
import { clockRule } from './deadlines.ts';
import { sealed } from './decision.ts';
import { refuseOwing } from './owing.ts';
import { type Rule, type Situation, today } from './situation.ts';

/**
 * 逾期未作决定的，视为准予 (行政许可法 50 for renewals; other laws for other matters): where the item says what the law reads into silence, the limit that
 * has passed decides. A clock that stands still passes nothing, and an approval waits for the papers it depends on.
 */
export const decideBySilence: Rule<object> = (file, _input, situation) => {
  const { whenPassed } = situation.item.limits;
  const counting = clockRule('statutory', situation) ?? clockRule('promised', situation);
  const dueOn = counting && dueDay(file.ledger, counting);
  const isStanding = counting && segmentsOf(file.ledger, counting.clock).at(-1)?.kind === 'paused';
  if (!whenPassed || !dueOn || isStanding || today(situation) <= dueOn) return refuse('too_early', { dueOn: dueOn ?? null });
  const silent = { ...file, decision: implied(whenPassed, situation) };
  const owing = refuseOwing('decision', silent, situation);
  if (owing) return owing;
  const { set, detail } = sealed(silent, situation);
  const skip = situation.tasks.filter(({ state }) => state === 'open').map(({ taskKey }) => ({ skip: { taskKey } }));
  return { set, detail: { ...detail, implied: true, dueOn }, tasks: skip };
};

function implied(outcome: 'approved' | 'refused', { now, actor }: Situation): Decision {
  return { outcome, reason: '', draftedBy: '', draftedByName: actor.name, draftedAt: now.toISOString(), implied: true };
}
