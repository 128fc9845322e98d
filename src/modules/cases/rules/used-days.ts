import type { CaseFile } from './case-file.ts';
import { explain, remaining } from './clock.ts';
import { clockRule, type Counting } from './deadlines.ts';

/** What a decision took against what was allowed, all three in the unit of the promise; the law's limit only where it counts in the same unit. */
export type UsedDays = {
  readonly used: number;
  readonly promised: number;
  readonly statutory: number | null;
  readonly unit: 'workday' | 'day';
};

/** 压缩时限, measured: days that counted until the clock of the promise was stopped, pauses left out. */
export function usedDays(file: Pick<CaseFile, 'ledger'>, counting: Counting, today: string): UsedDays | undefined {
  const rule = clockRule('promised', counting);
  const left = rule && remaining(file.ledger, rule, today);
  if (!rule || left === undefined) return undefined;
  const allowed = explain(file.ledger, rule).days.filter(({ counted }) => counted).length;
  const statutory = clockRule('statutory', counting)?.limit;
  const { days: promised, unit } = rule.limit;
  return { used: allowed - left, promised, statutory: statutory?.unit === unit ? statutory.days : null, unit };
}
