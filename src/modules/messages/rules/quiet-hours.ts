import { type Day, localTime } from '#kernel/workdays.ts';

/** Minutes of the local day between which nobody is woken; `from` may lie in the evening before. */
export type QuietHours = { readonly from: number; readonly until: number };

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** Until when a message is held back; not at all by day, nor when it asks for something on this very day. */
export function holdUntil(now: Date, quiet: QuietHours, { zone, actBy }: { zone: string; actBy?: Day | undefined }): Date | undefined {
  const { day, minute } = localTime(now, zone);
  const isNight = quiet.from <= quiet.until ? minute >= quiet.from && minute < quiet.until : minute >= quiet.from || minute < quiet.until;
  if (!isNight || actBy === day) return undefined;
  const wait = (quiet.until - minute + dayMinutes) % dayMinutes;
  return new Date(now.getTime() - (now.getTime() % minuteMs) + wait * minuteMs);
}

/** `21:00-08:00`; an empty text or `off` keeps no quiet hours. */
export function parseQuietHours(text: string): QuietHours {
  const [, ...parts] = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text) ?? [];
  const [fromHour = 0, fromMinute = 0, untilHour = 0, untilMinute = 0] = parts.map(Number);
  return { from: fromHour * 60 + fromMinute, until: untilHour * 60 + untilMinute };
}
