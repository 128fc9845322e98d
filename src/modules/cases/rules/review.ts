import { hasRole } from '#kernel/actor.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { isPlanDone, openTasks, type Plan, taskByKey } from '#modules/catalogue/index.ts';
import type { CaseFile, StageTask } from './case-file.ts';
import { extend as extendClock, type Ledger, pause, resume } from './clock.ts';
import { clockRule, pausesOf } from './deadlines.ts';
import { type Change, clockAct, type Rule, type Situation, type TaskChange, today } from './situation.ts';
import { rolesOf } from './states.ts';

/** The next stage tasks of a plan; when only the decision (or nothing) is left, the case is being decided. `window` is the unit that took it in. */
export function openNext(
  plan: Plan,
  done: readonly string[],
  situation: Pick<Situation, 'tasks'>,
): { state: 'review' | 'deciding'; tasks: TaskChange[] } {
  const next = openTasks(plan, done).filter((task) => task.kind !== 'intake');
  if (next.every((task) => task.kind === 'decision' || task.kind === 'issue')) return { state: 'deciding', tasks: [] };
  const open = new Set(situation.tasks.filter((task) => task.state === 'open').map((task) => task.taskKey));
  const step = plan.findIndex((candidate) => candidate.tasks.some((task) => task.key === next[0]?.key));
  const tasks = next
    .filter((task) => !open.has(task.key))
    .map((task) => ({
      open: { taskKey: task.key, step, unitCode: task.unit, kind: task.kind, ...(task.limit === undefined ? {} : { limit: task.limit }) },
    }));
  return { state: 'review', tasks };
}

/** One stage is done, with an opinion, by the unit whose stage it is. Who did one of the stages that this one must not share may not do it. */
export const finishStage: Rule<{ stage: string; opinion: string; outcome: 'pass' | 'concern'; with?: string | undefined }> = (
  file,
  input,
  situation,
) => {
  const { tasks, actor } = situation;
  const open = tasks.find((task) => task.taskKey === input.stage && task.state === 'open');
  const planned = file.plan && taskByKey(file.plan, input.stage);
  if (!open || !file.plan)
    return refuse('no_such_task', { stage: input.stage, open: tasks.filter((task) => task.state === 'open').map((task) => task.taskKey) });
  if (!hasRole(actor, rolesOf('finish-stage'), open.unitCode)) return refuse('forbidden', { stage: input.stage, unitCode: open.unitCode });
  if (planned && didOneOf(planned.notBy, situation)) return refuse('same_person', { stages: planned.notBy });
  if (planned && othersNamed(input.with, actor.name) < planned.officers - 1)
    return refuse('second_officer_needed', { officers: planned.officers });
  const covers = planned && planned.covers.length > 1 ? { covers: planned.covers } : {};
  const said = {
    reason: input.opinion,
    detail: { stage: input.stage, outcome: input.outcome, by: actor.name, ...covers, ...(input.with ? { with: input.with } : {}) },
  };
  const closing = { done: { taskKey: input.stage, outcome: input.outcome, opinion: input.opinion } };
  if (input.outcome === 'concern' && vetoes(file.plan, input.stage)) return { ...said, ...vetoed(file, open, { closing, tasks }) };
  const { state, tasks: following } = onwards(file, [input.stage], situation);
  return { set: { state }, ...said, tasks: [closing, ...following] };
};

/** How many different colleagues are named beside whoever acts: 张三、李四 are two. */
function othersNamed(names = '', own = ''): number {
  const others = names.split(/[,;，、；]/).map((name) => name.trim());
  return new Set(others.filter((name) => name !== '' && name !== own.trim())).size;
}

/** What follows when these stages are done: lanes that are no longer needed close, the next ones open. */
function onwards(file: CaseFile, keys: readonly string[], situation: Situation): { state: 'review' | 'deciding'; tasks: TaskChange[] } {
  const plan = file.plan ?? [];
  const done = [...doneKeys(file, situation), ...keys];
  const after = situation.tasks.map((task) =>
    task.state === 'open' && keys.includes(task.taskKey) ? { ...task, state: 'done' as const } : task,
  );
  const left = isStepLeft(plan, after) ? { state: 'review' as const, tasks: [] } : openNext(plan, done, { tasks: after });
  return { state: left.state, tasks: [...skipped(plan, done, after), ...left.tasks] };
}

function vetoes(plan: Plan, key: string): boolean {
  return plan.some((step) => step.join === 'veto' && step.tasks.some((task) => task.key === key));
}

/** 一票否决: the review is over, nobody else is asked, and what follows cannot be an approval. */
function vetoed(
  file: CaseFile,
  by: StageTask,
  { closing, tasks }: { closing: TaskChange; tasks: Situation['tasks'] },
): Pick<Change, 'set' | 'tasks'> {
  const others = tasks.filter((task) => task.state === 'open' && task !== by);
  return {
    set: { state: 'deciding', marks: { ...file.marks, veto: { stage: by.taskKey, unitCode: by.unitCode } } },
    tasks: [closing, ...others.map(({ taskKey }): TaskChange => ({ skip: { taskKey } }))],
  };
}

/** 逾期视为无异议 / quá hạn coi như đồng ý: a unit that was asked and is silent past its day has no objection, where the plan says so; a later opinion counts for nothing. */
export const takeSilence: Rule<object> = (file, _input, situation) => {
  const plan = file.plan ?? [];
  const silent = situation.tasks.filter(
    (task) =>
      task.state === 'open' &&
      task.dueOn !== null &&
      task.dueOn < today(situation) &&
      taskByKey(plan, task.taskKey)?.late === 'no-objection',
  );
  if (silent.length === 0) return refuse('too_early');
  const keys = silent.map(({ taskKey }) => taskKey);
  const closing = keys.map((taskKey): TaskChange => ({ done: { taskKey, outcome: 'no-objection', opinion: '' } }));
  const { state, tasks } = onwards(file, keys, situation);
  return { set: { state }, detail: { stages: keys }, tasks: [...closing, ...tasks] };
};

/** Extra opinions that were asked for beside the plan hold a step open too. */
function isStepLeft(plan: Plan, tasks: Situation['tasks']): boolean {
  return tasks.some((task) => task.state === 'open' && !taskByKey(plan, task.taskKey));
}

/** A step that needs only some of its lanes closes the others. */
function skipped(plan: Plan, done: readonly string[], tasks: Situation['tasks']): TaskChange[] {
  const passed = plan.filter((step) => isPlanDone([step], done));
  return tasks
    .filter((task) => task.state === 'open' && passed.some((step) => step.tasks.some((planned) => planned.key === task.taskKey)))
    .map((task) => ({ skip: { taskKey: task.taskKey } }));
}

/** What is done of the plan. After a reopening only what was done since then counts: everything is looked at anew. */
export function doneKeys(file: CaseFile, { tasks }: Pick<Situation, 'tasks'>): string[] {
  const reopenedAt = file.ledger.segments.findLast((segment) => segment.reason === 'reopen')?.from;
  const since = tasks.filter((task) => !reopenedAt || task.openedAt >= reopenedAt);
  return [...intakeKeys(file.plan ?? []), ...since.filter((task) => task.state !== 'open').map((task) => task.taskKey)];
}

export function intakeKeys(plan: Plan): string[] {
  return plan
    .flatMap((step) => step.tasks)
    .filter((task) => task.kind === 'intake')
    .map((task) => task.key);
}

export function didOneOf(keys: readonly string[], { tasks, actor }: Situation): boolean {
  return tasks.some((task) => keys.includes(task.taskKey) && task.doneBy === actor.personId && actor.personId !== undefined);
}

/** 征求意见 / lấy ý kiến: another unit is asked beside the plan; its answer is a task of its own. */
export const askOpinion: Rule<{ unitCode: string; question: string; days?: number | undefined }> = (
  file,
  { unitCode, question, days },
  { tasks },
) => {
  const taskKey = `opinion:${unitCode}`;
  if (tasks.some((task) => task.taskKey === taskKey && task.state === 'open')) return refuse('asked_already', { unitCode });
  const step = tasks.find((task) => task.state === 'open')?.step ?? 0;
  return {
    set: { state: file.state },
    reason: question,
    detail: { unitCode },
    tasks: [{ open: { taskKey, step, unitCode, kind: 'opinion', limit: days ?? 3 } }],
  };
};

/** 不计入期限: only for a reason that this item's limit knows (行政许可法 45). */
export const pauseClock: Rule<{ reason: string; note?: string | undefined }> = (file, { reason, note = '' }, situation) => {
  const ledger = each(file.ledger, situation, (before, rule) => pause(before, rule, clockAct(situation, reason)));
  if (isRefusal(ledger))
    return ledger.refused === 'clock_not_running' ? refuse('clock_not_running', { reasons: pausesOf(situation.item) }) : ledger;
  return { set: { ledger, pausedAt: situation.now, pauseReason: reason }, reason: note, detail: { pause: reason } };
};

export const resumeClock: Rule<{ note?: string | undefined }> = (file, { note = '' }, situation) => {
  const ledger = each(file.ledger, situation, (before, { clock }) => resume(before, clock, clockAct(situation, 'resume')));
  if (isRefusal(ledger)) return ledger;
  return { set: { ledger, pausedAt: null, pauseReason: null }, reason: note };
};

/** 延长: once, by the head, before the limit has passed, with the reason told (行政许可法 42). */
export const extend: Rule<{ reason: string }> = (file, { reason }, situation) => {
  const ledger = each(file.ledger, situation, (before, rule) => extendClock(before, rule, clockAct(situation, reason)));
  if (isRefusal(ledger)) return ledger;
  return { set: { ledger }, reason };
};

/** Both clocks of the decision move together: the promise, and the law's where there is one. */
function each(
  ledger: Ledger,
  situation: Situation,
  move: (ledger: Ledger, rule: NonNullable<ReturnType<typeof clockRule>>) => Ledger | Refusal,
): Ledger | Refusal {
  let moved: Ledger = ledger;
  for (const clock of ['promised', 'statutory'] as const) {
    const rule = clockRule(clock, situation);
    if (!rule || !moved.segments.some((segment) => segment.clock === clock)) continue;
    const next = move(moved, rule);
    if (isRefusal(next)) return next;
    moved = next;
  }
  return moved;
}
