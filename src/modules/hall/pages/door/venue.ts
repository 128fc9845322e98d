import type { Role } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import type { PageRequest } from '#kernel/page.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { openPlace, type Place } from '../../place.ts';

/** The hall that the address names, else the first with a plan where the reader works. */
export async function placeOf(
  act: Act,
  { query }: PageRequest,
  roles: readonly Role[],
): Promise<Place | Refusal<'not_found' | 'outside_your_unit'>> {
  if (query['venue']) return openPlace(act, query['venue'], roles);
  for (const { code } of (await getDirectory(act.tx)).venues) {
    const place = await openPlace(act, code, roles);
    if (!isRefusal(place)) return place;
  }
  return refuse('not_found');
}

const localTime = /^(\d{4}-\d{2}-\d{2})[ T]+([01]\d|2[0-3]):([0-5]\d)$/;

/** `2020-08-07 09:00` as somebody typed it, by the clocks of a place. */
export function readLocal(typed: unknown): { day: string; minute: number } | undefined {
  const [, day = '', hour, minute] = (typeof typed === 'string' ? typed.trim().match(localTime) : null) ?? [];
  return hour === undefined ? undefined : { day, minute: Number(hour) * 60 + Number(minute) };
}
