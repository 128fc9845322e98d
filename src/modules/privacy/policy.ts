import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Policy, policyName } from './rules/policy.ts';

/** The dated policy, data/retention. */
export const policy = parse(readFileSync(new URL('../../../data/retention/policy.yaml', import.meta.url), 'utf8')) as readonly Policy[];
export const policyId = policyName(policy);
