import type { PolicyRules } from '../contract/policy.ts';

export type PolicyVersion = { readonly version: number; readonly effectiveAt: Date; readonly rules: PolicyRules; readonly madeBy: string };

/** The version that holds at an instant: the latest to begin, and of those that begin together the newest. */
export function policyAt(versions: readonly PolicyVersion[], at: Date): PolicyVersion | undefined {
  return versions
    .filter(({ effectiveAt }) => effectiveAt <= at)
    .sort((a, b) => b.effectiveAt.getTime() - a.effectiveAt.getTime() || b.version - a.version)[0];
}
