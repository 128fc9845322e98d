import { addDays, type Calendar, type Day, weekdayOf } from '#kernel/workdays.ts';

export type Month = {
  readonly month: number;
  readonly workdays: number;
  /** Weekdays that are free, and weekend days that are worked. */
  readonly off: readonly Day[];
  readonly worked: readonly Day[];
};

/** A year of a calendar, month by month: how many working days, and what differs from the plain week. */
export function monthsOf(calendar: Calendar, year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => monthOf(calendar, year, index + 1));
}

function monthOf(calendar: Calendar, year: number, month: number): Month {
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  const days: Day[] = [];
  for (let day = `${prefix}-01`; day.startsWith(prefix); day = addDays(day, 1)) days.push(day);
  const isWeekend = (day: Day) => weekdayOf(day) === 0 || weekdayOf(day) === 6;
  return {
    month,
    workdays: days.filter((day) => calendar.isWorkday(day)).length,
    off: days.filter((day) => !isWeekend(day) && !calendar.isWorkday(day)),
    worked: days.filter((day) => isWeekend(day) && calendar.isWorkday(day)),
  };
}
