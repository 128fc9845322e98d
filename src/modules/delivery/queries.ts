import type { Tx } from '#kernel/db.ts';
import type { HandoverState, Recipient, Way } from './contract.ts';

export type Handover = {
  readonly handoverId: string;
  readonly caseNo: string;
  readonly seq: number;
  readonly unitCode: string;
  readonly way: Way;
  readonly state: HandoverState;
  readonly code: string;
  readonly wrongCodes: number;
  readonly recipient: Recipient | null;
  readonly trackingNo: string | null;
  readonly bookedAt: Date | null;
  readonly doneAt: Date | null;
  readonly proof: Readonly<Record<string, string>> | null;
  readonly version: number;
  readonly createdAt: Date;
};
const columns = `handover_id, case_no, seq, unit_code, way, state, code, wrong_codes, recipient, tracking_no, booked_at, done_at, proof, version, created_at`;

type New = Pick<Handover, 'handoverId' | 'caseNo' | 'seq' | 'unitCode' | 'way' | 'state' | 'code' | 'recipient' | 'createdAt'>;

/** 0 when this decision's was there already. */
export function insertHandover(tx: Tx, row: New): Promise<number> {
  return tx.run(
    `insert into delivery.handover (handover_id, case_no, seq, unit_code, way, state, code, recipient, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint handover_once do nothing`,
    [row.handoverId, row.caseNo, row.seq, row.unitCode, row.way, row.state, row.code, json(row.recipient), row.createdAt],
  );
}

/** The latest one of a case that was not cancelled. */
export function findHandover(tx: Tx, caseNo: string): Promise<Handover | undefined> {
  return tx.maybe<Handover>(
    `select ${columns} from delivery.handover where case_no = $1 and state <> 'cancelled' order by seq desc limit 1`,
    [caseNo],
  );
}

export function findById(tx: Tx, handoverId: string): Promise<Handover | undefined> {
  return tx.maybe<Handover>(`select ${columns} from delivery.handover where handover_id = $1`, [handoverId]);
}

type Change = Partial<Pick<Handover, 'way' | 'state' | 'recipient' | 'trackingNo' | 'bookedAt' | 'doneAt' | 'proof'>>;

/** Compare-and-set on the version: 0 when somebody was faster. */
export function setHandover(tx: Tx, before: Handover, change: Change): Promise<number> {
  const next = { ...before, ...change };
  return tx.run(
    `update delivery.handover set version = version + 1, way = $3, state = $4, recipient = $5, tracking_no = $6, booked_at = $7, done_at = $8, proof = $9
     where handover_id = $1 and version = $2`,
    [
      before.handoverId,
      before.version,
      next.way,
      next.state,
      json(next.recipient),
      next.trackingNo,
      next.bookedAt,
      next.doneAt,
      json(next.proof),
    ],
  );
}

export async function countWrongCode(tx: Tx, handoverId: string): Promise<void> {
  await tx.run(`update delivery.handover set wrong_codes = wrong_codes + 1 where handover_id = $1`, [handoverId]);
}

export function setCancelled(tx: Tx, caseNo: string): Promise<number> {
  return tx.run(
    `update delivery.handover set state = 'cancelled', version = version + 1 where case_no = $1 and state not in ('delivered', 'cancelled')`,
    [caseNo],
  );
}

export function listReadyByCode(tx: Tx, code: string): Promise<Pick<Handover, 'caseNo' | 'unitCode'>[]> {
  return tx.rows(
    `select case_no, unit_code from delivery.handover where code = $1 and state = 'ready' and way = 'counter' order by created_at limit 20`,
    [code],
  );
}

/** Parcels under way, the longest unasked first; what is asked now is not asked again in the same turn. */
export function takeOnTheWay(tx: Tx, { now, before, limit }: { now: Date; before: Date; limit: number }): Promise<Handover[]> {
  return tx.rows<Handover>(
    `update delivery.handover set asked_at = $1 where handover_id in (
       select handover_id from delivery.handover
       where state in ('booked', 'picked_up', 'in_transit', 'out_for_delivery') and (asked_at is null or asked_at <= $2)
       order by asked_at nulls first limit $3 for update skip locked)
     returning ${columns}`,
    [now, before, limit],
  );
}

export type Step = { readonly state: HandoverState; readonly at: Date };

export function insertStep(
  tx: Tx,
  { handoverId, trackingNo, state, at }: Step & { handoverId: string; trackingNo: string },
): Promise<number> {
  return tx.run(`insert into delivery.parcel_step (handover_id, tracking_no, state, at) values ($1, $2, $3, $4) on conflict do nothing`, [
    handoverId,
    trackingNo,
    state,
    at,
  ]);
}

export function listSteps(tx: Tx, handoverId: string): Promise<Step[]> {
  return tx.rows<Step>(`select state, at from delivery.parcel_step where handover_id = $1 order by at, state`, [handoverId]);
}

/** Where a case's result went and who took it. */
export async function forgetHandovers(tx: Tx, caseNo: string): Promise<void> {
  await tx.run(`update delivery.handover set recipient = null, proof = null, tracking_no = null where case_no = $1`, [caseNo]);
}

export function exportHandovers(tx: Tx, caseNos: readonly string[]) {
  return tx.rows<Readonly<Record<string, unknown>>>(
    `select case_no, way, state, recipient, tracking_no, proof, created_at, done_at from delivery.handover where case_no = any($1) order by created_at`,
    [caseNos],
  );
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
