import type { Tx } from '#kernel/db.ts';
import type { Measured } from '../rules/measured.ts';
import { type Scope, unitsOf } from '../scope.ts';

export type Ending = {
  readonly caseNo: string;
  readonly seq: number;
  readonly kind: 'decided' | 'not-accepted';
  readonly at: Date;
  readonly onDay: string;
  readonly unitCode: string;
  readonly itemCode: string;
  readonly officerName: string;
  readonly outcome: string;
  readonly reason: string;
  readonly onTime: boolean | null;
  readonly usedDays: number | null;
  readonly promisedDays: number | null;
  readonly statutoryDays: number | null;
  readonly dayUnit: string | null;
};

export async function insertEnding(tx: Tx, ending: Ending): Promise<void> {
  await tx.run(
    `insert into supervision.ending (case_no, seq, kind, at, on_day, unit_code, item_code, officer_name, outcome, reason, on_time, used_days, promised_days, statutory_days, day_unit)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
    [
      ending.caseNo,
      ending.seq,
      ending.kind,
      ending.at,
      ending.onDay,
      ending.unitCode,
      ending.itemCode,
      ending.officerName,
      ending.outcome,
      ending.reason,
      ending.onTime,
      ending.usedDays,
      ending.promisedDays,
      ending.statutoryDays,
      ending.dayUnit,
    ],
  );
}

const inScope = `($1::text[] is null or unit_code = any($1) or unit_code like any($2::text[]))`;

/** Decisions since a day, summed by unit and item: how many, how many in time, how many days they took. */
export function listMeasured(tx: Tx, scope: Scope, since: string): Promise<Measured[]> {
  return tx.rows<Measured>(
    `select unit_code, item_code, day_unit, count(*) as n, count(*) filter (where on_time) as on_time, sum(used_days) as used_days,
       max(promised_days) as promised_days, max(statutory_days) as statutory_days
     from supervision.ending where kind = 'decided' and on_day >= $3 and used_days is not null and ${inScope} group by 1, 2, 3`,
    [...unitsOf(scope), since],
  );
}

export type DayCount = { readonly onDay: string; readonly n: number; readonly onTime: number };

export function listByDay(tx: Tx, scope: Scope, since: string): Promise<DayCount[]> {
  return tx.rows<DayCount>(
    `select on_day, count(*) as n, count(*) filter (where on_time) as on_time
     from supervision.ending where kind = 'decided' and on_day >= $3 and ${inScope} group by 1 order by 1`,
    [...unitsOf(scope), since],
  );
}

/** Refused at the window, newest first, each with its reason. */
export function listRefused(tx: Tx, scope: Scope, { since, limit }: { since: Date; limit: number }): Promise<Ending[]> {
  return tx.rows<Ending>(
    `select case_no, seq, kind, at, on_day, unit_code, item_code, officer_name, outcome, reason, on_time, used_days, promised_days, statutory_days, day_unit
     from supervision.ending where kind = 'not-accepted' and at >= $3 and ${inScope} order by at desc, case_no limit $4`,
    [...unitsOf(scope), since, limit],
  );
}

export async function countRefused(tx: Tx, scope: Scope, since: Date): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    `select count(*) as count from supervision.ending where kind = 'not-accepted' and at >= $3 and ${inScope}`,
    [...unitsOf(scope), since],
  );
  return count;
}

/** How many matters of each item came in or ended since an instant. */
export async function countByItem(tx: Tx, since: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ itemCode: string; count: number }>(
    `select item_code, count(*) as count from (
       select item_code from supervision.ending where at > $1
       union all select item_code from cases.public_open_case where received_at > $1) as lately
     group by item_code`,
    [since],
  );
  return new Map(rows.map(({ itemCode, count }) => [itemCode, count]));
}

/** What an ending's reason said about somebody; the figures stay. */
export async function forgetReasons(tx: Tx, caseNo: string): Promise<void> {
  await tx.run(`update supervision.ending set reason = '' where case_no = $1`, [caseNo]);
}
