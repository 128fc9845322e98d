import type { Tx } from '#kernel/db.ts';
import type { AlertState } from '../contract/alerts.ts';

export type AlertRow = {
  readonly alertNo: string;
  readonly screeningId: string;
  readonly venueCode: string;
  readonly unitCode: string;
  readonly told: string | null;
  readonly place: string;
  readonly state: AlertState;
  readonly raisedAt: Date;
  readonly dueBy: Date;
  readonly receivedAt: Date | null;
  readonly reportedAt: Date | null;
  readonly reportNo: string | null;
  readonly closedAt: Date | null;
  readonly result: string | null;
  readonly version: number;
};
const columns = `alert_no, screening_id, venue_code, unit_code, told, place, state, raised_at, due_by, received_at, reported_at, report_no, closed_at, result, version`;

export async function insertAlert(
  tx: Tx,
  row: Pick<AlertRow, 'alertNo' | 'screeningId' | 'venueCode' | 'unitCode' | 'told' | 'place' | 'raisedAt' | 'dueBy'>,
): Promise<void> {
  await tx.run(
    `insert into hall.alert (alert_no, screening_id, venue_code, unit_code, told, place, state, raised_at, due_by) values ($1, $2, $3, $4, $5, $6, 'open', $7, $8)`,
    [row.alertNo, row.screeningId, row.venueCode, row.unitCode, row.told, row.place, row.raisedAt, row.dueBy],
  );
}

export function findAlert(tx: Tx, alertNo: string): Promise<AlertRow | undefined> {
  return tx.maybe<AlertRow>(`select ${columns} from hall.alert where alert_no = $1`, [alertNo]);
}

export function findAlertOf(tx: Tx, screeningId: string): Promise<AlertRow | undefined> {
  return tx.maybe<AlertRow>(`select ${columns} from hall.alert where screening_id = $1`, [screeningId]);
}

/** The open ones first, the most pressing on top. */
export function listAllAlerts(tx: Tx, state: AlertState | undefined): Promise<AlertRow[]> {
  return tx.rows<AlertRow>(
    `select ${columns} from hall.alert where $1::text is null or state = $1 order by state = 'closed', case when state = 'closed' then null else due_by end, raised_at desc limit 200`,
    [state ?? null],
  );
}

export type AlertChange = Partial<Pick<AlertRow, 'state' | 'receivedAt' | 'reportedAt' | 'reportNo' | 'closedAt' | 'result'>>;

/** Compare-and-set on the version: 0 when somebody was faster. */
export function setAlert(tx: Tx, before: AlertRow, change: AlertChange): Promise<number> {
  const next = { ...before, ...change };
  return tx.run(
    `update hall.alert set version = version + 1, state = $3, received_at = $4, reported_at = $5, report_no = $6, closed_at = $7, result = $8
     where alert_no = $1 and version = $2`,
    [before.alertNo, before.version, next.state, next.receivedAt, next.reportedAt, next.reportNo, next.closedAt, next.result],
  );
}

export async function insertStep(
  tx: Tx,
  step: { alertNo: string; seq: number; state: string; at: Date; by: string; note: string | null },
): Promise<void> {
  await tx.run(`insert into hall.alert_step (alert_no, seq, state, at, by_name, note) values ($1, $2, $3, $4, $5, $6)`, [
    step.alertNo,
    step.seq,
    step.state,
    step.at,
    step.by,
    step.note,
  ]);
}

export function listSteps(tx: Tx, alertNo: string): Promise<{ state: string; at: Date; byName: string; note: string | null }[]> {
  return tx.rows(`select state, at, by_name, note from hall.alert_step where alert_no = $1 order by seq`, [alertNo]);
}

/** A screening taken back takes its alert back, as long as nobody has taken it on. */
export async function closeAlertUndone(tx: Tx, { screeningId, at, by }: { screeningId: string; at: Date; by: string }): Promise<void> {
  await tx.run(
    `with closed as (update hall.alert set state = 'closed', closed_at = $2, result = 'undone', version = version + 1
       where screening_id = $1 and state = 'open' returning alert_no, version)
     insert into hall.alert_step (alert_no, seq, state, at, by_name, note) select alert_no, version, 'closed', $2, $3, 'undone' from closed`,
    [screeningId, at, by],
  );
}
