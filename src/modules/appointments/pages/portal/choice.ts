import type { Act, Output } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { isRefusal, type Refusal, refuse } from '#kernel/result.ts';
import { type Day, dayOf, localTime } from '#kernel/workdays.ts';
import { findItem, type Item } from '#modules/catalogue/index.ts';
import type { Directory, Venue } from '#modules/directory/index.ts';
import { listDays, listSlots } from '../../actions.ts';
import type * as contract from '../../contract.ts';
import { findSite } from '../../held.ts';

/** What the address asks for: a hall, an item or none, how many come, which hall of the two. */
export type Wanted = { readonly venue: string; readonly item: string | undefined; readonly party: number; readonly special: boolean };
export type Slot = Output<typeof contract.listSlots>['rows'][number];
export type DayRow = Output<typeof contract.listDays>['rows'][number];

/** Everything the page of days and times is drawn from. */
export type Choice = Wanted & {
  readonly hall: Venue;
  readonly directory: Directory;
  readonly matter: Item | undefined;
  readonly partyMax: number;
  readonly hasSpecial: boolean;
  readonly today: Day;
  readonly days: readonly DayRow[];
  readonly on: Day;
  readonly slots: Output<typeof contract.listSlots>;
  readonly chosen: Slot | undefined;
};

const daysShown = 14;

export async function loadChoice(
  act: Act,
  { venue, item }: { venue: string; item: string | undefined },
  query: Readonly<Record<string, string>>,
): Promise<Choice | Refusal> {
  const site = await findSite(act.tx, venue);
  const matter = item ? await findItem(act.tx, item, act.now) : undefined;
  if (!site || (item && !matter)) return refuse('not_found');
  const today = dayOf(act.now, site.zone);
  const plan = site.planOn(today);
  const partyMax = Math.min(plan.partyMax, 9);
  const party = Math.min(Math.max(1, Number(query['party']) || 1), partyMax);
  const special = query['special'] === 'true' && plan.specialCap > 0;
  const asked = { venue, ...(item ? { item } : {}), party, special };
  const days = await listDays(act, { ...asked, days: daysShown });
  if (isRefusal(days)) return days;
  const on =
    days.rows.find((day) => day.on === query['on'])?.on ?? days.rows.find(({ state }) => state === 'open')?.on ?? days.rows[0]?.on ?? '';
  const slots = await listSlots(act, { ...asked, on });
  if (isRefusal(slots)) return slots;
  const chosen = slots.rows.find(({ at, free }) => at === query['at'] && free > 0);
  return {
    venue,
    item,
    party,
    special,
    hall: site.venue,
    directory: site.directory,
    matter,
    partyMax,
    hasSpecial: plan.specialCap > 0,
    today,
    days: days.rows,
    on,
    slots,
    chosen,
  };
}

/** What of a choice stays in the address while another part of it changes. */
export function kept({ party, special, on }: Pick<Choice, 'party' | 'special' | 'on'>): Record<string, string | undefined> {
  return { on, party: party > 1 ? String(party) : undefined, special: special ? 'true' : undefined };
}

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** Times of a day by its parts, in their order; empty parts are left out. */
export function byPart(slots: readonly Slot[], zone: string): [DayPart, readonly Slot[]][] {
  const partOf = ({ at }: Slot): DayPart => {
    const { minute } = localTime(new Date(at), zone);
    return minute < 12 * 60 ? 'morning' : minute < 18 * 60 ? 'afternoon' : 'evening';
  };
  return [...Map.groupBy(slots, partOf)];
}

export function matterName(choice: Pick<Choice, 'matter'>, act: Act, otherwise: string): string {
  return choice.matter ? textIn(choice.matter.name, act.language) : otherwise;
}
