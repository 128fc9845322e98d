import type { Act } from '#kernel/endpoint.ts';
import { addDays, dayOf, instantAt } from '#kernel/workdays.ts';
import { findSite, forgetPlans, type Site } from './held.ts';
import { lastCellAt, putCaps } from './queries/cells.ts';
import { ensureResources, insertPlan, raisePlanEdition } from './queries/plans.ts';
import { cellsOfDay, type ResourceKind } from './rules/cells.ts';
import type { Plan } from './rules/plan.ts';

/** Cells are there a little longer than the last day that can be booked. */
const spareDays = 2;

export function resourcesOf(plan: Plan): readonly { kind: ResourceKind; ref: string }[] {
  return [
    { kind: 'hall', ref: '' },
    { kind: 'special', ref: '' },
    ...plan.zones.map(({ zone }) => ({ kind: 'zone' as const, ref: zone })),
    ...plan.windows.map(({ windowNo }) => ({ kind: 'window' as const, ref: windowNo })),
  ];
}

/** A new version of a place's plan with the resources it names. Cells are set by `setCaps`, in the same transaction. */
export async function writePlan(act: Act, row: { place: string; version: number; validFrom: string; body: Plan }): Promise<void> {
  await raisePlanEdition(act.tx);
  await insertPlan(act.tx, { ...row, savedBy: act.actor.personId ?? null, savedAt: act.now });
  await ensureResources(act.tx, row.place, resourcesOf(row.body));
  forgetPlans();
  act.afterCommit(forgetPlans);
}

/** The last day whose cells are kept ready. */
export function horizonOf(site: Site, now: Date): string {
  const today = dayOf(now, site.zone);
  return addDays(today, site.planOn(today).release.daysAhead + spareDays);
}

/** Sets the caps of some days as plan, hours and exceptions say; counters and bookings stay. */
export async function setCaps(act: Act, site: Site, { from, to }: { from: string; to: string }): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const cells = cellsOfDay(site.planOn(day), site.spansOn(day), { day, zone: site.zone });
    const byName = new Map(cells.map((one) => [`${one.kind}/${one.ref}`, one]));
    const rows = site.resources.map(({ resourceId, kind, ref }) => {
      const own = byName.get(`${kind}/${ref}`);
      return { resourceId, at: own?.at ?? [], bookingCap: own?.bookingCap ?? 0, personCap: own?.personCap ?? 0, kept: own?.kept ?? [] };
    });
    await putCaps(act.tx, rows, { from: instantAt(day, 0, site.zone), until: instantAt(day, 1440, site.zone) });
  }
}

/** Opens the days that have come within reach since the last time; does nothing when there are none. */
export async function openDays(act: Act, place: string): Promise<void> {
  const site = await findSite(act.tx, place);
  const hall = site?.resource('hall', '');
  if (!site || !hall) return;
  const last = await lastCellAt(act.tx, hall.resourceId);
  const today = dayOf(act.now, site.zone);
  const next = last ? addDays(dayOf(last, site.zone), 1) : today;
  await setCaps(act, site, { from: next < today ? today : next, to: horizonOf(site, act.now) });
}
