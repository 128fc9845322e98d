import type { Text } from '#kernel/locale.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import { addDays, addWorkdays, type Calendar, countWorkdays, type Day, dayOf, localTime, weekdayOf } from '#kernel/workdays.ts';
import type { Act, ClockName, CutOff, Ledger, Limit, Segment } from './ledger.ts';
import { segmentsOf } from './ledger.ts';

/** A calendar that may also know the names of its days and how far the state has published it. */
export type CountingCalendar = Calendar & { nameOf?(day: Day): Text | undefined; isPublished?(day: Day): boolean };

/** Everything besides the ledger that a due day depends on. When the calendar changes, ask again with the new one. */
export type ClockRule = { readonly clock: ClockName; readonly limit: Limit; readonly calendar: CountingCalendar; readonly cutOff?: CutOff };

/** One line of the sum. `reason` is the code of the pause, the start or the reading of the cut-off; `name` the calendar's own word for the day. */
export type CountedDay = {
  readonly on: Day;
  readonly counted: boolean;
  readonly number?: number;
  readonly why: 'start' | 'cut-off' | 'workday' | 'make-up' | 'rest' | 'holiday' | 'day' | 'paused';
  readonly reason?: string;
  readonly name?: Text;
};

/** `provisional`: some day of the sum lies where the calendar is not published yet, so that weekdays stand for working days. */
export type Explanation = { readonly dueOn: Day | undefined; readonly days: readonly CountedDay[]; readonly provisional: boolean };

/** The present run of a clock: from its start or last restart, with the pauses since then and the extensions granted in it. */
type Run = { readonly start: Segment; readonly pauses: readonly Pause[]; readonly total: number };
type Pause = { readonly from: Day; readonly to?: Day; readonly reason: string };

/** The day until which the office has time; none when the clock has not started, or stands still before its last day. */
export function dueDay(ledger: Ledger, rule: ClockRule): Day | undefined {
  const run = runOf(ledger, rule);
  if (!run) return undefined;
  const last = sum(run, rule).at(-1);
  return last && isComplete(last, run) ? last.on : undefined;
}

/** Why this date: the sum day by day. A pause that lasts is shown up to `until`. */
export function explain(ledger: Ledger, rule: ClockRule, until?: Day): Explanation {
  const run = runOf(ledger, rule);
  if (!run) return { dueOn: undefined, days: [], provisional: false };
  const days = sum(run, rule, until);
  const last = days.at(-1);
  const provisional = days.some(({ on }) => rule.calendar.isPublished?.(on) === false);
  return { dueOn: last && isComplete(last, run) ? last.on : undefined, days, provisional };
}

/** Days of the limit left after `today`, 0 on the last one, negative when overdue; frozen by the day a clock stopped. */
export function remaining(ledger: Ledger, rule: ClockRule, today: Day): number | undefined {
  const run = runOf(ledger, rule);
  if (!run) return undefined;
  const day = earlier(today, stoppedOn(ledger, rule));
  const days = sum(run, rule, day);
  const last = days.at(-1);
  if (last && isComplete(last, run) && last.on < day) return 0 - overdueDays(rule, last.on, day);
  return run.total - days.filter(({ on, counted }) => counted && on <= day).length;
}

/** Past the limit, today or when the clock stopped. A weekend after the due day is late already, though `remaining` still says 0. */
export function isLate(ledger: Ledger, rule: ClockRule, today: Day): boolean {
  const dueOn = dueDay(ledger, rule);
  return dueOn !== undefined && dueOn < earlier(today, stoppedOn(ledger, rule));
}

/** 延长: as often and as long as the limit says, and not after the due day (行政许可法 42: ten working days, approved by the head, reasons told). */
export function extend(
  ledger: Ledger,
  rule: ClockRule,
  act: Act,
): Ledger | Refusal<'clock_not_running' | 'extension_not_allowed' | 'extended_already' | 'extension_too_late'> {
  const { clock, limit, calendar } = rule;
  const last = segmentsOf(ledger, clock).at(-1);
  if (!last || last.to) return refuse('clock_not_running', { clock });
  if (!limit.extension) return refuse('extension_not_allowed', { clock });
  const { days, times } = limit.extension;
  if (ledger.extensions.filter((extension) => extension.clock === clock).length >= times)
    return refuse('extended_already', { clock, times });
  const dueOn = dueDay(ledger, rule);
  if (dueOn && dayOf(act.at, calendar.zone) > dueOn) return refuse('extension_too_late', { clock, dueOn });
  return { ...ledger, extensions: [...ledger.extensions, { clock, days, ...act }] };
}

/** The last working day that lies at least `days` days before a due day: by then the apology must be out (Nghị định 61/2018/NĐ-CP 19(9)). */
export function noticeBy(calendar: Calendar, dueOn: Day, days: number): Day {
  return addWorkdays(calendar, addDays(dueOn, 1 - days), -1);
}

function runOf(ledger: Ledger, { clock, limit, calendar }: ClockRule): Run | undefined {
  const all = segmentsOf(ledger, clock);
  const first = Math.max(
    0,
    all.findLastIndex((segment) => segment.kind === 'restarted'),
  );
  const start = all[first];
  if (!start) return undefined;
  const pauses = all.slice(first).flatMap((segment) => (segment.kind === 'paused' ? [pauseOf(segment, calendar.zone)] : []));
  const extensions = ledger.extensions.filter((extension) => extension.clock === clock && extension.actionSeq > start.actionSeq);
  return { start, pauses, total: extensions.reduce((days, extension) => days + extension.days, limit.days) };
}

/** Every day that a pause touches is out, its first and its last too. */
function pauseOf({ from, to, reason }: Segment, zone: string): Pause {
  return { from: dayOf(from, zone), reason, ...(to && { to: dayOf(to, zone) }) };
}

/** Ends with the last counted day, or where an open pause begins (or with `until`, whichever is later). */
function sum(run: Run, rule: ClockRule, until?: Day): CountedDay[] {
  const days = startDays(run.start, rule);
  let number = 0;
  for (let on = dayAfter(days); number < run.total; on = addDays(on, 1)) {
    const pause = run.pauses.find(({ from, to }) => from <= on && (!to || on <= to));
    if (pause && !pause.to && on > pause.from && on > (until ?? '')) break;
    const day = countedDay(on, rule, pause, number + 1 === run.total);
    if (day.counted) number += 1;
    days.push(day.counted ? { ...day, number } : day);
  }
  return days;
}

/** The day of the act is never counted. After the cut-off the act may count as done on the next working morning, and then so does one on a rest day. */
function startDays(start: Segment, rule: ClockRule): CountedDay[] {
  const { cutOff, calendar } = rule;
  const { day, minute } = localTime(start.from, calendar.zone);
  const begun: CountedDay = { on: day, counted: false, why: 'start', reason: start.reason };
  const late = cutOff && minute > minuteOf(cutOff.time);
  const received: CountedDay = late ? { ...begun, why: 'cut-off', reason: cutOff.reading } : begun;
  if (cutOff?.reading !== 'received-next-workday' || (!late && calendar.isWorkday(day))) return [received];
  const morning = addWorkdays(calendar, day, 1);
  const between = daysBetween(day, morning).map((on) => calendarDay(on, rule));
  return [late ? received : calendarDay(day, rule), ...between, { ...begun, on: morning }];
}

/** A pause takes a day that would have counted. In calendar days the limit cannot end on a day off (民法典 203, Bộ luật Dân sự 148(5)). */
function countedDay(on: Day, rule: ClockRule, pause: Pause | undefined, isLast: boolean): CountedDay {
  const day = calendarDay(on, rule);
  const worked = rule.calendar.isWorkday(on);
  const counts = worked || (rule.limit.unit === 'day' && !isLast);
  if (!counts) return { ...day, counted: false };
  if (pause) return { ...day, counted: false, why: 'paused', reason: pause.reason };
  return worked ? day : { ...day, counted: true, why: 'day' };
}

function calendarDay(on: Day, { calendar }: ClockRule): CountedDay {
  const weekend = [0, 6].includes(weekdayOf(on));
  const name = calendar.nameOf?.(on);
  const named = name && { name };
  if (calendar.isWorkday(on)) return { on, counted: true, why: weekend ? 'make-up' : 'workday', ...named };
  return { on, counted: false, why: weekend && !name ? 'rest' : 'holiday', ...named };
}

function dayAfter(days: readonly CountedDay[]): Day {
  return addDays((days.at(-1) as CountedDay).on, 1);
}

function isComplete(last: CountedDay, run: Run): boolean {
  return (last.number ?? 0) === run.total;
}

function overdueDays({ limit, calendar }: ClockRule, dueOn: Day, today: Day): number {
  return limit.unit === 'workday' ? countWorkdays(calendar, dueOn, today) : daysBetween(dueOn, today).length + 1;
}

function stoppedOn(ledger: Ledger, { clock, calendar }: ClockRule): Day | undefined {
  const last = segmentsOf(ledger, clock).at(-1);
  return last?.to && dayOf(last.to, calendar.zone);
}

function earlier(day: Day, other: Day | undefined): Day {
  return other && other < day ? other : day;
}

function daysBetween(after: Day, before: Day): Day[] {
  const days: Day[] = [];
  for (let day = addDays(after, 1); day < before; day = addDays(day, 1)) days.push(day);
  return days;
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
