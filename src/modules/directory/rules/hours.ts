import type { Calendar, Day } from '#kernel/workdays.ts';
import { weekdayOf } from '#kernel/workdays.ts';

/** Opening time within a day, wall clock of the venue, `HH:MM`. */
export type Span = { readonly from: string; readonly to: string };
/** Weekday (0 Sunday … 6 Saturday) → spans. */
export type Hours = Readonly<Record<string, readonly Span[]>>;

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `{ mon-fri: ["08:30-12:00"], sat: [...] }` as people write it, one entry a weekday. */
export function parseHours(written: Readonly<Record<string, readonly string[]>>): Hours {
  const hours: Record<string, Span[]> = {};
  for (const [days, spans] of Object.entries(written)) {
    const [first = '', last = first] = days.split('-');
    for (let day = weekdays.indexOf(first); day >= 0 && day <= weekdays.indexOf(last); day += 1) hours[day] = spans.map(toSpan);
  }
  return hours;
}

function toSpan(written: string): Span {
  const [from = '', to = ''] = written.split('-');
  return { from, to };
}

/**
 * When a venue is open on a day. A make-up working day (调休上班) on a weekend keeps the hours of a Monday unless its weekday has hours of its own;
 * a holiday is closed, also on a Saturday that is usually open.
 */
export function openingOn(hours: Hours, calendar: Calendar, day: Day): readonly Span[] {
  const weekday = weekdayOf(day);
  const own = hours[weekday] ?? [];
  const isWeekend = weekday === 0 || weekday === 6;
  if (calendar.isWorkday(day)) return own.length > 0 || !isWeekend ? own : (hours['1'] ?? []);
  return isWeekend && !isHoliday(calendar, day) ? own : [];
}

function isHoliday(calendar: Calendar, day: Day): boolean {
  const { nameOf } = calendar as { nameOf?: (day: Day) => unknown };
  return nameOf?.(day) !== undefined;
}
