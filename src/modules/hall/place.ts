import { hasRole, isWithin, type Role } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getHallPlan, type HallPlan } from '#modules/appointments/index.ts';
import { getDirectory, type Venue } from '#modules/directory/index.ts';
import type { Area } from './contract/shapes.ts';
import { getPolicyAt } from './queries/policy.ts';
import type { PolicyVersion } from './rules/policy.ts';

/** A venue as the door sees it: its plan, its local day, and the policy that holds now. */
export type Place = {
  readonly venue: Venue;
  readonly plan: HallPlan;
  readonly day: string;
  readonly policy: PolicyVersion;
  readonly capOf: Readonly<Record<Area, number>>;
};

/** A venue with a plan; for everybody. */
export async function findPlace(act: Act, venueCode: string): Promise<Place | undefined> {
  const [venue, plan] = [(await getDirectory(act.tx)).venueByCode.get(venueCode), await getHallPlan(act, venueCode)];
  if (!venue || !plan) return undefined;
  return {
    venue,
    plan,
    day: dayOf(act.now, plan.zone),
    policy: await getPolicyAt(act.tx, act.now),
    capOf: { hall: plan.cap, special: plan.specialCap },
  };
}

/** For those who work there: staff whose unit owns the venue, lies below that unit or above it, and devices of this venue. */
export async function openPlace(
  act: Act,
  venueCode: string,
  roles: readonly Role[],
): Promise<Place | Refusal<'not_found' | 'outside_your_unit'>> {
  const place = await findPlace(act, venueCode);
  if (!place) return refuse('not_found');
  return worksAt(act.actor, place.venue, roles) ? place : refuse('outside_your_unit', { unit: place.venue.unitCode });
}

export function worksAt(actor: Act['actor'], venue: Pick<Venue, 'code' | 'unitCode'>, roles: readonly Role[]): boolean {
  if (actor.kind === 'system') return true;
  if (actor.device) return actor.device.venue === venue.code && hasRole(actor, roles);
  return actor.grants.some(
    ({ role, unitCode }) => roles.includes(role) && (isWithin(unitCode, venue.unitCode) || isWithin(venue.unitCode, unitCode)),
  );
}
