import type { Day } from '#kernel/workdays.ts';

/** One rule of one law for as long as it holds: `validTo` is its last day, missing while it is in force. */
export type LegalRule = {
  readonly rule: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly law: string;
  readonly article: string;
  readonly validFrom: Day;
  readonly validTo?: Day;
  readonly doubt?: string;
};

export type LegalTable = { readonly jurisdiction: string; readonly zone: string; readonly rules: readonly LegalRule[] };

/** The rule that held on a day; of several, the one that came into force last. */
export function legalRule(table: LegalTable, rule: string, on: Day): LegalRule | undefined {
  return table.rules
    .filter((candidate) => candidate.rule === rule && candidate.validFrom <= on && (!candidate.validTo || on <= candidate.validTo))
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1);
}
