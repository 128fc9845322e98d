import type { Actor } from '#kernel/actor.ts';
import { isRefusal, type Facts, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import type { CaseFile, Patch, StageTask } from './case-file.ts';
import type { Act as ClockAct } from './clock.ts';
import type { Counting } from './deadlines.ts';

/** All that a decision about a case looks at besides the case: who, when, the item's version that binds it, the calendar, the stage tasks so far. */
export type Situation = Counting & {
  readonly now: Date;
  readonly actor: Actor;
  readonly tasks: readonly StageTask[];
  readonly seq: number;
};

export type TaskChange =
  | { readonly open: { taskKey: string; step: number; unitCode: string; kind: string; limit?: number } }
  | { readonly done: { taskKey: string; outcome: string; opinion: string } }
  | { readonly skip: { taskKey: string } };

/** What an act does to a case: the new values, the words for the log, the stage tasks opened and closed. */
export type Change = {
  readonly set: Patch;
  readonly reason?: string;
  readonly detail?: Facts;
  readonly tasks?: readonly TaskChange[];
};

/** The log entry that moves a clock. */
export function clockAct(situation: Situation, reason: string): ClockAct {
  return { at: situation.now, reason, actionSeq: situation.seq };
}

/** Chains steps of which each may refuse: the first refusal is the answer. */
export function chain<T>(start: T, ...steps: readonly ((value: T) => T | Refusal)[]): T | Refusal {
  let value = start;
  for (const step of steps) {
    const next = step(value);
    if (isRefusal(next)) return next;
    value = next;
  }
  return value;
}

export function today({ now, calendar }: Situation): string {
  return dayOf(now, calendar.zone);
}

export type Rule<Input> = (file: CaseFile, input: Input, situation: Situation) => Change | Refusal;
