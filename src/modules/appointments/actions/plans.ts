import { hasRole, isWithin } from '#kernel/actor.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { invalid, isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { addDays, dayOf, instantAt } from '#kernel/workdays.ts';
import type * as contract from '../contract/plans.ts';
import { findSite, readSite, type Site, trySite } from '../held.ts';
import { horizonOf, setCaps, writeException, writePlan } from '../places.ts';
import { listLiveIn } from '../queries/bookings.ts';
import { listCells } from '../queries/cells.ts';
import { lockPlans } from '../queries/plans.ts';
import { cellsOfDay } from '../rules/cells.ts';
import { type ExceptionDay, faultsOf, type Plan } from '../rules/plan.ts';
import { overflowOf } from '../rules/overflow.ts';
import { yieldOf } from '../rules/yield.ts';
import { claimOf, overflowing } from './overflow.ts';
import { toViews } from './view.ts';

type Known = Refusal<'unknown_venue'> | Refusal<'outside_your_unit'>;

async function siteFor(act: Act, venue: string): Promise<Site | Known> {
  const site = await findSite(act.tx, venue);
  if (!site) return refuse('unknown_venue', { venue });
  const { actor } = act;
  const unit = site.venue.unitCode;
  const isTheirs =
    hasRole(actor, ['planner', 'admin'], unit) ||
    actor.grants.some(({ role, unitCode }) => (role === 'planner' || role === 'admin') && isWithin(unitCode, unit));
  return isTheirs ? site : refuse('outside_your_unit', { unit });
}

export const getPlan: Action<typeof contract.getPlan> = async (act, { venue }) => {
  const site = await findSite(act.tx, venue);
  if (!site) return refuse('unknown_venue', { venue });
  const today = dayOf(act.now, site.zone);
  const current = site.plans.find(({ validFrom }) => validFrom <= today) ?? site.plans.at(-1);
  const next = site.plans.findLast(({ validFrom }) => validFrom > today);
  if (!current) return refuse('unknown_venue', { venue });
  return {
    venue,
    version: current.version,
    validFrom: current.validFrom,
    plan: current.body,
    nextVersion: next && next !== current ? { version: next.version, validFrom: next.validFrom } : null,
  };
};

type Change = { readonly plan?: { body: Plan; validFrom: string }; readonly exception?: ExceptionDay };

/** The place as it would be. */
function changed(site: Site, { plan, exception }: Change): Site {
  return trySite(site, {
    plans: plan ? [{ place: site.place, version: (site.plans[0]?.version ?? 0) + 1, ...plan }, ...site.plans] : site.plans,
    exceptions: exception ? [exception] : [],
  });
}

/** What a change yields, day by day, and how many bookings would no longer fit. */
async function compare(act: Act, site: Site, change: Change) {
  const after = changed(site, change);
  const today = dayOf(act.now, site.zone);
  const wanted = change.exception?.day ?? change.plan?.validFrom ?? today;
  const from = wanted < today ? today : wanted;
  const to = change.exception ? from : horizonOf(site, act.now);
  const days = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const where = { day: on, zone: site.zone };
    const [old, now] = [yieldOf(site.planOn(on), site.spansOn(on), where), yieldOf(after.planOn(on), after.spansOn(on), where)];
    days.push({ on, before: old.places, after: now.places, limitedBy: now.limitedBy });
  }
  const gained = days.reduce((sum, day) => sum + day.after - day.before, 0);
  return { days, gained, overflow: (await overflowUnder(act, after, { from, to })).length };
}

/** The live bookings that would not fit the caps of the days as they would be. */
async function overflowUnder(act: Act, site: Site, { from, to }: { from: string; to: string }): Promise<string[]> {
  const caps = new Map<string, { bookingCap: number; personCap: number }>();
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const cells of cellsOfDay(site.planOn(day), site.spansOn(day), { day, zone: site.zone })) {
      const resource = site.resource(cells.kind, cells.ref);
      if (resource) for (const at of cells.at) caps.set(`${resource.resourceId}/${at}`, cells);
    }
  const period = { from: instantAt(from, 0, site.zone), until: instantAt(to, 1440, site.zone) };
  const live = await listLiveIn(act.tx, site.place, { ...period, now: act.now });
  return overflowOf(live.map(claimOf), (resourceId, at) => caps.get(`${resourceId}/${at}`));
}

export const previewPlan: Action<typeof contract.previewPlan> = async (act, { venue, validFrom, plan }) => {
  const site = await siteFor(act, venue);
  if (isRefusal(site)) return site;
  const faults = faultsOf(plan);
  if (faults.length > 0) return invalid(faults.map(({ path, code }) => ({ path: `plan.${path}`, code, facts: {} })));
  return compare(act, site, { plan: { body: plan, validFrom } });
};

export const savePlan: Action<typeof contract.savePlan> = async (act, { venue, validFrom, plan, version }) => {
  const allowed = await siteFor(act, venue);
  if (isRefusal(allowed)) return allowed;
  const faults = faultsOf(plan);
  if (faults.length > 0) return invalid(faults.map(({ path, code }) => ({ path: `plan.${path}`, code, facts: {} })));
  await lockPlans(act.tx);
  const site = (await readSite(act.tx, venue)) as Site;
  const latest = site.plans[0]?.version ?? 0;
  if (version !== undefined && version !== latest) return refuse('stale_version', { version: latest });
  if (validFrom < dayOf(act.now, site.zone)) return refuse('begins_in_the_past');
  const effect = await compare(act, site, { plan: { body: plan, validFrom } });
  await writePlan(act, { place: venue, version: latest + 1, validFrom, body: plan });
  const saved = (await readSite(act.tx, venue)) as Site;
  await setCaps(act, saved, { from: validFrom, to: horizonOf(saved, act.now) });
  act.publish('plan_changed', { place: venue, version: latest + 1 });
  return { venue, version: latest + 1, ...effect };
};

export const previewDay: Action<typeof contract.previewDay> = async (act, { venue, on, spans, reason }) => {
  const site = await siteFor(act, venue);
  return isRefusal(site) ? site : compare(act, site, { exception: { day: on, spans, reason } });
};

export const changeDay: Action<typeof contract.changeDay> = async (act, { venue, on, spans, reason }) => {
  const site = await siteFor(act, venue);
  if (isRefusal(site)) return site;
  if (on < dayOf(act.now, site.zone)) return refuse('begins_in_the_past');
  const exception = { day: on, spans, reason };
  const effect = await compare(act, site, { exception });
  await writeException(act, venue, exception);
  await setCaps(act, (await readSite(act.tx, venue)) as Site, { from: on, to: on });
  act.publish('day_changed', { place: venue, on });
  return effect;
};

export const listOverflow: Action<typeof contract.listOverflow> = async (act, { venue }) => {
  const site = await siteFor(act, venue);
  if (isRefusal(site)) return site;
  return { rows: await toViews(act, (await overflowing(act, site)).toReversed()), nextCursor: null };
};

export const getLoad: Action<typeof contract.getLoad> = async (act, { venue, on }) => {
  const site = await findSite(act.tx, venue);
  if (!site) return refuse('unknown_venue', { venue });
  const ids = site.resources.map(({ resourceId }) => resourceId);
  const cells = await listCells(act.tx, ids, { from: instantAt(on, 0, site.zone), until: instantAt(on, 1440, site.zone) });
  const byResource = Map.groupBy(cells, ({ resourceId }) => resourceId);
  return {
    zone: site.zone,
    rows: site.resources.map(({ resourceId, kind, ref }) => ({
      kind,
      ref,
      cells: (byResource.get(resourceId) ?? []).map(({ at, bookingCap, bookings, personCap, persons }) => ({
        at: new Date(at * 1000).toISOString(),
        bookingCap,
        bookings,
        personCap,
        persons,
      })),
    })),
    nextCursor: null,
  };
};
