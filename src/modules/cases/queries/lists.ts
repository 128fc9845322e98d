import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import type { State } from '../rules/states.ts';

export type ListedCase = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: Text;
  readonly applicantName: string;
  readonly state: State;
  readonly lane: string;
  readonly region: string;
  readonly unitCode: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly dueOn: string | null;
  readonly pauseReason: string | null;
  readonly pausedAt: Date | null;
  readonly receivedAt: Date;
  readonly version: number;
  readonly stage: string | null;
};

/** What a work list may be narrowed by. `intakeUnits` and `units` are the units the reader's roles hold in (with all below them). */
export type WorkFilter = {
  readonly states: readonly State[];
  readonly units?: readonly string[] | undefined;
  readonly intakeUnits?: readonly string[] | undefined;
  readonly taskUnits?: readonly string[] | undefined;
  readonly holder?: string | undefined;
  readonly unclaimed?: boolean | undefined;
  readonly claimedAfter?: Date | undefined;
  readonly item?: string | undefined;
  readonly dueBefore?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly paused?: boolean | undefined;
  readonly search?: string | undefined;
};
export type Position = { readonly dueOn: string; readonly caseId: string };

const never = '9999-12-31';

/** The filter as SQL; each part appears only when it is used, so that every combination has its own plan. */
function conditions(filter: WorkFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const below = (column: string, units: readonly string[]) =>
    `(${units.map((unit) => `(${column} = ${value(unit)} or ${column} like ${value(`${unit}/%`)})`).join(' or ') || 'false'})`;
  const parts = [`c.state in (${filter.states.map((state) => `'${state}'`).join(', ')})`];
  const places = [
    ...(filter.units ? [filter.units.includes('') ? 'true' : below('c.unit_code', filter.units)] : []),
    ...(filter.intakeUnits
      ? [
          `(c.state in ('submitted', 'correction', 'decided') and ${filter.intakeUnits.includes('') ? 'true' : below('c.intake_unit', filter.intakeUnits)})`,
        ]
      : []),
    ...(filter.taskUnits
      ? [
          `exists (select from cases.stage_task t where t.case_id = c.case_id and t.state = 'open' and ${filter.taskUnits.includes('') ? 'true' : below('t.unit_code', filter.taskUnits)})`,
        ]
      : []),
  ];
  if (places.length > 0) parts.push(`(${places.join(' or ')})`);
  if (filter.holder) parts.push(`c.holder_id = ${value(filter.holder)}`);
  if (filter.unclaimed) parts.push(`(c.holder_id is null or c.leased_until < ${value(filter.claimedAfter)})`);
  if (filter.item) parts.push(`c.item_code = ${value(filter.item)}`);
  if (filter.dueBefore) parts.push(`c.due_on < ${value(filter.dueBefore)}`);
  if (filter.dueOn) parts.push(`c.due_on = ${value(filter.dueOn)}`);
  if (filter.paused !== undefined) parts.push(filter.paused ? 'c.paused_at is not null' : 'c.paused_at is null');
  if (filter.search) {
    const typed = value(`%${filter.search.replace(/[\\%_]/g, '\\$&')}%`);
    parts.push(`(c.case_no = ${value(filter.search.toUpperCase())} or c.applicant_name ilike ${typed} or c.applicant_phone like ${typed})`);
  }
  return { where: parts.join(' and '), values };
}

/** One page of a work list, due first, keyset: page fifty costs what page one costs. */
export function listWork(
  tx: Tx,
  filter: WorkFilter,
  { after, limit }: { after: Position | undefined; limit: number },
): Promise<ListedCase[]> {
  const { where, values } = conditions(filter);
  const position = after
    ? ` and (coalesce(c.due_on, '${never}'), c.case_id) > ($${values.push(after.dueOn)}::date, $${values.push(after.caseId)}::uuid)`
    : '';
  return tx.rows<ListedCase>(
    `select c.case_id, c.case_no, c.item_code, c.item_name, c.applicant_name, c.state, c.lane, c.region, c.unit_code, c.holder_id, c.holder_name, c.due_on, c.pause_reason, c.paused_at,
       c.received_at, c.version, (select min(t.task_key) from cases.stage_task t where t.case_id = c.case_id and t.state = 'open') as stage
     from cases.case_file c where ${where}${position}
     order by coalesce(c.due_on, '${never}'), c.case_id limit ${limit}`,
    values,
  );
}

export function positionOf(row: Pick<ListedCase, 'dueOn' | 'caseId'>): Position {
  return { dueOn: row.dueOn ?? never, caseId: row.caseId };
}

/** Bounded: beyond `most` nobody counts on. */
export async function countWork(tx: Tx, filter: WorkFilter, most: number): Promise<number> {
  const { where, values } = conditions(filter);
  const { count } = await tx.one<{ count: number }>(
    `select count(*) as count from (select from cases.case_file c where ${where} limit ${most}) as counted`,
    values,
  );
  return count;
}

export type OwnCase = {
  caseId: string;
  caseNo: string;
  itemName: Text;
  state: State;
  receivedAt: Date;
  dueOn: string | null;
  applicantName: string;
};

export function listOfPerson(
  tx: Tx,
  personId: string,
  { before, limit }: { before: { receivedAt: Date; caseId: string } | undefined; limit: number },
): Promise<OwnCase[]> {
  return tx.rows<OwnCase>(
    `select case_id, case_no, item_name, state, received_at, due_on, applicant_name from cases.case_file
     where (applicant_id = $1 or agent_id = $1) and ($2::timestamptz is null or (received_at, case_id) < ($2, $3::uuid))
     order by received_at desc, case_id desc limit $4`,
    [personId, before?.receivedAt ?? null, before?.caseId ?? null, limit],
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
