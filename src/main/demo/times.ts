import { addDays, addWorkdays, type Calendar, type Day, dayOf, localTime } from '#kernel/workdays.ts';

type Today = { readonly now: Date; readonly calendar: Calendar };

/** `-3 workdays 10:20`, `-2 days 09:00`, `-40 minutes`; never later than now. */
export function instantOf(at: string, { now, calendar }: Today): Date {
  const [, count, unit = '', time = '09:00'] = /^-(\d+) (workday|day|minute)s?(?: (\d\d:\d\d))?$/.exec(at) ?? [];
  if (count === undefined) throw new Error(`“${at}” is not a time before now`);
  if (unit === 'minute') return new Date(now.getTime() - Number(count) * 60_000);
  const today = dayOf(now, calendar.zone);
  const day = unit === 'workday' ? addWorkdays(calendar, today, -Number(count)) : addDays(today, -Number(count));
  const wanted = localInstant(day, time, calendar.zone);
  return wanted > now ? now : wanted;
}

/** The instant at which clocks in the zone show that day and time; the zones here have had one offset for decades. */
function localInstant(day: Day, time: string, zone: string): Date {
  const guess = new Date(`${day}T${time}:00Z`);
  const shown = localTime(guess, zone);
  const minutes = (Date.parse(`${shown.day}T00:00:00Z`) - guess.getTime()) / 60_000 + shown.minute;
  return new Date(guess.getTime() - minutes * 60_000);
}

/** Days written from the day that says them, wherever they stand in a value: `@+10`, `@-5`, `+2 workdays`. */
export function withDays(value: unknown, today: Day, calendar: Calendar): unknown {
  if (Array.isArray(value)) return value.map((one) => withDays(one, today, calendar));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withDays(one, today, calendar)]));
  if (typeof value !== 'string') return value;
  const [, days, workdays] = /^(?:@([+-]\d+)|\+(\d+) workdays)$/.exec(value) ?? [];
  if (days) return addDays(today, Number(days));
  return workdays ? addWorkdays(calendar, today, Number(workdays)) : value;
}
