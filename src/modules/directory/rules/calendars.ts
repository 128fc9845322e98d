import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Text } from '#kernel/locale.ts';
import { type Calendar, type Day, makeCalendar } from '#kernel/workdays.ts';
import cn from '../../../../data/calendars/cn.json' with { type: 'json' };
import vn from '../../../../data/calendars/vn.json' with { type: 'json' };

/** A day that became worked or free by an announcement after the calendar was published: an emergency extension, a late swap, an administrator's entry. */
export type CalendarChange = {
  readonly calendar: string;
  readonly day: Day;
  readonly worked: boolean;
  readonly reason: Text;
  readonly announcedAt: Date;
};

/** A calendar as the state first published it, with the changes it announced later. */
export type CalendarSource = {
  readonly code: string;
  readonly zone: string;
  readonly base: ReadonlyMap<Day, boolean>;
  readonly names: ReadonlyMap<Day, Text>;
  readonly changes: readonly CalendarChange[];
  readonly published: { readonly from: Day; readonly through: Day };
};

/** A working calendar that can also say why a day is what it is, and whether the state has published that day's year yet. */
export type KnownCalendar = Calendar & {
  nameOf(day: Day): Text | undefined;
  isPublished(day: Day): boolean;
};

type Announcement = { readonly announcedAt: string; readonly days: Readonly<Record<Day, boolean>>; readonly reason: Text };
type Names = Readonly<Record<string, readonly Day[]>>;

/**
 * The calendar as it was known at an instant; without one, everything announced so far.
 * Of two announcements about one day the later one holds.
 */
export function calendarAsKnown(source: CalendarSource, added: readonly CalendarChange[] = [], at?: Date): KnownCalendar {
  const exceptions = new Map(source.base);
  const names = new Map(source.names);
  for (const change of knownChanges([...source.changes, ...added], source.code, at)) {
    exceptions.set(change.day, change.worked);
    names.set(change.day, change.reason);
  }
  const { from, through } = source.published;
  return {
    ...makeCalendar(source.code, source.zone, exceptions),
    nameOf: (day) => names.get(day),
    isPublished: (day) => from <= day && day <= through,
  };
}

function knownChanges(changes: readonly CalendarChange[], code: string, at: Date | undefined): CalendarChange[] {
  return changes
    .filter((change) => change.calendar === code && (!at || change.announcedAt <= at))
    .sort((a, b) => a.announcedAt.getTime() - b.announcedAt.getTime());
}

/** China: the yearly notices of the State Council's General Office (国务院办公厅节假日安排通知), with later notices taken back out of the base. */
export function chinaCalendar(): CalendarSource {
  const base = new Map<Day, boolean>([...datesOf(chineseDays.holidays, false), ...datesOf(chineseDays.workdays, true)]);
  for (const { before } of cn.changes) for (const [day, worked] of Object.entries(before)) putBack(base, day, worked);
  const days = Object.keys(chineseDays.holidays).sort();
  const names = new Map<Day, Text>(
    Object.entries({ ...chineseDays.holidays, ...chineseDays.workdays }).map(([day, entry]) => [day, nameOfEntry(entry)]),
  );
  const published = { from: `${days[0]?.slice(0, 4)}-01-01`, through: `${days.at(-1)?.slice(0, 4)}-12-31` };
  return { code: cn.code, zone: cn.zone, base, names: only(names, base), changes: changesOf(cn.code, cn.changes), published };
}

/** Vietnam: Labour Code 2019 art. 111(3) and 112 and the Prime Minister's yearly decision (lịch nghỉ Tết, hoán đổi ngày làm việc). */
export function vietnamCalendar(): CalendarSource {
  const off = vn.years.flatMap((year) => namedDays(year.off));
  const worked = vn.years.flatMap((year) => namedDays(year.worked));
  const texts: Readonly<Record<string, Text>> = vn.names;
  const base = new Map<Day, boolean>([...off.map(([day]) => [day, false] as const), ...worked.map(([day]) => [day, true] as const)]);
  const names = new Map<Day, Text>([...off, ...worked].map(([day, name]) => [day, texts[name] ?? {}]));
  return { code: vn.code, zone: vn.zone, base, names, changes: changesOf(vn.code, vn.changes), published: vn.published };
}

function datesOf(entries: object, worked: boolean): [Day, boolean][] {
  return Object.keys(entries).map((day) => [day, worked]);
}

function putBack(base: Map<Day, boolean>, day: Day, worked: boolean | null): void {
  if (worked === null) base.delete(day);
  else base.set(day, worked);
}

/** The package writes a day's name as 'Spring Festival,春节,3'. */
function nameOfEntry(entry: string): Text {
  const [en = '', zh = ''] = entry.split(',');
  return { 'zh-Hans': zh, en };
}

function only(names: ReadonlyMap<Day, Text>, base: ReadonlyMap<Day, boolean>): Map<Day, Text> {
  return new Map([...names].filter(([day]) => base.has(day)));
}

function namedDays(group: object): [Day, string][] {
  return Object.entries(group as Names).flatMap(([name, days]) => days.map((day): [Day, string] => [day, name]));
}

function changesOf(calendar: string, announcements: readonly object[]): CalendarChange[] {
  return (announcements as readonly Announcement[]).flatMap(({ days, reason, announcedAt }) =>
    Object.entries(days).map(([day, worked]) => ({ calendar, day, worked, reason, announcedAt: new Date(announcedAt) })),
  );
}
