import { type Language, textIn } from '#kernel/locale.ts';
import { centreZone } from '#modules/identity/index.ts';
import { formatInstant } from '#ui/format.ts';
import { channelsWords } from './locales/index.ts';
import type { SuspensionRow } from './rules.ts';

/** What an arrangement says in one line: which ways are closed, from when, until when. */
export function titleOf({ channels, fromAt, untilAt }: Pick<SuspensionRow, 'channels' | 'fromAt' | 'untilAt'>, language: Language): string {
  const words = channelsWords(language);
  const names = channels.map((channel) => words.channels[channel]).join(words.and);
  const until = untilAt ? formatInstant(untilAt, language, { zone: centreZone() }) : '';
  return words.bannerTitle(names, formatInstant(fromAt, language, { zone: centreZone() }), until);
}

/** Arrangements in force or to come that concern more than one item, the newest first. */
export function announcementsOf(suspensions: readonly SuspensionRow[], at: Date, language: Language) {
  return suspensions
    .filter((one) => !one.itemCode && !one.endedAt && (!one.untilAt || one.untilAt > at))
    .map((one) => ({
      id: one.suspensionId,
      title: titleOf(one, language).trim(),
      text: textIn(one.reason, language),
      href: `/${language}/notices#${one.suspensionId}`,
    }));
}
