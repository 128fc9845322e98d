import type { Role } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { dayOf, isDay } from '#kernel/workdays.ts';
import { servesAt } from '../../actions/matter.ts';
import { listSites, type Site } from '../../held.ts';

export const deskRoles: readonly Role[] = ['window', 'hotline', 'planner', 'supervisor', 'head', 'admin'];
export const bookingRoles: readonly Role[] = ['window', 'hotline', 'planner'];
export const desk = '/desk/appointments';

/** The halls somebody works for; their own unit's first. */
export async function hallsOf(act: Act): Promise<Site[]> {
  const sites = (await listSites(act.tx)).filter((site) => site.place === site.venue.code && servesAt(act, site, deskRoles));
  const own = (site: Site) => Number(act.actor.unitCode?.split('/')[0] === site.venue.unitCode.split('/')[0]);
  return sites.toSorted((a, b) => own(b) - own(a));
}

/** The hall and the day that the address names, else the reader's own hall and today. */
export async function chosenHall(act: Act, query: Readonly<Record<string, string>>) {
  const halls = await hallsOf(act);
  const site = halls.find(({ place }) => place === query['hall']) ?? halls[0];
  const today = site ? dayOf(act.now, site.zone) : '';
  const on = query['on'] && isDay(query['on']) ? query['on'] : today;
  return { halls, site, on, today };
}

export function hallName({ venue }: Site, { language }: Act): string {
  return textIn(venue.name, language);
}
