import { dayOf } from '#kernel/workdays.ts';
import type { ClockState, TimeSpan } from '#ui/index.ts';
import type { CaseFile } from '../../rules/case-file.ts';
import { type ClockName, type CountedDay, explain, remaining } from '../../rules/clock.ts';
import { clockRule } from '../../rules/deadlines.ts';
import { type Situation, today } from '../../rules/situation.ts';
import { endStates, type State } from '../../rules/states.ts';

/** The clock that matters to the reader in a state. */
const clockByState: Partial<Record<State, ClockName>> = {
  submitted: 'intake',
  correction: 'supplement',
  review: 'promised',
  deciding: 'promised',
  decided: 'delivery',
};

/** How long is left, for the chip; none when no clock runs. */
export function clockStateOf(file: CaseFile, situation: Situation, pauseWords: string | undefined): ClockState | undefined {
  if (endStates.includes(file.state) || file.state === 'served') return { kind: 'done' };
  if (file.pausedAt && file.state !== 'correction') return { kind: 'paused', reason: pauseWords };
  const clock = clockByState[file.state];
  const rule = clock && clockRule(clock, situation);
  const left = rule && remaining(file.ledger, rule, today(situation));
  if (!rule || left === undefined) return undefined;
  const unit = rule.limit.unit === 'workday' ? 'workdays' : 'days';
  if (left === 0) return { kind: 'today' };
  return left > 0 ? { kind: 'left', count: left, unit } : { kind: 'overdue', count: -left, unit };
}

/** The days up to today as stretches: counted ones filled, stopped ones hatched. */
export function spansOf(days: readonly CountedDay[], upTo: string): TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (const { on, counted, why } of days) {
    if (on > upTo || (!counted && why !== 'paused')) continue;
    const kind = counted ? 'used' : 'stopped';
    const last = spans.at(-1);
    if (last?.kind === kind) last.count += 1;
    else spans.push({ kind, count: 1 });
  }
  return spans;
}

export type ClockPicture = {
  readonly spans: readonly TimeSpan[];
  readonly promised: { count: number; by: string | undefined };
  readonly statutory: { count: number; by: string | undefined } | undefined;
  readonly unit: 'workdays' | 'days';
};

/** Promise and law beside the days used; none before the limit has begun. */
export function clockPictureOf(file: CaseFile, situation: Situation): ClockPicture | undefined {
  const promised = clockRule('promised', situation);
  if (!promised || !file.ledger.segments.some(({ clock }) => clock === 'promised')) return undefined;
  const statutory = clockRule('statutory', situation);
  const shown = statutory ?? promised;
  const decidedOn = file.decidedAt && dayOf(file.decidedAt, situation.calendar.zone);
  const { days } = explain(file.ledger, shown, today(situation));
  return {
    spans: spansOf(days, decidedOn ?? today(situation)),
    promised: { count: promised.limit.days, by: file.promisedBy ?? undefined },
    statutory: statutory && { count: statutory.limit.days, by: file.statutoryBy ?? undefined },
    unit: shown.limit.unit === 'workday' ? 'workdays' : 'days',
  };
}
