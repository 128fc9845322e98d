import type { Tx } from '#kernel/db.ts';
import type { CaseFile, StageTask } from '../rules/case-file.ts';
import type { Ledger } from '../rules/clock.ts';

const columns = `case_id, case_no, region, item_code, item_version, item_name, unit_code, intake_unit, state, lane, channel, version, applicant_id, agent_id,
  applicant_name, applicant_phone, phone_last4, language, holder_id, holder_name, leased_until, answers, slots, delivery, plan, ledger, correction, decision,
  received_at, accepted_at, decided_at, ended_at, statutory_by, promised_by, due_on, paused_at, pause_reason, outcome, marks, owed_by, check_by, last_seq, last_hash, touched_at`;

/** The case, locked until the transaction ends: every act begins here, so acts on one case stand in line. */
export async function lockCase(tx: Tx, caseNo: string): Promise<CaseFile | undefined> {
  return revive(
    await tx.maybe<CaseFile>(`select ${columns} from cases.case_file where case_no = $1 and erased_at is null for update`, [caseNo]),
  );
}

export async function findCase(tx: Tx, caseNo: string): Promise<CaseFile | undefined> {
  return revive(await tx.maybe<CaseFile>(`select ${columns} from cases.case_file where case_no = $1 and erased_at is null`, [caseNo]));
}

/** A ledger's instants are text in JSON. */
function revive(file: CaseFile | undefined): CaseFile | undefined {
  return file && { ...file, ledger: reviveLedger(file.ledger) };
}

export function reviveLedger(ledger: Ledger): Ledger {
  return {
    segments: ledger.segments.map((segment) => ({
      ...segment,
      from: new Date(segment.from),
      ...(segment.to ? { to: new Date(segment.to) } : {}),
    })),
    extensions: ledger.extensions.map((extension) => ({ ...extension, at: new Date(extension.at) })),
    appointments: ledger.appointments.map((appointment) => ({ ...appointment, at: new Date(appointment.at) })),
  };
}

export type LogEntry = {
  readonly seq: number;
  readonly act: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly beforeState: string | null;
  readonly afterState: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
};

/** A new case with its first log entry, in one statement that travels with the commit. */
export function sendCase(tx: Tx, file: CaseFile, entry: LogEntry): void {
  tx.send(
    `with filed as (
       insert into cases.case_file (case_id, case_no, region, item_code, item_version, item_name, unit_code, intake_unit, state, lane, channel, applicant_id, agent_id,
         applicant_name, applicant_phone, phone_last4, language, answers, slots, delivery, ledger, received_at, due_on, last_seq, last_hash, touched_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'submitted', 'normal', $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $20)
       returning case_id)
     insert into cases.action (case_id, seq, act, at, actor_id, actor_name, before_state, after_state, reason, detail, hash)
     select case_id, $22, $24, $20, $25, $26, null, 'submitted', null, $27, $23 from filed`,
    [
      file.caseId,
      file.caseNo,
      file.region,
      file.itemCode,
      file.itemVersion,
      file.itemName,
      file.unitCode,
      file.intakeUnit,
      file.channel,
      file.applicantId,
      file.agentId,
      file.applicantName,
      file.applicantPhone,
      file.phoneLast4,
      file.language,
      JSON.stringify(file.answers),
      JSON.stringify(file.slots),
      JSON.stringify(file.delivery),
      JSON.stringify(file.ledger),
      file.receivedAt,
      file.dueOn,
      entry.seq,
      entry.hash,
      entry.act,
      entry.actorId,
      entry.actorName,
      JSON.stringify(entry.detail),
    ],
  );
}

/** The case after an act and the act's log entry, compare-and-set on the version: 0 when somebody was faster. */
export function setCase(tx: Tx, file: CaseFile, entry: LogEntry): Promise<number> {
  return tx.run(
    `with changed as (
       update cases.case_file set version = version + 1, state = $3, lane = $4, holder_id = $5, holder_name = $6, leased_until = $7, answers = $8, slots = $9, delivery = $10,
         plan = $11, ledger = $12, correction = $13, decision = $14, accepted_at = $15, decided_at = $16, ended_at = $17, statutory_by = $18, promised_by = $19, due_on = $20,
         paused_at = $21, pause_reason = $22, outcome = $23, unit_code = $24, last_seq = $25, last_hash = $26, touched_at = $27,
         marks = $34, owed_by = $35, check_by = $36,
         keep_until = case when $17::timestamptz is not null then keep_until end, keep_policy = case when $17 is not null then keep_policy end,
         erase_warned_at = case when $17 is not null then erase_warned_at end
       where case_id = $1 and version = $2 returning case_id)
     insert into cases.action (case_id, seq, act, at, actor_id, actor_name, before_state, after_state, reason, detail, hash)
     select case_id, $25, $28, $27, $29, $30, $31, $3, $32, $33, $26 from changed`,
    valuesOf(file, entry),
  );
}

function valuesOf(file: CaseFile, entry: LogEntry): unknown[] {
  return [
    file.caseId,
    file.version,
    file.state,
    file.lane,
    file.holderId,
    file.holderName,
    file.leasedUntil,
    JSON.stringify(file.answers),
    JSON.stringify(file.slots),
    JSON.stringify(file.delivery),
    json(file.plan),
    JSON.stringify(file.ledger),
    json(file.correction),
    json(file.decision),
    file.acceptedAt,
    file.decidedAt,
    file.endedAt,
    file.statutoryBy,
    file.promisedBy,
    file.dueOn,
    file.pausedAt,
    file.pauseReason,
    file.outcome,
    file.unitCode,
    entry.seq,
    entry.hash,
    entry.at,
    entry.act,
    entry.actorId,
    entry.actorName,
    entry.beforeState,
    entry.reason,
    JSON.stringify(entry.detail),
    JSON.stringify(file.marks),
    file.owedBy,
    file.checkBy,
  ];
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

export function listActions(tx: Tx, caseId: string): Promise<LogEntry[]> {
  return tx.rows<LogEntry>(
    `select seq, act, at, actor_id, actor_name, before_state, after_state, reason, detail, hash from cases.action where case_id = $1 order by seq`,
    [caseId],
  );
}

const taskColumns = `task_key, step, unit_code, kind, due_on, state, opened_at, done_by, done_by_name, done_at, outcome, opinion`;

export function listTasks(tx: Tx, caseId: string): Promise<StageTask[]> {
  return tx.rows<StageTask>(`select ${taskColumns} from cases.stage_task where case_id = $1 order by opened_at, step, task_key`, [caseId]);
}

// Asked by the case's number, these travel with the question for the case itself.
const byNumber = `where case_id = (select case_id from cases.case_file where case_no = $1)`;

export function listTasksByNo(tx: Tx, caseNo: string): Promise<StageTask[]> {
  return tx.rows<StageTask>(`select ${taskColumns} from cases.stage_task ${byNumber} order by opened_at, step, task_key`, [caseNo]);
}

/** The log without what its entries hold in detail: who did what, when. */
export function listCourseByNo(tx: Tx, caseNo: string): Promise<Omit<LogEntry, 'detail' | 'actorId'>[]> {
  return tx.rows(`select seq, act, at, actor_name, before_state, after_state, reason, hash from cases.action ${byNumber} order by seq`, [
    caseNo,
  ]);
}

export async function insertTask(
  tx: Tx,
  caseId: string,
  task: { taskKey: string; step: number; unitCode: string; kind: string; dueOn: string | null; openedAt: Date },
): Promise<void> {
  await tx.run(
    `insert into cases.stage_task (case_id, task_key, step, unit_code, kind, due_on, state, opened_at) values ($1, $2, $3, $4, $5, $6, 'open', $7)`,
    [caseId, task.taskKey, task.step, task.unitCode, task.kind, task.dueOn, task.openedAt],
  );
}

export async function closeTask(
  tx: Tx,
  caseId: string,
  task: {
    taskKey: string;
    state: 'done' | 'skipped';
    at: Date;
    by: string | null;
    byName: string;
    outcome: string | null;
    opinion: string | null;
  },
): Promise<void> {
  await tx.run(
    `update cases.stage_task set state = $3, done_at = $4, done_by = $5, done_by_name = $6, outcome = $7, opinion = $8 where case_id = $1 and task_key = $2 and state = 'open'`,
    [caseId, task.taskKey, task.state, task.at, task.by, task.byName, task.outcome, task.opinion],
  );
}
