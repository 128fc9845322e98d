import type { Calendar, Day } from '#kernel/workdays.ts';
import type { Item } from '#modules/catalogue/index.ts';
import { type ClockName, type ClockRule, type CutOff, dueDay, type Ledger, type LegalTable, legalRule, type Limit } from './clock.ts';
import type { State } from './states.ts';

export type Deadlines = { readonly statutoryBy: Day | null; readonly promisedBy: Day | null; readonly dueOn: Day | null };
export type Counting = { readonly item: Item; readonly calendar: Calendar; readonly law: LegalTable; readonly receivedOn: Day };

/** Applicants have thirty days to put things right where neither the law nor the item says otherwise. */
const supplementDays = 30;

/** The rule of one clock for one item: how many days, of which kind, stopped for what. None where neither law nor item knows such a limit. */
export function clockRule(clock: ClockName, counting: Counting): ClockRule | undefined {
  const limit = limitOf(clock, counting);
  if (!limit) return undefined;
  const cutOff = clock === 'statutory' || clock === 'promised' ? cutOffOf(counting) : undefined;
  return { clock, limit, calendar: counting.calendar, ...(cutOff ? { cutOff } : {}) };
}

function limitOf(clock: ClockName, { item, law, receivedOn }: Counting): Limit | undefined {
  const { statutory, promised, extension } = item.limits;
  const own = {
    notCounted: ['correction', ...pausesOf(item)],
    ...(extension ? { extension: { days: extension.days, times: extension.times } } : {}),
  };
  if (clock === 'statutory') return statutory && { ...statutory, ...own };
  if (clock === 'promised') return { ...promised, ...own };
  if (clock === 'supplement') return { days: supplementDays, unit: 'day', notCounted: [] };
  const rule = legalRule(law, clock === 'intake' ? intakeRule[law.jurisdiction as 'CN'] : 'deliver', receivedOn);
  const value = rule?.value as { days?: number; unit?: 'workday' | 'day' } | undefined;
  return value?.days === undefined ? undefined : { days: value.days, unit: value.unit ?? 'workday', notCounted: ['correction'] };
}

const intakeRule = { CN: 'correction-notice', VN: 'return-for-supplement' } as const;

/** Reasons for which this item's clock may stand still (行政许可法 45; the item says which it knows). */
export function pausesOf(item: Item): string[] {
  return (item.limits.notCounted ?? []).map((pause) => (typeof pause === 'string' ? pause : pause.key));
}

function cutOffOf({ law, receivedOn }: Counting): CutOff | undefined {
  return legalRule(law, 'cut-off', receivedOn)?.value as CutOff | undefined;
}

/** The days that follow from the ledger, to be stored for lists only. What is due next depends on the state: intake, the promise, the delivery. */
export function deadlinesOf(state: State, ledger: Ledger, counting: Counting): Deadlines {
  const due = (clock: ClockName) => {
    const rule = clockRule(clock, counting);
    return (rule && dueDay(ledger, rule)) ?? null;
  };
  const statutoryBy = due('statutory');
  const promisedBy = due('promised');
  const next: Partial<Record<State, () => Day | null>> = {
    submitted: () => due('intake'),
    correction: () => due('supplement'),
    review: () => promisedBy ?? statutoryBy,
    deciding: () => promisedBy ?? statutoryBy,
    decided: () => due('delivery'),
  };
  return { statutoryBy, promisedBy, dueOn: next[state]?.() ?? null };
}
