import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { addDays, addWorkdays, type Calendar, type Day, dayOf } from '#kernel/workdays.ts';
import type { Item, NeededSlot } from '#modules/catalogue/index.ts';
import type { CaseFile, Marks } from './case-file.ts';
import { type ClockName, type Ledger, stop } from './clock.ts';
import { owedPapers } from './papers.ts';
import { type Change, clockAct, type Rule, type Situation, today } from './situation.ts';
import type { State } from './states.ts';

/** A paper that is owed, with its last day. */
export type Owing = NeededSlot & { readonly by: Day };
type Counted = { readonly item: Item; readonly calendar: Calendar };

/** How many working days before its last day the applicant is reminded of a paper. */
export const reminderWorkdays = 3;
const beforeResult: readonly State[] = ['review', 'deciding', 'decided'];
const owingStates: readonly State[] = [...beforeResult, 'served', 'closed'];

/** By when each of them must follow when it is accepted on a day. */
export function owedFrom(papers: readonly NeededSlot[], from: Day, calendar: Calendar): Owing[] {
  return papers.flatMap((paper) => {
    const { owed } = paper.document;
    return owed ? [{ ...paper, by: owed.unit === 'day' ? addDays(from, owed.days) : addWorkdays(calendar, from, owed.days) }] : [];
  });
}

/** What is owed with its days, which follow from the acceptance and the calendar; nothing is before it, or once the case is over. */
export function owingOf(file: CaseFile, { item, calendar }: Counted): Owing[] {
  if (!file.acceptedAt || !owingStates.includes(file.state) || file.outcome === 'revoked') return [];
  if (!Object.values(file.slots).some(({ owed }) => owed)) return [];
  return owedFrom(owedPapers(file, item), dayOf(file.acceptedAt, calendar.zone), calendar);
}

/** The first day on which something is due that was not noted as broken yet. */
export function owedByOf(file: CaseFile, counted: Counted): Day | null {
  const { brokenFor = '' } = file.marks.owing ?? {};
  const days = owingOf(file, counted).map(({ by }) => by);
  return days.filter((by) => by > brokenFor).sort()[0] ?? null;
}

/** What a paper holds up while it is owed: the decision waits (and with it the result), or only the result does. */
export function owedBefore(what: 'decision' | 'issue', file: CaseFile, counted: Counted): Owing[] {
  const blocking = what === 'decision' ? ['decision'] : ['decision', 'issue'];
  return owingOf(file, counted).filter(({ document }) => blocking.includes(document.owed?.blocks ?? ''));
}

/** A favourable decision waits for what it depends on; that the case ends or is refused waits for nothing. */
export function refuseOwing(what: 'decision' | 'issue', file: CaseFile, situation: Situation): Refusal<'documents_owed'> | undefined {
  const outcome = file.decision?.outcome;
  if (outcome !== 'approved' && outcome !== 'partly') return undefined;
  const slots = owedBefore(what, file, situation).map(({ slot }) => slot);
  return slots.length > 0 ? refuse('documents_owed', { slots }) : undefined;
}

/** Whether a signed result is kept back until a paper comes 容缺审批. */
export function isWithheld(file: CaseFile, counted: Counted): boolean {
  return file.decision?.outcome !== 'refused' && owedBefore('issue', file, counted).length > 0;
}

export function overdueOf(file: CaseFile, situation: Situation): Owing[] {
  return owingOf(file, situation).filter(({ by }) => by < today(situation));
}

export function named(papers: readonly Owing[]): { slot: string; by: Day }[] {
  return papers.map(({ slot, by }) => ({ slot, by }));
}

export function withOwing(marks: Marks, owing: NonNullable<Marks['owing']>): Marks {
  return { ...marks, owing: { ...marks.owing, ...owing } };
}

/**
 * 逾期未补交，终止办理: the paper did not come by its day and the item says that this ends the case (安阳市政务服务条例 24). What was signed and kept back is
 * never given out; once it was given out, it would have to be revoked.
 */
export const lapseOwing: Rule<{ reason?: string | undefined }> = (file, { reason = '' }, situation) => {
  const ending = owedBefore('issue', file, situation).filter(({ document }) => document.owed?.ifNot === 'terminate');
  if (ending.length === 0) return refuse('nothing_owed');
  const broken = ending.filter(({ by }) => by < today(situation));
  if (broken.length === 0) return refuse('too_early', { dueOn: ending.map(({ by }) => by).sort()[0] });
  const ledger = (['promised', 'statutory', 'delivery'] as const).reduce((before, clock) => stopped(before, clock, situation), file.ledger);
  return {
    set: { state: 'lapsed', ledger, outcome: 'lapsed', endedAt: situation.now, pausedAt: null, pauseReason: null },
    reason,
    detail: { broken: named(broken) },
  };
};

function stopped(ledger: Ledger, clock: ClockName, situation: Situation): Ledger {
  const next = stop(ledger, clock, clockAct(situation, 'lapse'));
  return isRefusal(next) ? ledger : next;
}

/** Before its day the applicant is reminded of a paper, after it the broken promise is noted for the next time; each once for a day. */
export const remindOwed: Rule<object> = (file, _input, situation) => {
  const owing = owingOf(file, situation);
  const { remindedFor = '', brokenFor = '' } = file.marks.owing ?? {};
  const broken = owing.filter(({ by }) => by < today(situation) && by > brokenFor);
  if (broken.length > 0) return noted(file, broken);
  const near = owing.filter(({ by }) => by > remindedFor && today(situation) >= addWorkdays(situation.calendar, by, -reminderWorkdays));
  const last = near.at(-1);
  if (!last) return refuse('too_early', { dueOn: file.owedBy });
  return { set: { marks: withOwing(file.marks, { remindedFor: last.by }) }, detail: { owed: named(near) } };
};

/** 失信记录: read at the next acceptance and by whoever would take a declaration on trust. */
export function noted(file: CaseFile, broken: readonly Owing[]): Change {
  const brokenFor = broken
    .map(({ by }) => by)
    .sort()
    .at(-1);
  return { set: { marks: withOwing(file.marks, brokenFor ? { brokenFor } : {}) }, detail: { broken: named(broken) } };
}
