import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import { type Applicants, ownOrActedFor } from './lists.ts';

export type LatestMessage = { caseNo: string; itemName: Text; region: string; at: Date; authorName: string; body: string };

/** The newest words of the office in all cases of one person. */
export function listLatestMessages(tx: Tx, { personId, principalIds, items }: Applicants, limit: number): Promise<LatestMessage[]> {
  return tx.rows<LatestMessage>(
    `select c.case_no, c.item_name, c.region, m.at, m.author_name, m.body
     from cases.message m join cases.case_file c using (case_id)
     where m.from_office and ${ownOrActedFor('c', ['$1', '$3', '$4'])} order by m.at desc limit $2`,
    [personId, limit, principalIds, items],
  );
}
