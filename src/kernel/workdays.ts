/** A local day, `YYYY-MM-DD`. */
export type Day = string;

/**
 * A working calendar: the weekly rest days and the days that differ from them, because the state said so:
 * a holiday on a weekday, a make-up working day (调休上班) on a weekend, an emergency extension.
 */
export type Calendar = { readonly code: string; readonly zone: string; isWorkday(day: Day): boolean };

const dayMs = 86_400_000;

/** `exceptions`: day → true when it is worked, false when it is off. Weekly rest days default to Saturday and Sunday (6, 0). */
export function makeCalendar(
  code: string,
  zone: string,
  exceptions: ReadonlyMap<Day, boolean>,
  restDays: readonly number[] = [6, 0],
): Calendar {
  return { code, zone, isWorkday: (day) => exceptions.get(day) ?? !restDays.includes(weekdayOf(day)) };
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

export function isDay(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
    new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value
  );
}

/** The working day that lies `days` working days after `from`; day one is the next working day. 0 gives `from` itself; a negative count walks back. */
export function addWorkdays(calendar: Calendar, from: Day, days: number): Day {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let day = from;
  while (left > 0) {
    day = addDays(day, step);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

const countsByCalendar = new WeakMap<Calendar, Map<string, number>>();

/** How many working days lie after `after`, up to and with `upTo`; negative when `upTo` lies before. Lists ask the same two days over and over, so it is remembered. */
export function countWorkdays(calendar: Calendar, after: Day, upTo: Day): number {
  if (upTo < after) return -countWorkdays(calendar, upTo, after);
  let counts = countsByCalendar.get(calendar);
  if (!counts || counts.size > 5000) {
    counts = new Map();
    countsByCalendar.set(calendar, counts);
  }
  const key = `${after}/${upTo}`;
  const known = counts.get(key) ?? workdaysBetween(calendar, after, upTo);
  counts.set(key, known);
  return known;
}

function workdaysBetween(calendar: Calendar, after: Day, upTo: Day): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
  return count;
}

const quarterMs = 900_000;
const formatByZone = new Map<string, Intl.DateTimeFormat>();
const shiftByQuarter = new Map<string, number>();

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. Zones change only on quarters of an hour, so each quarter is asked once. */
function shiftOf(instant: Date, zone: string): number {
  const quarter = Math.floor(instant.getTime() / quarterMs);
  const key = `${zone} ${quarter}`;
  let shift = shiftByQuarter.get(key);
  if (shift === undefined) {
    if (shiftByQuarter.size > 10_000) shiftByQuarter.clear();
    shift = shownAt(quarter * quarterMs, zone) - quarter * quarterMs;
    shiftByQuarter.set(key, shift);
  }
  return shift;
}

/** What the zone's clocks show, read as if it were UTC. */
function shownAt(time: number, zone: string): number {
  let format = formatByZone.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatByZone.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(time).map((part) => [part.type, Number(part.value)]));
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1, parts['hour'] ?? 0, parts['minute'] ?? 0);
}

/** Wall-clock day and minute of an instant in a zone (IANA name). */
export function localTime(instant: Date, zone: string): { day: Day; minute: number } {
  const shown = new Date(instant.getTime() + shiftOf(instant, zone));
  return { day: shown.toISOString().slice(0, 10), minute: shown.getUTCHours() * 60 + shown.getUTCMinutes() };
}

export function dayOf(instant: Date, zone: string): Day {
  return localTime(instant, zone).day;
}

/** The instant at which a zone's clocks show a minute of a day. A minute that a change of the clocks skips is as much later as they jump; one that comes twice is its first. */
export function instantAt(day: Day, minute: number, zone: string): Date {
  const shown = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const shifts = [-dayMs, dayMs].map((away) => shiftOf(new Date(shown + away), zone));
  const fits = shifts.map((shift) => new Date(shown - shift)).filter((instant) => instant.getTime() + shiftOf(instant, zone) === shown);
  return fits[0] ?? new Date(shown - Math.min(...shifts));
}
