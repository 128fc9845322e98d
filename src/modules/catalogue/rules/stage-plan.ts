import type { Item, Parallel, Stage } from '../item.ts';
import { holds } from './condition.ts';
import type { Answers } from './parse-answer.ts';

/** What a stage does, read from its own facts: it signs, asks, surveys; else its key says it. */
export type StageKind = 'intake' | 'review' | 'survey' | 'opinion' | 'decision' | 'issue';
/** `veto` 一票否决: every lane, but one concern ends the step. */
export type Join = 'all' | 'any' | 'veto' | number;

export type PlanTask = {
  readonly key: string;
  readonly kind: StageKind;
  /** `window` is the one window of whichever venue took the case; every other unit is a path. */
  readonly unit: string;
  readonly post: 'officer' | 'head';
  readonly limit?: number;
  readonly officers: number;
  readonly by?: 'visit' | 'video';
  readonly late?: 'no-objection' | 'wait';
  readonly notBy: readonly string[];
  readonly signs: boolean;
  /** The stages merged into this one in the green channel 绿色通道. */
  readonly covers: readonly string[];
};
export type PlanStep = { readonly key: string; readonly join: Join; readonly tasks: readonly PlanTask[] };
export type Plan = readonly PlanStep[];

type Planned = Pick<Item, 'stages' | 'unit'> & Partial<Pick<Item, 'green'>>;
export type PlanFacts = { readonly lane?: 'normal' | 'green'; readonly proven?: readonly string[] };

/** The plan that is copied into a case at acceptance, so that a later edit of the item reroutes no running case. */
export function planFor(item: Planned, answers: Answers, { lane = 'normal', proven }: PlanFacts = {}): Plan {
  const steps = item.stages.map((stage) => {
    const lanes = lanesOf(stage).filter((one) => holds(one.onlyIf, { answers, proven }));
    return stepOf(
      lanes.map((one) => within(taskOf(one, item.unit), stage)),
      joinOf(stage),
    );
  });
  const merged = lane === 'green' && item.green ? item.green.merge.reduce(mergeTasks, steps) : steps;
  return merged.filter((step) => step.tasks.length > 0);
}

/** What can be worked on now, given the keys of the tasks that are done. Empty when the plan is through. */
export function openTasks(plan: Plan, done: readonly string[]): PlanTask[] {
  const current = plan.find((step) => !isJoined(step, done));
  return current ? current.tasks.filter((task) => !done.includes(task.key)) : [];
}

export function isPlanDone(plan: Plan, done: readonly string[]): boolean {
  return plan.every((step) => isJoined(step, done));
}

export function taskByKey(plan: Plan, key: string): PlanTask | undefined {
  return plan.flatMap((step) => step.tasks).find((task) => task.key === key);
}

/** A plan in one line: `intake · documents+survey · decision`. */
export function planKeys(plan: Plan): string[] {
  return plan.map((step) => step.key);
}

export function lanesOf(stage: Stage | Parallel): readonly Stage[] {
  return 'of' in stage ? stage.of : [stage];
}

export function joinOf(stage: Stage | Parallel): Join {
  return 'of' in stage ? stage.parallel.join : 'all';
}

export function kindOfStage(stage: Stage): StageKind {
  if (stage.signs) return 'decision';
  if (stage.asks) return 'opinion';
  if (stage.by || stage.key === 'survey') return 'survey';
  return stage.key === 'intake' || stage.key === 'decision' || stage.key === 'issue' ? stage.key : 'review';
}

/** `self` is the item's own unit; a trailing `/head` asks for its head; `window` and other paths stand as they are. */
export function unitOfStage(unit: string, own: string): Pick<PlanTask, 'unit' | 'post'> {
  const [, path = unit, head] = /^(.*?)(\/head)?$/.exec(unit) ?? [];
  const resolved = path === 'self' ? own : path.startsWith('self/') ? own + path.slice('self'.length) : path;
  return { unit: resolved, post: head ? 'head' : 'officer' };
}

function taskOf(stage: Stage, own: string): PlanTask {
  return {
    key: stage.key,
    kind: kindOfStage(stage),
    ...unitOfStage(stage.unit, own),
    ...(stage.limit !== undefined && { limit: stage.limit }),
    ...(stage.by && { by: stage.by }),
    ...(stage.late && { late: stage.late }),
    officers: stage.officers ?? 1,
    notBy: stage.notBy ?? [],
    signs: stage.signs ?? false,
    covers: [stage.key],
  };
}

/** 联合审查期限: the joint limit of lanes that run side by side. */
function within(task: PlanTask, stage: Stage | Parallel): PlanTask {
  const joint = 'of' in stage ? stage.parallel.limit : undefined;
  return joint === undefined ? task : { ...task, limit: Math.min(task.limit ?? joint, joint) };
}

function stepOf(tasks: readonly PlanTask[], join: Join): PlanStep {
  const needed = typeof join === 'number' ? Math.min(join, tasks.length) : join;
  return { key: tasks.map((task) => task.key).join('+'), join: tasks.length === 1 && join !== 'veto' ? 'all' : needed, tasks };
}

function isJoined(step: PlanStep, done: readonly string[]): boolean {
  const count = step.tasks.filter((task) => done.includes(task.key)).length;
  if (step.join === 'all' || step.join === 'veto') return count === step.tasks.length;
  return count >= (step.join === 'any' ? 1 : step.join);
}

/** One holder, one clock: the group becomes a single task where its first stage stood; its limit is the longest of them, never their sum. */
function mergeTasks(steps: PlanStep[], group: readonly string[]): PlanStep[] {
  const tasks = steps.flatMap((step) => step.tasks).filter((task) => group.includes(task.key));
  const first = tasks[0];
  if (!first || tasks.length < 2) return steps;
  const merged = mergedTask(first, tasks);
  return steps.map((step) => {
    const left = step.tasks.flatMap((task) => (task === first ? [merged] : tasks.includes(task) ? [] : [task]));
    return stepOf(
      left.map((task) => notByMerged(task, merged)),
      step.join,
    );
  });
}

/** Whoever must not do what they decided elsewhere must not do the merged stage either. */
function notByMerged(task: PlanTask, merged: PlanTask): PlanTask {
  if (task === merged || !task.notBy.some((key) => merged.covers.includes(key))) return task;
  return { ...task, notBy: [...new Set([...task.notBy, merged.key])] };
}

function mergedTask(first: PlanTask, tasks: readonly PlanTask[]): PlanTask {
  const limits = tasks.flatMap((task) => task.limit ?? []);
  const worker = tasks.find((task) => task.unit !== 'window') ?? first;
  const survey = tasks.find((task) => task.by);
  return {
    ...worker,
    key: first.key,
    kind: survey ? 'survey' : worker.kind,
    ...(limits.length > 0 && { limit: Math.max(...limits) }),
    ...(survey?.by && { by: survey.by }),
    officers: Math.max(...tasks.map((task) => task.officers)),
    notBy: [...new Set(tasks.flatMap((task) => task.notBy))].filter((key) => !tasks.some((task) => task.key === key)),
    signs: tasks.some((task) => task.signs),
    covers: tasks.flatMap((task) => task.covers),
  };
}
