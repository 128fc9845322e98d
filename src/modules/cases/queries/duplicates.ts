import type { Tx } from '#kernel/db.ts';
import type { Candidate } from '../rules/duplicates.ts';

/** Cases of the same item since an instant by the same applicant, or by somebody who handed in one of these files: perhaps the same matter twice. */
export function listCandidates(
  tx: Tx,
  file: { caseId: string; applicantId: string; itemCode: string },
  { since, copies }: { since: Date; copies: readonly { fileId: string; ownerId: string }[] },
): Promise<Candidate[]> {
  return tx.rows<Candidate>(
    `select case_no, state, received_at, applicant_id, answers,
       jsonb_path_query_array(slots, '$.*.fileIds[*]') ?| $5::text[] as same_file
     from cases.case_file
     where (applicant_id = $1 or applicant_id = any($4::uuid[]) or agent_id = any($4::uuid[])) and item_code = $2 and received_at >= $3 and case_id <> $6
       and (applicant_id = $1 or jsonb_path_query_array(slots, '$.*.fileIds[*]') ?| $5::text[])
     order by received_at desc limit 10`,
    [
      file.applicantId,
      file.itemCode,
      since,
      [...new Set(copies.map(({ ownerId }) => ownerId))],
      copies.map(({ fileId }) => fileId),
      file.caseId,
    ],
  );
}
