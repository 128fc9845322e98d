import { isRefusal, refuse } from '#kernel/result.ts';
import { addDays, addWorkdays, dayOf } from '#kernel/workdays.ts';
import { planFor } from '#modules/catalogue/index.ts';
import { appoint, dueDay, legalRule, type Ledger, noticeBy, start, stop } from './clock.ts';
import { clockRule, type Counting, deadlinesOf } from './deadlines.ts';
import type { CaseFile } from './case-file.ts';
import { openNext } from './review.ts';
import { chain, clockAct, type Rule, today } from './situation.ts';

/** 逾期不告知的，自收到申请材料之日起即为受理 (行政许可法 32(1)(4)): silence accepts, as of the day of receipt. */
export const deemAccepted: Rule<object> = (file, _input, situation) => {
  const law = legalRule(situation.law, 'correction-notice', situation.receivedOn)?.value as { otherwise?: string } | undefined;
  const rule = clockRule('intake', situation);
  const dueOn = rule && dueDay(file.ledger, rule);
  if (law?.otherwise !== 'deemed-accepted' || !dueOn || today(situation) <= dueOn) return refuse('too_early', { dueOn: dueOn ?? null });
  const received = { ...clockAct(situation, 'deemed-accepted'), at: file.receivedAt };
  const ledger = chain<Ledger>(
    file.ledger,
    (before) => stop(before, 'intake', clockAct(situation, 'deemed-accepted')),
    (before) => start(before, 'promised', received),
    (before) => (situation.item.limits.statutory ? start(before, 'statutory', received) : before),
  );
  if (isRefusal(ledger)) return ledger;
  const plan = planFor(situation.item, file.answers as never);
  const opened = openNext(
    plan,
    plan
      .flatMap((step) => step.tasks)
      .filter((task) => task.kind === 'intake')
      .map((task) => task.key),
    situation,
  );
  return { set: { state: opened.state, plan, ledger, acceptedAt: file.receivedAt }, detail: { deemed: true, dueOn }, tasks: opened.tasks };
};

/** How many working days later the one new date lies when nobody named another. */
const reappointWorkdays = 5;

/** A late case says sorry by itself where the law wants it: before the due day, once, with one new day (Nghị định 61/2018/NĐ-CP 19(9)). */
export const apologiseBySelf: Rule<object> = (file, _input, situation) => {
  const law = legalRule(situation.law, 'apology', situation.receivedOn)?.value as { days?: number } | undefined;
  const rule = clockRule('promised', situation);
  const dueOn = rule && dueDay(file.ledger, rule);
  if (!law?.days || !dueOn || file.ledger.appointments.length > 0) return refuse('too_early', { dueOn: dueOn ?? null });
  if (today(situation) < noticeBy(situation.calendar, dueOn, law.days)) return refuse('too_early', { dueOn });
  const on = addWorkdays(situation.calendar, dueOn, reappointWorkdays);
  const ledger = appoint(file.ledger, 'promised', { ...clockAct(situation, 'late'), on });
  return isRefusal(ledger) ? ledger : { set: { ledger }, detail: { dueOn, on, bySelf: true } };
};

/** A changed calendar moves due days; the case says so in its log. Nothing changed, nothing said. */
export const recompute: Rule<{ reason: string }> = (file, { reason }, situation) => {
  const after = deadlinesOf(file.state, file.ledger, situation);
  const moved = (['statutoryBy', 'promisedBy', 'dueOn'] as const).filter((key) => after[key] !== file[key]);
  if (moved.length === 0) return refuse('too_early');
  return { set: {}, reason, detail: Object.fromEntries(moved.map((key) => [key, { before: file[key], after: after[key] }])) };
};

/** Days after delivery on which a case is closed and filed. */
export const closeAfterDays = 15;

export function mayClose(file: Pick<CaseFile, 'touchedAt'>, now: Date, { calendar }: Pick<Counting, 'calendar'>): boolean {
  return addDays(dayOf(file.touchedAt, calendar.zone), closeAfterDays) <= dayOf(now, calendar.zone);
}
