import type { Output } from '#kernel/endpoint.ts';
import type { Item } from '#modules/catalogue/index.ts';
import type { Directory } from '#modules/directory/index.ts';
import type * as contract from '../../contract.ts';

export type Hall = Output<typeof contract.listHalls>['rows'][number];

/** Halls of the item's own region first. */
export function nearestFirst(halls: readonly Hall[], item: Item | undefined, { venueByCode, regionOf }: Directory): Hall[] {
  const regionOfHall = ({ venue }: Hall) => venueByCode.get(venue)?.regionCode ?? '';
  if (!item) return [...halls];
  const home = regionOf(item.unit);
  return halls.toSorted((a, b) => Number(regionOfHall(b) === home) - Number(regionOfHall(a) === home));
}
