import { dayFromParts } from '#ui/index.ts';
import type { Plan } from '../../rules/plan.ts';

type Fields = Readonly<Record<string, unknown>>;
export const weekdays = ['1', '2', '3', '4', '5', '6', '0'] as const;

/** `08:30-12:00, 13:00-18:00` as spans; what is written otherwise stays a text, so that the form says it is wrong. */
export function toSpans(written: unknown): unknown {
  if (typeof written !== 'string' || written.trim() === '') return [];
  const spans = written
    .normalize('NFKC')
    .split(/[,;、]/)
    .map((span) => /^\s*(\d{1,2}:\d{2})\s*[-–—~]\s*(\d{1,2}:\d{2})\s*$/.exec(span));
  if (spans.some((span) => span === null)) return [written];
  return spans.map((span) => ({ from: span?.[1]?.padStart(5, '0'), to: span?.[2]?.padStart(5, '0') }));
}

export function fromSpans(spans: readonly { from: string; to: string }[] | undefined): string {
  return (spans ?? []).map(({ from, to }) => `${from}-${to}`).join(', ');
}

/** What of a plan the form does not show goes along as it is; the schema looks at it again. */
export function restOf({ kind, name, zones, groups, services, doors }: Plan): string {
  return JSON.stringify({ kind, name, zones, groups, services, doors });
}

/** The boxes of the form become a plan and its first day. */
export function toChange(fields: Fields): Fields {
  const { rest, from, plan = {}, windows, cells, zones, hours, version } = fields;
  const base = JSON.parse(typeof rest === 'string' ? rest : '{}') as Partial<Plan>;
  return {
    version,
    validFrom: dayFromParts(from ?? {}),
    plan: {
      ...base,
      ...(plan as Fields),
      zones: (base.zones ?? []).map((zone, index) => ({ ...zone, cap: partOf(zones, index) ?? zone.cap })),
      services: (base.services ?? []).map((service, index) => ({ ...service, cells: partOf(cells, index) ?? service.cells })),
      windows: toWindows(windows),
      ...toHours(hours),
    },
  };
}

function partOf(parts: unknown, index: number): unknown {
  return (parts as Fields | undefined)?.[String(index)];
}

/** Closed ones are left out, and so is the empty line for a new one. */
function toWindows(windows: unknown): readonly Fields[] {
  const rows = Object.values((windows ?? {}) as Readonly<Record<string, Fields>>);
  return rows
    .filter(({ windowNo, closed }) => windowNo !== '' && closed !== 'true')
    .map(({ windowNo, groups, zone, personCap, special }) => ({
      windowNo,
      groups,
      zone,
      personCap,
      ...(special === 'true' ? { special } : {}),
    }));
}

/** No day written: the hall's own hours hold. */
function toHours(hours: unknown): { hours?: Fields } {
  const written = (hours ?? {}) as Fields;
  if (weekdays.every((day) => !written[day])) return {};
  return { hours: Object.fromEntries(weekdays.map((day) => [day, toSpans(written[day])])) };
}

/** Other hours on one day: the reason stands in the language it was written in. */
export function toDay({ on, spans, reason, language }: Fields): Fields {
  return {
    on: dayFromParts(on ?? {}),
    spans: toSpans(spans),
    reason: typeof reason === 'string' && reason.trim() ? { [String(language)]: reason } : {},
  };
}
