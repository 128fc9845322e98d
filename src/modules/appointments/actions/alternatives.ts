import type { Act } from '#kernel/endpoint.ts';
import { isRefusal } from '#kernel/result.ts';
import { addDays, dayOf } from '#kernel/workdays.ts';
import type { Alternative } from '../contract/types.ts';
import { listSites } from '../held.ts';
import { releaseOf } from '../rules/release.ts';
import { freeLately } from './free.ts';
import { type Asked, type Matter, matterOf } from './matter.ts';

const enough = 3;
const daysAhead = 7;

/** Where else: the nearest free times of the same day, then of the days after it, then of other halls that serve the same item. */
export async function alternativesTo(act: Act, matter: Matter, wish: Asked & { at: Date; party: number }): Promise<Alternative[]> {
  const near = await nearestAt(act, matter, wish);
  if (near.length >= enough || wish.group || !wish.item) return near;
  for (const site of await listSites(act.tx)) {
    const other =
      site.place === matter.site.place ? undefined : await matterOf(act, { ...wish, venue: site.place }, dayOf(wish.at, site.zone));
    if (other && !isRefusal(other)) near.push(...(await nearestAt(act, other, wish)).slice(0, 1));
    if (near.length >= enough) break;
  }
  return near;
}

async function nearestAt(act: Act, matter: Matter, { at, party }: { at: Date; party: number }): Promise<Alternative[]> {
  const { site, plan } = matter;
  const found: Alternative[] = [];
  const first = dayOf(at, site.zone);
  for (let day = first; day <= addDays(first, daysAhead) && found.length < enough; day = addDays(day, 1)) {
    if (act.now < releaseOf(plan, day, site.zone).everybodyAt) break;
    const free = (await freeLately(act, matter, { day, party })).filter((slot) => slot.free > 0);
    const away = (slot: { at: Date }) => Math.abs(slot.at.getTime() - at.getTime());
    found.push(
      ...free
        .sort((a, b) => away(a) - away(b))
        .slice(0, enough - found.length)
        .map((slot) => ({ venue: site.place, at: slot.at.toISOString(), free: slot.free })),
    );
  }
  return found;
}
