import { hasRole, type Role } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getHallPlan, type HallPlan } from '#modules/appointments/index.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';

import { worksAt } from './place.ts';

export type { HallPlan } from '#modules/appointments/index.ts';

type Asking = Pick<Act, 'tx' | 'now'>;

/** The plan of a venue that holds today; undefined where nobody queues. */
export async function findPlan(asking: Asking, venue: string): Promise<HallPlan | undefined> {
  return (await getDirectory(asking.tx)).venueByCode.has(venue) ? getHallPlan(asking, venue) : undefined;
}

/** Whether somebody works in a hall: by their unit, or because their desk stands there. */
export async function belongsTo({ tx, actor }: Pick<Act, 'tx' | 'actor'>, venueCode: string, roles: readonly Role[]): Promise<boolean> {
  const directory = await getDirectory(tx);
  const venue = directory.venueByCode.get(venueCode);
  const sitsThere = actor.personId !== undefined && directory.officerById(actor.personId)?.venueCode === venueCode && hasRole(actor, roles);
  return venue !== undefined && (sitsThere || worksAt(actor, venue, roles));
}

/** The local day of a venue: ticket numbers begin anew with it. */
export async function today({ tx, now }: Asking, venue: string): Promise<string> {
  return dayOf(now, (await getDirectory(tx)).zoneOf(venue));
}

/** Every venue where people queue. */
export async function listPlans(asking: Asking): Promise<HallPlan[]> {
  const plans: HallPlan[] = [];
  for (const { code } of (await getDirectory(asking.tx)).venues) {
    const plan = await findPlan(asking, code);
    if (plan && plan.windows.length > 0) plans.push(plan);
  }
  return plans;
}

/** A window by its id, in the plan of whichever venue has it. */
export async function findPlannedWindow(asking: Asking, windowId: string) {
  for (const plan of await listPlans(asking)) {
    const window = plan.windows.find((one) => one.windowId === windowId);
    if (window) return { plan, window };
  }
  return undefined;
}

/** Which group of a venue serves an item; undefined for an item that nobody knows. */
export async function groupOfItem({ tx, now }: Asking, plan: HallPlan, itemCode: string): Promise<string | undefined> {
  const item = (await getCatalogue(tx, now)).byCode.get(itemCode);
  return item && plan.groupOf({ code: item.code, unit: item.unitCode });
}
