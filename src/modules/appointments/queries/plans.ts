import type { Tx } from '#kernel/db.ts';
import { newId } from '#kernel/ids.ts';
import type { Day } from '#kernel/workdays.ts';
import type { ResourceKind } from '../rules/cells.ts';
import type { ExceptionDay, Plan } from '../rules/plan.ts';

export type PlanRow = { readonly place: string; readonly version: number; readonly validFrom: Day; readonly body: Plan };
export type ResourceRow = {
  readonly resourceId: number;
  readonly place: string;
  readonly kind: ResourceKind;
  readonly ref: string;
  readonly publicId: string;
};

export async function getPlanEdition(tx: Tx): Promise<string> {
  return String((await tx.one<{ edition: number }>(`select edition from appointments.plan_edition`)).edition);
}

/** Whoever changes a plan waits here before reading which version is the latest. */
export async function lockPlans(tx: Tx): Promise<void> {
  await tx.run(`select edition from appointments.plan_edition for update`);
}

/** Locks too: changes of plans come one after the other. */
export async function raisePlanEdition(tx: Tx): Promise<void> {
  await tx.run(`update appointments.plan_edition set edition = edition + 1`);
}

export function listPlans(tx: Tx): Promise<PlanRow[]> {
  return tx.rows<PlanRow>(`select place, version, valid_from, body from appointments.plan order by place, version desc`);
}

export function listExceptions(tx: Tx): Promise<(ExceptionDay & { place: string })[]> {
  return tx.rows(
    `select distinct on (place, day) place, day, spans, reason from appointments.exception_day order by place, day, version desc`,
  );
}

export function listResources(tx: Tx): Promise<ResourceRow[]> {
  return tx.rows<ResourceRow>(`select resource_id, place, kind, ref, public_id from appointments.resource order by resource_id`);
}

export async function insertPlan(tx: Tx, row: PlanRow & { savedBy: string | null; savedAt: Date }): Promise<void> {
  await tx.run(`insert into appointments.plan (place, version, valid_from, body, saved_by, saved_at) values ($1, $2, $3, $4, $5, $6)`, [
    row.place,
    row.version,
    row.validFrom,
    JSON.stringify(row.body),
    row.savedBy,
    row.savedAt,
  ]);
}

export async function insertException(tx: Tx, row: ExceptionDay & { place: string; savedBy: string | null; savedAt: Date }): Promise<void> {
  await tx.run(
    `insert into appointments.exception_day (place, day, version, spans, reason, saved_by, saved_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6 from appointments.exception_day where place = $1 and day = $2`,
    [row.place, row.day, JSON.stringify(row.spans), JSON.stringify(row.reason), row.savedBy, row.savedAt],
  );
}

/** The hall first: whoever locks in the order of ids locks roots before what is below them. */
export async function ensureResources(tx: Tx, place: string, wanted: readonly { kind: ResourceKind; ref: string }[]): Promise<void> {
  await tx.run(
    `insert into appointments.resource (place, kind, ref, public_id)
     select $1, w.kind, w.ref, w.id from unnest($2::text[], $3::text[], $4::uuid[]) with ordinality as w (kind, ref, id, position)
     order by w.position on conflict (place, kind, ref) do nothing`,
    [place, wanted.map(({ kind }) => kind), wanted.map(({ ref }) => ref), wanted.map(() => newId())],
  );
}
