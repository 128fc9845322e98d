import type { Act } from '#kernel/endpoint.ts';
import { addDays, dayOf, instantAt } from '#kernel/workdays.ts';
import { closuresFrom } from '#modules/channels/index.ts';
import { forgetPlans, type Site } from './held.ts';
import { lastCellAt, putCaps } from './queries/cells.ts';
import { ensureResources, insertException, insertPlan, raisePlanEdition } from './queries/plans.ts';
import { cellsOfDay, type ResourceKind } from './rules/cells.ts';
import type { ExceptionDay, Plan } from './rules/plan.ts';

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
  act.afterCommit(forgetPlans);
}

/** Other hours on one day. */
export async function writeException(act: Act, place: string, exception: ExceptionDay): Promise<void> {
  await raisePlanEdition(act.tx);
  await insertException(act.tx, { place, ...exception, savedBy: act.actor.personId ?? null, savedAt: act.now });
  act.afterCommit(forgetPlans);
}

/** The last day whose cells are kept ready. */
export function horizonOf(site: Site, now: Date): string {
  const today = dayOf(now, site.zone);
  return addDays(today, site.planOn(today).release.daysAhead + spareDays);
}

/** Sets the caps of some days as plan, hours, exceptions and suspensions of the whole place say; counters and bookings stay. */
export async function setCaps(act: Act, site: Site, { from, to }: { from: string; to: string }): Promise<void> {
  const closureOf = await closuresFrom(act.tx, act.now);
  const closed = { channel: 'appointment' as const, itemCode: '', unitCode: '', venueCode: site.venue.code };
  const isClosed = (second: number) => closureOf({ ...closed, at: new Date(second * 1000) }) !== undefined;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const cells = cellsOfDay(site.planOn(day), site.spansOn(day), { day, zone: site.zone, isClosed });
    const byName = new Map(cells.map((one) => [`${one.kind}/${one.ref}`, one]));
    const rows = site.resources.map(({ resourceId, kind, ref }) => {
      const own = byName.get(`${kind}/${ref}`);
      return {
        resourceId,
        isRoot: kind === 'hall' || kind === 'special',
        at: own?.at ?? [],
        bookingCap: own?.bookingCap ?? 0,
        personCap: own?.personCap ?? 0,
        kept: own?.kept ?? [],
      };
    });
    await putCaps(act.tx, rows, { from: instantAt(day, 0, site.zone), until: instantAt(day, 1440, site.zone) });
  }
}

/** Opens the days that have come within reach since the last time; does nothing when there are none. */
export async function openDays(act: Act, site: Site): Promise<void> {
  const hall = site.resource('hall', '');
  if (!hall) return;
  const last = await lastCellAt(act.tx, hall.resourceId);
  const today = dayOf(act.now, site.zone);
  const next = last ? addDays(dayOf(last, site.zone), 1) : today;
  await setCaps(act, site, { from: next < today ? today : next, to: horizonOf(site, act.now) });
}
