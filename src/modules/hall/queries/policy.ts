import type { Tx } from '#kernel/db.ts';
import type { PolicyVersion } from '../rules/policy.ts';

export function listPolicyVersions(tx: Tx): Promise<PolicyVersion[]> {
  return tx.rows<PolicyVersion>(`select version, effective_at, rules, made_by from hall.policy order by version desc`);
}

/** The version that holds at an instant (as rules/policy.ts says it). */
export function getPolicyAt(tx: Tx, at: Date): Promise<PolicyVersion> {
  return tx.one<PolicyVersion>(
    `select version, effective_at, rules, made_by from hall.policy where effective_at <= $1 order by effective_at desc, version desc limit 1`,
    [at],
  );
}

/** 0 when somebody published this version first. */
export function insertPolicy(tx: Tx, row: PolicyVersion, madeAt: Date): Promise<number> {
  return tx.run(
    `insert into hall.policy (version, effective_at, rules, made_by, made_at) values ($1, $2, $3, $4, $5) on conflict (version) do nothing`,
    [row.version, row.effectiveAt, JSON.stringify(row.rules), row.madeBy, madeAt],
  );
}

export function findPolicy(tx: Tx, version: number): Promise<PolicyVersion | undefined> {
  return tx.maybe<PolicyVersion>(`select version, effective_at, rules, made_by from hall.policy where version = $1`, [version]);
}
