import { addDays, type Day, isDay } from '#kernel/workdays.ts';
import { refuse, type Refusal } from '#kernel/result.ts';

/** Every day of a span, both ends included. */
export function daysBetween(from: Day, to: Day, atMost: number): readonly Day[] | Refusal<'no_such_day' | 'too_many_days'> {
  if (!isDay(from) || !isDay(to) || to < from) return refuse('no_such_day');
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (days.length === atMost) return refuse('too_many_days', { atMost });
    days.push(day);
  }
  return days;
}
