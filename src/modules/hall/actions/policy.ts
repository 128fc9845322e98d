import type { Action } from '#kernel/endpoint.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract/policy.ts';
import { insertPolicy, listPolicyVersions } from '../queries/policy.ts';
import { policyAt } from '../rules/policy.ts';

export const listPolicies: Action<typeof contract.listPolicies> = async ({ tx, now }) => {
  const versions = await listPolicyVersions(tx);
  const current = policyAt(versions, now)?.version;
  return {
    rows: versions.map(({ version, effectiveAt, rules, madeBy }) => ({
      version,
      effectiveAt: effectiveAt.toISOString(),
      inForce: version === current,
      rules,
      madeBy,
    })),
    nextCursor: null,
  };
};

const graceMs = 60_000;

export const publishPolicy: Action<typeof contract.publishPolicy> = async ({ tx, now, actor }, { version, effectiveAt, rules }) => {
  const effective = effectiveAt ? new Date(effectiveAt) : now;
  if (effective.getTime() < now.getTime() - graceMs) return refuse('begins_in_the_past');
  const newest = (await listPolicyVersions(tx))[0]?.version ?? 0;
  if (newest !== version) return refuse('stale_version', { version: newest });
  const next = { version: version + 1, effectiveAt: effective, rules, madeBy: actor.name };
  if ((await insertPolicy(tx, next, now)) !== 1) return refuse('stale_version', { version: newest });
  return { version: next.version, effectiveAt: effective.toISOString() };
};
