import type { Tx } from '#kernel/db.ts';

type Row = Readonly<Record<string, unknown>>;

/** Everything that is held of a person's own cases and drafts, as it lies here; of cases they handled for others only that they did. */
export async function exportCases(tx: Tx, personId: string): Promise<Record<string, readonly Row[]>> {
  const own = `case_id in (select case_id from cases.case_file where applicant_id = $1 and erased_at is null)`;
  const all = (text: string) => tx.rows<Row>(text, [personId]);
  return {
    drafts: await all(`select * from cases.draft where person_id = $1 or on_behalf_of = $1 order by created_at`),
    cases: await all(
      `select case_no, item_code, item_version, item_name, state, channel, answers, slots, delivery, ledger, correction, decision, received_at, accepted_at,
         decided_at, ended_at, due_on, outcome, applicant_name, applicant_phone, keep_until
       from cases.case_file where applicant_id = $1 and erased_at is null order by received_at`,
    ),
    log: await all(
      `select c.case_no, a.seq, a.act, a.at, a.actor_name, a.after_state, a.reason, a.detail, a.hash from cases.action a join cases.case_file c using (case_id)
       where ${own} order by c.received_at, a.seq`,
    ),
    messages: await all(`select case_id, at, from_office, author_name, body, file_ids from cases.message where ${own} order by at`),
    ratings: await all(`select case_id, at, grade, aspects, words, follow_up from cases.rating where ${own} order by at`),
    handledForOthers: await all(
      `select case_no, item_name, received_at from cases.case_file where agent_id = $1 and erased_at is null order by received_at`,
    ),
  };
}
