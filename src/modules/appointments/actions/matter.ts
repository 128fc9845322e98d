import { hasRole, isStaff, isWithin, type Role } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getCatalogue, type ListedItem } from '#modules/catalogue/index.ts';
import { channelReader } from '#modules/channels/index.ts';
import { findSite, type Site } from '../held.ts';
import { cellMs } from '../rules/cells.ts';
import type { Candidate } from '../rules/free.ts';
import { type Plan, type Service, serviceFor, serviceOfGroup } from '../rules/plan.ts';
import { windowsOf } from '../rules/slot.ts';

export type Asked = {
  readonly venue: string;
  readonly item?: string | undefined;
  readonly group?: string | undefined;
  readonly minutes?: number | undefined;
  readonly special?: boolean | undefined;
};
export type KnownItem = { readonly code: string; readonly unitCode: string };
/** What somebody comes for: the place, who serves it there and how long it takes. */
export type Matter = {
  readonly site: Site;
  readonly plan: Plan;
  readonly service: Service;
  readonly item: KnownItem | undefined;
  readonly special: boolean;
};

/** Reads what is asked for, by the plan of a day. */
export async function matterOf(
  act: Act,
  asked: Asked,
  day: string,
): Promise<Matter | Refusal<'unknown_venue' | 'unknown_item' | 'not_bookable_here'>> {
  const site = await findSite(act.tx, asked.venue);
  if (!site) return refuse('unknown_venue', { venue: asked.venue });
  const listed = asked.item ? (await getCatalogue(act.tx, act.now)).byCode.get(asked.item) : undefined;
  if (asked.item && !listed) return refuse('unknown_item', { item: asked.item });
  const plan = site.planOn(day);
  const service = asked.group
    ? serviceOfGroup(plan, asked.group, asked.minutes)
    : serviceFor(plan, listed && { code: listed.code, unit: listed.unitCode });
  const special = asked.special ?? false;
  const isServed = service && (plan.windows.length === 0 || windowsOf(plan, service, special).length > 0);
  if (!isServed || (listed && !isDoneAt(listed, site))) return refuse('not_bookable_here');
  return { site, plan, service, item: listed, special };
}

/** An item is done at a hall by coming there, and under the law of the hall's own country only. */
function isDoneAt({ channels, jurisdiction }: ListedItem, { venue, directory }: Site): boolean {
  const comes = channels.some((name) => name === 'appointment' || name === 'walk-in');
  return comes && directory.regionByCode.get(venue.regionCode)?.jurisdiction === jurisdiction;
}

export function windowsFor({ site, plan, service, special }: Matter): Candidate[] {
  return windowsOf(plan, service, special).flatMap((window) => {
    const id = site.resource('window', window.windowNo)?.resourceId;
    const zone = window.zone === undefined ? null : (site.resource('zone', window.zone)?.resourceId ?? null);
    return id === undefined ? [] : [{ id, zone }];
  });
}

/** Under whose lock everything is written: the hall's headcount, or the special hall's. */
export function rootOf({ site, special }: Pick<Matter, 'site' | 'special'>): number {
  const root = site.resource(special ? 'special' : 'hall', '');
  if (!root) throw new Error(`${site.place} has no cells`);
  return root.resourceId;
}

/** Why nobody can come at an instant, when the way by appointment is closed then. */
export async function closedAt(act: Act, { site, item }: Pick<Matter, 'site' | 'item'>, at: Date) {
  const { closureOf } = await channelReader(act.tx, at);
  return closureOf({ code: item?.code ?? '', unitCode: item?.unitCode ?? '' }, 'appointment', site.venue.code);
}

/** The same as a refusal; what is urgent comes where the closure excepts it. */
export async function shutAt(act: Act, matter: Pick<Matter, 'site' | 'item'>, { at, urgent }: { at: Date; urgent: boolean }) {
  const closure = await closedAt(act, matter, at);
  if (!closure || (urgent && closure.urgentExcepted)) return undefined;
  return refuse('channel_closed', { reason: closure.reason, since: closure.fromAt, until: closure.untilAt });
}

export function endOf({ service }: Pick<Matter, 'service'>, at: Date): Date {
  return new Date(at.getTime() + service.cells * cellMs);
}

/** Whom a place is for: rooms and meals are the staff's. */
export function isFor(act: Act, site: Site): boolean {
  return site.planOn(dayOf(act.now, site.zone)).kind === 'hall' || isStaff(act.actor);
}

export const deskRoles: readonly Role[] = ['window', 'hotline', 'planner', 'gate', 'supervisor', 'head', 'admin'];

/** Whether somebody works at a venue, in its unit, above it or below: the counter's unit lies below the hall's. */
export function servesAt({ actor }: Act, { venue }: Pick<Site, 'venue'>, roles: readonly Role[] = deskRoles): boolean {
  return (
    actor.kind === 'system' ||
    hasRole(actor, roles, venue.unitCode) ||
    actor.grants.some(({ role, unitCode }) => roles.includes(role) && isWithin(unitCode, venue.unitCode)) ||
    hasRole(actor, ['hotline', 'cadre'].filter((role) => roles.includes(role as Role)) as Role[])
  );
}
