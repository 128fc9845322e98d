import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import type { State } from '../rules/states.ts';

export type OwnCase = {
  caseId: string;
  caseNo: string;
  itemName: Text;
  state: State;
  receivedAt: Date;
  dueOn: string | null;
  applicantName: string;
};

/** Somebody, and whom they act for now: principals with one item each, or with none for every item. */
export type Applicants = {
  readonly personId: string;
  readonly principalIds: readonly string[];
  readonly items: readonly (string | null)[];
};

/** One's own cases, and those one handles under a mandate that is still in force. */
export const ownOrActedFor = (
  own: string,
  [personId, principals, items]: readonly [string, string, string],
) => `(${own}.applicant_id = ${personId}
  or (${own}.agent_id = ${personId} and exists (
    select from unnest(${principals}::uuid[], ${items}::text[]) as m (principal_id, item)
    where m.principal_id = ${own}.applicant_id and (m.item is null or m.item = ${own}.item_code))))`;

export function listOfPerson(
  tx: Tx,
  { personId, principalIds, items }: Applicants,
  { before, limit }: { before: { receivedAt: Date; caseId: string } | undefined; limit: number },
): Promise<OwnCase[]> {
  return tx.rows<OwnCase>(
    `select case_id, case_no, item_name, state, received_at, due_on, applicant_name from cases.case_file c
     where ${ownOrActedFor('c', ['$1', '$5', '$6'])} and ($2::timestamptz is null or (received_at, case_id) < ($2, $3::uuid))
     order by received_at desc, case_id desc limit $4`,
    [personId, before?.receivedAt ?? null, before?.caseId ?? null, limit, principalIds, items],
  );
}

export function findCaseState(tx: Tx, caseNo: string) {
  return tx.maybe<{ caseNo: string; state: State; version: number; receivedAt: Date }>(
    `select case_no, state, version, received_at from cases.case_file where case_no = $1`,
    [caseNo],
  );
}

export type MessageRow = { messageId: string; at: Date; fromOffice: boolean; authorName: string; body: string; fileIds: string[] };

export function listCaseMessages(tx: Tx, caseId: string): Promise<MessageRow[]> {
  return tx.rows<MessageRow>(
    `select message_id, at, from_office, author_name, body, file_ids from cases.message where case_id = $1 order by at, message_id`,
    [caseId],
  );
}

export async function insertMessage(tx: Tx, message: MessageRow & { caseId: string; authorId: string | null }): Promise<void> {
  await tx.run(
    `insert into cases.message (message_id, case_id, at, from_office, author_id, author_name, body, file_ids) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      message.messageId,
      message.caseId,
      message.at,
      message.fromOffice,
      message.authorId,
      message.authorName,
      message.body,
      message.fileIds,
    ],
  );
}

/** Marks the reader as present and answers who else has been in the last minute. */
export async function setPresence(tx: Tx, seen: { caseId: string; personId: string; name: string; at: Date }): Promise<{ name: string }[]> {
  await tx.run(
    `insert into cases.presence values ($1, $2, $3, $4) on conflict (case_id, person_id) do update set seen_at = excluded.seen_at`,
    [seen.caseId, seen.personId, seen.name, seen.at],
  );
  return listPresent(tx, seen);
}

export function listPresent(tx: Tx, { caseId, personId, at }: { caseId: string; personId: string; at: Date }): Promise<{ name: string }[]> {
  return tx.rows<{ name: string }>(
    `select name from cases.presence where case_id = $1 and person_id <> $2 and seen_at > $3 order by name`,
    [caseId, personId, new Date(at.getTime() - 60_000)],
  );
}

export type Rating = {
  grade: number;
  aspects: string[];
  words: string | null;
  at: Date;
  followUpBy: string | null;
  followedUpAt: Date | null;
  followUp: string | null;
};

export function findRating(tx: Tx, caseId: string): Promise<Rating | undefined> {
  return tx.maybe<Rating>(
    `select grade, aspects, words, at, follow_up_by, followed_up_at, follow_up from cases.rating where case_id = $1`,
    [caseId],
  );
}

/** False when the matter was rated before: once only. */
export async function insertRating(
  tx: Tx,
  rating: { caseId: string; at: Date; grade: number; aspects: readonly string[]; words: string | null; followUpBy: string | null },
): Promise<boolean> {
  return (
    (await tx.run(
      `insert into cases.rating (case_id, at, grade, aspects, words, follow_up_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [rating.caseId, rating.at, rating.grade, rating.aspects, rating.words, rating.followUpBy],
    )) === 1
  );
}

export type Recent = { caseNo: string; state: State; receivedAt: Date };

/** Other cases of the same applicant for the same item since an instant: perhaps the same matter twice. */
export function listRecentOf(tx: Tx, file: { caseId: string; applicantId: string; itemCode: string }, since: Date): Promise<Recent[]> {
  return tx.rows<Recent>(
    `select case_no, state, received_at from cases.case_file
     where applicant_id = $1 and item_code = $2 and received_at >= $3 and case_id <> $4 order by received_at desc limit 10`,
    [file.applicantId, file.itemCode, since, file.caseId],
  );
}
