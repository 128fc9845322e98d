import { addDays, type Day, instantAt } from '#kernel/workdays.ts';
import type { Plan } from './plan.ts';

/** When a day's places can be booked: some days before at a known time, first by people with priority, then by everybody. */
export function releaseOf({ release }: Pick<Plan, 'release'>, day: Day, zone: string): { priorityAt: Date; everybodyAt: Date } {
  const [hours = 0, minutes = 0] = release.at.split(':').map(Number);
  const priorityAt = instantAt(addDays(day, -release.daysAhead), hours * 60 + minutes, zone);
  return { priorityAt, everybodyAt: new Date(priorityAt.getTime() + release.priorityMinutes * 60_000) };
}
