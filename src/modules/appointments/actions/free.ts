import type { Act } from '#kernel/endpoint.ts';
import { instantAt } from '#kernel/workdays.ts';
import { listLeft } from '../queries/cells.ts';
import { startsOn } from '../rules/cells.ts';
import { freeAt } from '../rules/free.ts';
import { closedAt, type Matter, rootOf, windowsFor } from './matter.ts';

export type FreeSlot = { readonly at: Date; readonly free: number };

/** The times of a day with how many places each still has; times that have passed are left out, times in which the way is closed have none. */
export async function freeOn(act: Act, matter: Matter, { day, party }: { day: string; party: number }): Promise<FreeSlot[]> {
  const { site, plan, service } = matter;
  const starts = startsOn(site.spansOn(day), { day, zone: site.zone, ...service }).filter((start) => start * 1000 > act.now.getTime());
  if (starts.length === 0) return [];
  const windows = windowsFor(matter);
  const zones = windows.flatMap(({ zone }) => (zone === null ? [] : [zone]));
  const rootId = rootOf(matter);
  const left = await listLeft(act.tx, [...new Set([rootId, ...zones, ...windows.map(({ id }) => id)])], {
    from: instantAt(day, -120, site.zone),
    until: instantAt(day, 26 * 60, site.zone),
    now: act.now,
  });
  const free = freeAt(
    {
      starts,
      cells: service.cells,
      party,
      leadSeconds: plan.leadMinutes * 60,
      tailSeconds: plan.tailMinutes * 60,
      rootId,
      windows: plan.windows.length > 0 ? windows : undefined,
      openUntil: act.now.getTime() / 1000 + plan.walkInHours * 3600,
    },
    left,
  );
  return Promise.all(
    starts.map(async (start) => {
      const at = new Date(start * 1000);
      return { at, free: (await closedAt(act, matter, at)) ? 0 : (free.get(start) ?? 0) };
    }),
  );
}

type Lately = { readonly second: number; readonly byKey: Map<string, Promise<FreeSlot[]>> };
const latelyByDatabase = new WeakMap<object, Lately>();

/** As `freeOn` within this second: when thousands are sent away at once, what else is free is counted once, not for each of them. */
export function freeLately(act: Act, matter: Matter, { day, party }: { day: string; party: number }): Promise<FreeSlot[]> {
  const second = Math.floor(act.now.getTime() / 1000);
  const known = latelyByDatabase.get(act.tx.database);
  const lately = known?.second === second ? known : { second, byKey: new Map<string, Promise<FreeSlot[]>>() };
  latelyByDatabase.set(act.tx.database, lately);
  const { site, service, special, item } = matter;
  const key = [site.place, service.group, service.cells, special, item?.code, day, party].join('|');
  const free = lately.byKey.get(key) ?? freeOn(act, matter, { day, party });
  lately.byKey.set(key, free);
  return free;
}
