import type { Tx } from '#kernel/db.ts';
import type { State } from '../rules/states.ts';

/** Numbers of open cases in a state whose next due day has come; the rule decides what follows. */
export async function listDue(tx: Tx, state: State, { upTo, limit }: { upTo: string; limit: number }): Promise<string[]> {
  const rows = await tx.rows<{ caseNo: string }>(
    `select case_no from cases.case_file where state = '${state}' and due_on is not null and due_on <= $1 order by due_on, case_id limit $2`,
    [upTo, limit],
  );
  return rows.map((row) => row.caseNo);
}

/** Cases of Vietnamese items that near their due day and have not said sorry yet. */
export async function listNearDue(
  tx: Tx,
  { upTo, regions, limit }: { upTo: string; regions: readonly string[]; limit: number },
): Promise<string[]> {
  const rows = await tx.rows<{ caseNo: string }>(
    `select case_no from cases.case_file where state in ('review', 'deciding') and region = any($2) and promised_by is not null and promised_by <= $1
       and ledger->'appointments' = '[]'::jsonb order by promised_by, case_id limit $3`,
    [upTo, regions, limit],
  );
  return rows.map((row) => row.caseNo);
}

/** Open cases of which the law reads something into silence, and whose limit has passed: the law's, or the promise where there is none. */
export async function listPassed(tx: Tx, { before, limit }: { before: string; limit: number }): Promise<string[]> {
  const rows = await tx.rows<{ caseNo: string }>(
    `select case_no from cases.case_file
     where marks ? 'silence' and state in ('review', 'deciding') and coalesce(statutory_by, promised_by) < $1 and paused_at is null
     order by coalesce(statutory_by, promised_by), case_id limit $2`,
    [before, limit],
  );
  return rows.map((row) => row.caseNo);
}

/** Cases in review whose plan lets silence speak, with a stage that is past its day. */
export async function listSilent(tx: Tx, { today, limit }: { today: string; limit: number }): Promise<string[]> {
  const rows = await tx.rows<{ caseNo: string }>(
    `select distinct c.case_no from cases.stage_task t join cases.case_file c using (case_id)
     where t.state = 'open' and t.due_on < $1 and c.state = 'review'
       and jsonb_path_exists(c.plan, '$[*].tasks[*] ? (@.key == $key && @.late == "no-objection")', jsonb_build_object('key', t.task_key))
     limit $2`,
    [today, limit],
  );
  return rows.map((row) => row.caseNo);
}

/** Cases that owe a paper by a day that is near or past, and were not reminded of it yet. */
export async function listOwing(tx: Tx, { today, upTo, limit }: { today: string; upTo: string; limit: number }): Promise<string[]> {
  const rows = await tx.rows<{ caseNo: string }>(
    `select case_no from cases.case_file where owed_by <= $2
       and (owed_by < $1 or coalesce(marks->'owing'->>'remindedFor', '') < owed_by::text) order by owed_by, case_id limit $3`,
    [today, upTo, limit],
  );
  return rows.map((row) => row.caseNo);
}

export async function listServed(tx: Tx, { before, limit }: { before: Date; limit: number }): Promise<string[]> {
  const rows = await tx.rows<{ caseNo: string }>(
    `select case_no from cases.case_file where state = 'served' and touched_at < $1 order by touched_at limit $2`,
    [before, limit],
  );
  return rows.map((row) => row.caseNo);
}

/** Every open case of some regions, in pages: a changed calendar touches them all. */
export function listOpenAfter(
  tx: Tx,
  { regions, after, limit }: { regions: readonly string[]; after: string; limit: number },
): Promise<{ caseId: string; caseNo: string }[]> {
  return tx.rows<{ caseId: string; caseNo: string }>(
    `select case_id, case_no from cases.case_file where state in ('submitted', 'correction', 'review', 'deciding', 'decided') and region = any($1) and case_id > $2 order by case_id limit $3`,
    [regions, after, limit],
  );
}

/** Cases with their log in order, in pages, for checking every chain. */
export function listChains(tx: Tx, after: string, limit: number) {
  return tx.rows<{ caseId: string; caseNo: string; lastSeq: number; lastHash: string; logSeal: string | null; version: number }>(
    `select case_id, case_no, last_seq, last_hash, log_seal, version from cases.case_file where case_id > $1 order by case_id limit $2`,
    [after, limit],
  );
}
export async function deleteOldPresence(tx: Tx, before: Date): Promise<void> {
  await tx.run(`delete from cases.presence where seen_at < $1`, [before]);
}
