import { refuse } from '#kernel/result.ts';
import { type Item, type ItemLimit, type Plan, planFor } from '#modules/catalogue/index.ts';
import type { CaseFile } from './case-file.ts';
import { doneKeys, openNext } from './review.ts';
import { type Rule, type Situation, type TaskChange, today } from './situation.ts';
import { usedDays } from './used-days.ts';

export type GreenOfficer = { readonly personId: string; readonly name: string; readonly phone: string };

/** The item as it binds this case: in the green channel with its shorter promise. */
export function inLane(item: Item, { marks }: Pick<CaseFile, 'marks'>): Item {
  return marks.green ? { ...item, limits: { ...item.limits, promised: marks.green.promised } } : item;
}

/** Consecutive stages that are not done yet become one: one holder, one form, one clock (合并环节). */
export function greenPlan(item: Item, answers: CaseFile['answers'], done: readonly string[]): Plan {
  if (!item.green) return planFor(item, answers);
  const merge = item.green.merge.map((group) => group.filter((key) => !done.includes(key))).filter((group) => group.length > 1);
  return planFor({ ...item, green: { ...item.green, merge } }, answers, { lane: 'green' });
}

/**
 * 绿色通道: opened by a head with a reason; an officer is named who is reached by phone. What is left is done in one go, and the promise only gets shorter:
 * from now on no longer than the green one, and never beyond the one that was given.
 */
export const openGreen: Rule<{ reason: string; officer: GreenOfficer }> = (file, { reason, officer }, situation) => {
  if (!situation.item.green) return refuse('no_green_channel');
  if (file.marks.green) return refuse('green_already', { officer: file.marks.green.officerName });
  const green = { officerId: officer.personId, officerName: officer.name, promised: promisedIn(file, situation) };
  const set = { lane: 'green', marks: { ...file.marks, green } } as const;
  const detail = { officer: officer.name, phone: officer.phone, days: green.promised.days, unit: green.promised.unit };
  if (!file.plan) return { set, reason, detail };
  const { plan, state, tasks } = merged(file, situation);
  return { set: { ...set, plan, ...(file.state === 'review' ? { state } : {}) }, reason, detail, tasks };
};

function promisedIn(file: CaseFile, situation: Situation): ItemLimit {
  const given = situation.item.limits.promised;
  const wanted = situation.item.green?.promised ?? given;
  if (wanted.unit !== given.unit) return given;
  const used = file.acceptedAt ? (usedDays(file, situation, today(situation))?.used ?? 0) : 0;
  return { ...given, days: Math.min(given.days, used + wanted.days) };
}

/** Open tasks that are merged away are closed; the one that does their work stays open, or opens. */
function merged(file: CaseFile, situation: Situation): { plan: Plan; state: 'review' | 'deciding'; tasks: TaskChange[] } {
  const done = doneKeys(file, situation);
  const plan = greenPlan(situation.item, file.answers, done);
  const absorbed = plan.flatMap((step) => step.tasks).flatMap((task) => task.covers.filter((key) => key !== task.key));
  const skip = situation.tasks
    .filter((task) => task.state === 'open' && absorbed.includes(task.taskKey))
    .map((task): TaskChange => ({ skip: { taskKey: task.taskKey } }));
  const next = openNext(plan, done, situation);
  return { plan, state: next.state, tasks: [...skip, ...next.tasks] };
}
