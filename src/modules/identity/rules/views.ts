import { localTime } from '#kernel/workdays.ts';

/** The part of a day in which one look at one thing is one look: `2020-07-30 morning`. */
export function dayPart(at: Date, zone: string): string {
  const { day, minute } = localTime(at, zone);
  return `${day} ${minute < 12 * 60 ? 'morning' : minute < 18 * 60 ? 'afternoon' : 'evening'}`;
}
