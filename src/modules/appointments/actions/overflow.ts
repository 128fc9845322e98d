import type { Act } from '#kernel/endpoint.ts';
import { dayOf, instantAt } from '#kernel/workdays.ts';
import type { Site } from '../held.ts';
import { horizonOf } from '../places.ts';
import { type BookingRow, listLiveIn } from '../queries/bookings.ts';
import { listCells } from '../queries/cells.ts';
import { type Claim, overflowOf } from '../rules/overflow.ts';

export function claimOf(row: BookingRow): Claim {
  const [from, to] = [row.startsAt.getTime() / 1000, row.endsAt.getTime() / 1000];
  const [insideFrom, insideTo] = [row.insideFrom.getTime() / 1000, row.insideUntil.getTime() / 1000];
  const inside = [row.rootId, row.zoneId].filter((id) => id !== null).map((resourceId) => ({ resourceId, from: insideFrom, to: insideTo }));
  const atWindow = row.windowId === null ? [] : [{ resourceId: row.windowId, from, to }];
  return { id: row.bookingId, orderedAt: row.orderedAt.getTime(), party: row.party, spans: [...inside, ...atWindow] };
}

/** The coming bookings that no longer fit their cells, whoever booked first first. */
export async function overflowing(act: Act, site: Site): Promise<BookingRow[]> {
  const from = instantAt(dayOf(act.now, site.zone), 0, site.zone);
  const until = instantAt(horizonOf(site, act.now), 1440, site.zone);
  const live = await listLiveIn(act.tx, site.place, { from, until, now: act.now });
  const cells = await listCells(
    act.tx,
    site.resources.map(({ resourceId }) => resourceId),
    { from, until },
  );
  const capByCell = new Map(cells.map((cell) => [`${cell.resourceId}/${cell.at}`, cell]));
  const over = new Set(overflowOf(live.map(claimOf), (resourceId, at) => capByCell.get(`${resourceId}/${at}`)));
  return live.filter(({ bookingId }) => over.has(bookingId));
}
