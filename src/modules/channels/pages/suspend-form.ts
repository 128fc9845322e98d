import { type Text } from '#kernel/locale.ts';
import { isDay, localTime } from '#kernel/workdays.ts';
import { centreZone } from '#modules/identity/index.ts';
import { dayFromParts } from '#ui/index.ts';

export const scopeKinds = ['all', 'venue', 'unit', 'item'] as const;

type Fields = Readonly<Record<string, unknown>>;

/** The boxes of the form become what the endpoint takes: one scope, two instants, a text. */
export function toWanted(fields: Fields): Fields {
  const { scope: kind, channels, urgentExcepted } = fields;
  const name = scopeKinds.find((one) => one === kind && one !== 'all');
  return {
    scope: name ? (fields[name] ? { [name]: fields[name] } : undefined) : kind,
    channels,
    from: instantText(fields['from'], fields['fromTime'], '00:00'),
    until: instantText(fields['until'], fields['untilTime'], '23:59'),
    reason: reasonOf(fields['reason']),
    urgentExcepted,
  };
}

/** Something that is no date stays what it was, so that the form says it is none. */
function instantText(day: unknown, time: unknown, otherwise: string): string | undefined {
  const parts = textsIn(day);
  if (Object.values(parts).every((part) => part === '')) return undefined;
  const on = dayFromParts(parts);
  const at = /^([01]?\d|2[0-3]):[0-5]\d$/.exec(typeof time === 'string' && time ? time : otherwise)?.[0].padStart(5, '0');
  return on && isDay(on) && at ? instantIn(on, at).toISOString() : Object.values(parts).join('-');
}

/** The instant at which clocks of the zone show this day and time. */
export function instantIn(day: string, time: string): Date {
  const guess = new Date(`${day}T${time}:00Z`);
  const seen = localTime(guess, centreZone());
  const shown = new Date(`${seen.day}T00:00:00Z`).getTime() + seen.minute * 60_000;
  return new Date(guess.getTime() - (shown - guess.getTime()));
}

function reasonOf(posted: unknown): Text | undefined {
  const given = Object.entries(textsIn(posted)).filter(([, text]) => text.trim() !== '');
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** Several boxes under one name; what is no text in them is left out. */
function textsIn(posted: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(posted ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
