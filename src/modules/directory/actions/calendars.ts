import { hasRole } from '#kernel/actor.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { withTraditional } from '#kernel/traditional.ts';
import { addWorkdays as countOn, isDay } from '#kernel/workdays.ts';
import type * as contract from '../contract.ts';
import { type Directory, forgetDirectory, getDirectory } from '../directory.ts';
import type { CalendarChanged } from '../facts.ts';
import { insertChange, setEdition } from '../queries.ts';
import { daysBetween } from '../rules/days.ts';

export const addWorkdays: Action<typeof contract.addWorkdays> = async ({ tx }, { calendar, from, days }) => {
  const directory = await getDirectory(tx);
  if (!directory.has(calendar)) return refuse('calendar_unknown', { calendar });
  if (!isDay(from)) return refuse('no_such_day', { day: from });
  const known = directory.calendarOf(calendar);
  const on = countOn(known, from, days);
  return { on, published: known.isPublished(on) };
};

export const listDays: Action<typeof contract.listDays> = async ({ tx }, { calendar, from, to }) => {
  const directory = await getDirectory(tx);
  if (!directory.has(calendar)) return refuse('calendar_unknown', { calendar });
  const days = daysBetween(from, to, 400);
  if (isRefusal(days)) return days;
  const known = directory.calendarOf(calendar);
  const rows = days.map((day) => ({
    day,
    worked: known.isWorkday(day),
    reason: known.nameOf(day) ?? null,
    published: known.isPublished(day),
  }));
  return { rows, nextCursor: null };
};

export const addCalendarChange: Action<typeof contract.addCalendarChange> = async (act, input) => {
  const directory = await getDirectory(act.tx);
  if (!directory.has(input.calendar)) return refuse('calendar_unknown', { calendar: input.calendar });
  if (!mayChange(act, directory, input.calendar)) return refuse('outside_your_unit');
  const days = daysBetween(input.from, input.to ?? input.from, 60);
  if (isRefusal(days)) return days;
  if (!input.reason['zh-Hans'] && !input.reason.vi) return refuse('reason_needed');
  const change = { calendar: input.calendar, worked: input.worked, reason: withTraditional(input.reason), announcedAt: act.now };
  for (const day of days) await insertChange(act.tx, { ...change, changeId: newId(), day, madeBy: act.actor.personId ?? null });
  await setEdition(act.tx, newId());
  act.publish('calendar_changed', { calendar: input.calendar, days, worked: input.worked } satisfies CalendarChanged);
  act.afterCommit(forgetDirectory);
  return { days: [...days] };
};

/** The state's calendars belong to those who administrate everywhere; a local one also to the administrator of the unit it belongs to. */
function mayChange({ actor }: Act, directory: Directory, calendar: string): boolean {
  const unit = directory.venueByCode.get(calendar)?.unitCode ?? directory.unitByCode.get(calendar)?.code ?? '';
  return actor.kind === 'system' || hasRole(actor, ['admin'], unit);
}
