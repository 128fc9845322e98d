import type { Tx } from '#kernel/db.ts';
import type { Day } from '#kernel/workdays.ts';
import type { Slots } from '../contract/types.ts';
import { endStates, type State } from '../rules/states.ts';

export type EndedCase = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly state: State;
  readonly outcome: string | null;
  readonly endedAt: Date;
  readonly keepUntil: Day | null;
  readonly applicantId: string;
  readonly agentId: string | null;
  readonly slots: Slots;
};

const columns = 'case_id, case_no, item_code, item_version, state, outcome, ended_at, keep_until, applicant_id, agent_id, slots';
const isEnded = `ended_at is not null and erased_at is null and state = any($1)`;

/** Ended cases whose last day was not worked out by this policy yet. */
export function listUnplaced(tx: Tx, policy: string, limit: number) {
  return tx.rows<EndedCase>(
    `select ${columns} from cases.case_file where ${isEnded} and (keep_policy is null or keep_policy < $2 or keep_policy > $2) limit $3`,
    [endStates, policy, limit],
  );
}

export async function setKeepUntil(tx: Tx, caseId: string, { keepUntil, policy }: { keepUntil: Day; policy: string }): Promise<void> {
  await tx.run(
    `update cases.case_file set keep_until = $2, keep_policy = $3, erase_warned_at = case when keep_until = $2 then erase_warned_at end where case_id = $1`,
    [caseId, keepUntil, policy],
  );
}

/** Ended cases that are kept until before a day and whose applicants were not told yet, longest over first. */
export function listUnwarned(tx: Tx, before: Day, limit: number) {
  return tx.rows<EndedCase>(
    `select ${columns} from cases.case_file where ${isEnded} and keep_until < $2 and erase_warned_at is null order by keep_until limit $3 for update skip locked`,
    [endStates, before, limit],
  );
}

export async function setWarned(tx: Tx, caseId: string, now: Date): Promise<void> {
  await tx.run(`update cases.case_file set erase_warned_at = $2 where case_id = $1`, [caseId, now]);
}

/** Ended cases that are kept no longer, and whose applicants were told of it before an instant. */
export function listToErase(tx: Tx, { before, warnedBefore, limit }: { before: Day; warnedBefore: Date; limit: number }) {
  return tx.rows<EndedCase>(
    `select ${columns} from cases.case_file where ${isEnded} and keep_until < $2 and erase_warned_at <= $3 order by keep_until limit $4`,
    [endStates, before, warnedBefore, limit],
  );
}

/** Ended cases that should have gone: kept no longer, and told of before an instant, or not at all. */
export function listOverdue(tx: Tx, before: Day, warnedBefore: Date) {
  return tx.rows<{ caseNo: string; keepUntil: Day }>(
    `select case_no, keep_until from cases.case_file where ${isEnded} and keep_until < $2 and coalesce(erase_warned_at, '-infinity') <= $3 limit 100`,
    [endStates, before, warnedBefore],
  );
}

/** How many ended cases are kept no longer than a day, and how many of them were told of. */
export function countDue(tx: Tx, until: Day) {
  return tx.one<{ count: number; warned: number }>(
    `select count(*) as count, count(erase_warned_at) as warned from cases.case_file where ${isEnded} and keep_until < $2`,
    [endStates, until],
  );
}

export function lockEnded(tx: Tx, caseNo: string) {
  return tx.maybe<EndedCase>(`select ${columns} from cases.case_file where ${isEnded} and case_no = $2 for update`, [endStates, caseNo]);
}

/** Decided long enough ago, over, with nothing left to be checked: their identity papers have served. */
export function listWithPapers(tx: Tx, decidedBefore: Date, limit: number) {
  return tx.rows<EndedCase>(
    `select ${columns} from cases.case_file where ${isEnded} and decided_at < $2 and papers_erased_at is null and check_by is null
     order by decided_at limit $3 for update skip locked`,
    [endStates, decidedBefore, limit],
  );
}

export async function setPapersErased(tx: Tx, caseId: string, now: Date): Promise<void> {
  await tx.run(`update cases.case_file set papers_erased_at = $2 where case_id = $1`, [caseId, now]);
}

/** What these people still have going: papers of other cases that are not erased, and of drafts. */
export function listPapersElsewhere(tx: Tx, personIds: readonly string[], exceptCaseId: string) {
  return tx.rows<{ slots: Slots }>(
    `select slots from cases.case_file where (applicant_id = any($1::uuid[]) or agent_id = any($1::uuid[])) and case_id <> $2 and erased_at is null
       and (ended_at is null or papers_erased_at is null)
     union all select slots from cases.draft where person_id = any($1::uuid[]) and sent_case_no is null`,
    [personIds, exceptCaseId],
  );
}

export function listMessageFiles(tx: Tx, caseId: string) {
  return tx.rows<{ fileIds: string[] }>(`select file_ids from cases.message where case_id = $1`, [caseId]);
}

/** Leaves the tombstone: number, item, days, outcome. */
export async function setErased(
  tx: Tx,
  { caseId, caseNo }: { caseId: string; caseNo: string },
  { now, seal }: { now: Date; seal: string },
) {
  await tx.run(
    `update cases.case_file set erased_at = $2, log_seal = $3, applicant_id = '00000000-0000-0000-0000-000000000000', agent_id = null, applicant_name = '',
       applicant_phone = '', phone_last4 = '', holder_id = null, holder_name = null, leased_until = null, answers = '{}', slots = '{}', delivery = '{}',
       plan = null, correction = null, decision = null, marks = '{}', ledger = '{"segments":[],"extensions":[],"appointments":[]}',
       pause_reason = null, version = version + 1 where case_id = $1`,
    [caseId, now, seal],
  );
  await tx.run(`select cases.blank_log($1)`, [caseId]);
  await tx.run(`update cases.stage_task set done_by = null, done_by_name = null, opinion = null where case_id = $1`, [caseId]);
  await tx.run(`update cases.rating set words = null, follow_up = null, follow_up_by_name = null where case_id = $1`, [caseId]);
  await tx.run(`delete from cases.draft where sent_case_no = $1`, [caseNo]);
}

export type IdleDraft = {
  readonly draftId: string;
  readonly personId: string;
  readonly onBehalfOf: string | null;
  readonly itemCode: string;
  readonly updatedAt: Date;
};

/** Drafts that nobody has touched since an instant and whose owner was not told since. */
export function listUnwarnedDrafts(tx: Tx, untouchedSince: Date, limit: number) {
  return tx.rows<IdleDraft>(
    `select draft_id, person_id, on_behalf_of, item_code, updated_at from cases.draft
     where sent_case_no is null and updated_at < $1 and (erase_warned_at is null or erase_warned_at < updated_at)
     order by updated_at limit $2 for update skip locked`,
    [untouchedSince, limit],
  );
}

export async function setDraftWarned(tx: Tx, draftId: string, now: Date): Promise<void> {
  await tx.run(`update cases.draft set erase_warned_at = $2 where draft_id = $1`, [draftId, now]);
}

/** Forgets drafts that nobody has touched since an instant, though their owners were told; answers with what was in them. */
export function takeIdleDrafts(
  tx: Tx,
  { untouchedSince, warnedBefore, limit }: { untouchedSince: Date; warnedBefore: Date; limit: number },
) {
  return tx.rows<IdleDraft & { slots: Slots }>(
    `delete from cases.draft where draft_id in (
       select draft_id from cases.draft where sent_case_no is null and updated_at < $1 and erase_warned_at >= updated_at and erase_warned_at <= $2
       order by updated_at limit $3 for update skip locked)
     returning draft_id, person_id, on_behalf_of, item_code, updated_at, slots`,
    [untouchedSince, warnedBefore, limit],
  );
}

export function countIdleDrafts(tx: Tx, untouchedSince: Date) {
  return tx.one<{ count: number }>(`select count(*) as count from cases.draft where sent_case_no is null and updated_at < $1`, [
    untouchedSince,
  ]);
}
