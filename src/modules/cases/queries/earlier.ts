import type { Tx } from '#kernel/db.ts';

export type Earlier = {
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly receivedAt: Date;
  readonly answers: Readonly<Record<string, unknown>>;
};

/** The latest applications of a person that the reader has sent as well, for the person or as the person: nobody reads here what somebody else has answered. */
export function listEarlier(tx: Tx, { applicantId, readerId }: { applicantId: string; readerId: string }): Promise<Earlier[]> {
  return tx.rows<Earlier>(
    `select item_code, item_version, received_at, answers from cases.case_file
     where applicant_id = $1 and (applicant_id = $2 or agent_id = $2) order by received_at desc limit 10`,
    [applicantId, readerId],
  );
}
