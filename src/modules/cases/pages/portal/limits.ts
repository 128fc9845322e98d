import type { Act } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import { dayOf } from '#kernel/workdays.ts';
import type { Item } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { uiWords } from '#ui/index.ts';
import { legalTables } from '../../legal-tables.ts';
import type { ClockName } from '../../rules/clock.ts';
import { clockRule } from '../../rules/deadlines.ts';

export type Limit = { readonly days: number; readonly unit: string };

/** `5个工作日` */
export function limitText({ days, unit }: Limit, language: Language): string {
  const { time } = uiWords(language);
  return unit === 'workday' ? time.workdays(days) : time.days(days);
}

/** How long the office has once something comes in now: to say whether it takes it, and to decide. */
export async function limitsNow(act: Act, item: Item): Promise<{ answer: Limit | undefined; result: Limit }> {
  const calendar = (await getDirectory(act.tx)).calendarOf(item.unit);
  const counting = { item, calendar, law: legalTables[item.jurisdiction], receivedOn: dayOf(act.now, calendar.zone) };
  const of = (clock: ClockName) => clockRule(clock, counting)?.limit;
  return { answer: of('intake'), result: item.limits.promised };
}
