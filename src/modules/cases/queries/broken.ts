import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';

/** A paper that was promised and did not come, or was declared falsely. */
export type Broken = { readonly caseNo: string; readonly itemName: Text; readonly at: Date; readonly act: string; readonly count: number };

/** What one applicant promised and did not keep, newest first. */
export function listBroken(tx: Tx, { applicantId, since }: { applicantId: string; since: Date }): Promise<Broken[]> {
  return tx.rows<Broken>(
    `select c.case_no, c.item_name, a.at, a.act, jsonb_array_length(a.detail->'broken') as count
     from cases.case_file c join cases.action a using (case_id)
     where c.applicant_id = $1 and a.detail ? 'broken' and a.at >= $2 order by a.at desc limit 10`,
    [applicantId, since],
  );
}
