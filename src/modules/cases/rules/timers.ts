import { isRefusal, refuse } from '#kernel/result.ts';
import { addWorkdays } from '#kernel/workdays.ts';
import { appoint, dueDay, legalRule, noticeBy } from './clock.ts';
import { clockRule, deadlinesOf } from './deadlines.ts';
import { accepted } from './intake.ts';
import { owedByOf } from './owing.ts';
import { clockAct, type Rule, today } from './situation.ts';

/** 逾期不告知的，自收到申请材料之日起即为受理 (行政许可法 32(1)(4)): silence accepts, as of the day of receipt. */
export const deemAccepted: Rule<object> = (file, _input, situation) => {
  const law = legalRule(situation.law, 'correction-notice', situation.receivedOn)?.value as { otherwise?: string } | undefined;
  const rule = clockRule('intake', situation);
  const dueOn = rule && dueDay(file.ledger, rule);
  if (law?.otherwise !== 'deemed-accepted' || !dueOn || today(situation) <= dueOn) return refuse('too_early', { dueOn: dueOn ?? null });
  const change = accepted(file, situation, { lane: 'normal', since: file.receivedAt });
  return isRefusal(change) ? change : { ...change, detail: { deemed: true, dueOn } };
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
  const after = { ...deadlinesOf(file.state, file.ledger, situation), owedBy: owedByOf(file, situation) };
  const moved = (['statutoryBy', 'promisedBy', 'dueOn', 'owedBy'] as const).filter((key) => after[key] !== file[key]);
  if (moved.length === 0) return refuse('too_early');
  const correction = file.state === 'correction' && file.correction && after.dueOn ? { ...file.correction, dueOn: after.dueOn } : undefined;
  return {
    set: correction ? { correction } : {},
    reason,
    detail: Object.fromEntries(moved.map((key) => [key, { before: file[key], after: after[key] }])),
  };
};

/** Days after delivery on which a case is closed and filed. */
export const closeAfterDays = 15;
