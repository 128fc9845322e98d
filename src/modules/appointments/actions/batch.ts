import type { Act, Action, Input } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { dayOf, instantAt } from '#kernel/workdays.ts';
import type * as contract from '../contract/many.ts';
import type { BookingFact } from '../facts.ts';
import { findSite, type Site } from '../held.ts';
import { sendEvent } from '../queries/bookings.ts';
import { lockPeriod } from '../queries/cells.ts';
import { bookingRoles, holderFor, newNumber } from './book.ts';
import { freeOn } from './free.ts';
import { matterOf, servesAt } from './matter.ts';
import { take } from './take.ts';
import { toView } from './view.ts';

type Batch = Input<typeof contract.bookMany>;
type Visitor = Batch['people'][number];

/** Each person is answered alone: one who cannot be booked takes nothing away from the others. */
export const bookMany: Action<typeof contract.bookMany> = async (act, batch) => {
  const site = await findSite(act.tx, batch.venue);
  if (!site) return refuse('unknown_venue', { venue: batch.venue });
  if (!mayBookMany(act, site, batch)) return refuse('forbidden');
  await lockDays(act, site, batch);
  const rows = [];
  for (const [index, person] of batch.people.entries()) {
    const outcome = await bookOne(act, batch, person);
    rows.push(
      isRefusal(outcome)
        ? { row: index + 1, name: person.name, booking: null, refused: { code: outcome.refused, facts: outcome.facts } }
        : { row: index + 1, name: person.name, booking: outcome, refused: null },
    );
  }
  return { rows, booked: rows.filter(({ booking }) => booking).length };
};

/** Who books for others works at the venue; a cadre from elsewhere books the hall's places, not its rooms and meals, and never as urgent. */
function mayBookMany(act: Act, site: Site, { people }: Batch): boolean {
  const worksHere = servesAt(
    act,
    site,
    bookingRoles.filter((role) => role !== 'cadre'),
  );
  const isHall = site.planOn(dayOf(act.now, site.zone)).kind === 'hall';
  return worksHere || (isHall && servesAt(act, site, bookingRoles) && !people.some(({ urgent }) => urgent));
}

/** All days at once and first: two batches that took their cells person by person would wait for each other. */
async function lockDays(act: Act, site: Site, { on, people }: Batch): Promise<void> {
  const days = [on, ...people.flatMap(({ at }) => (at ? [dayOf(new Date(at), site.zone)] : []))].sort();
  const roots = site.resources.filter(({ kind }) => kind === 'hall').map(({ resourceId }) => resourceId);
  const until = instantAt(days.at(-1) ?? on, 1440, site.zone);
  await lockPeriod(act.tx, roots, { from: instantAt(days[0] ?? on, 0, site.zone), until });
}

async function bookOne(act: Act, batch: Batch, person: Visitor) {
  const { venue, on } = batch;
  const item = person.item ?? batch.item;
  const party = person.party ?? 1;
  const at = person.at ? new Date(person.at) : await firstFree(act, { venue, item, on, party });
  if (!at) return refuse('slot_taken', {});
  const numbered = await newNumber(act, venue);
  const taken = await take(act, {
    venue,
    item,
    at,
    party,
    numbered,
    urgent: person.urgent ?? false,
    holder: await holderFor(act, person),
    state: 'confirmed',
    expiresAt: null,
    byStaff: true,
    channel: 'proxy',
  });
  if (isRefusal(taken)) return taken;
  sendEvent(act.tx, { bookingId: taken.bookingId, act: 'book', at: act.now, actorId: act.actor.personId });
  act.publish('booked', { bookingNo: numbered.bookingNo } satisfies BookingFact);
  return toView(act, { ...taken, version: 1 });
}

async function firstFree(act: Act, { venue, item, on, party }: { venue: string; item: string | undefined; on: string; party: number }) {
  const matter = await matterOf(act, { venue, item }, on);
  if (isRefusal(matter)) return undefined;
  return (await freeOn(act, matter, { day: on, party })).find(({ free }) => free > 0)?.at;
}
