import type { Tx } from '#kernel/db.ts';
import type { Day } from '#kernel/workdays.ts';

export type DayPart = 'any' | 'morning' | 'afternoon';
export type WaitingRow = {
  readonly entryId: string;
  readonly place: string;
  readonly serviceGroup: string;
  readonly itemCode: string | null;
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly dayPart: DayPart;
  readonly party: number;
  readonly state: 'waiting' | 'offered' | 'served' | 'left';
  readonly bookingId: string | null;
  readonly orderedAt: Date;
};
export type ListedWaiting = WaitingRow & { readonly ahead: number; readonly bookingNo: string | null };

const columns = `w.entry_id, w.place, w.service_group, w.item_code, w.person_id, w.name, w.phone, w.language, w.from_on, w.until_on, w.day_part, w.party,
  w.state, w.booking_id, w.ordered_at`;

/** False when this person waits there already. */
export async function insertWaiting(tx: Tx, row: Omit<WaitingRow, 'state' | 'bookingId'>): Promise<boolean> {
  const inserted = await tx.run(
    `insert into appointments.waiting (entry_id, place, service_group, item_code, person_id, name, phone, language, from_on, until_on, day_part, party, state, ordered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', $13)
     on conflict (place, service_group, person_id) where state in ('waiting', 'offered') do nothing`,
    [
      row.entryId,
      row.place,
      row.serviceGroup,
      row.itemCode,
      row.personId,
      row.name,
      row.phone,
      row.language,
      row.fromOn,
      row.untilOn,
      row.dayPart,
      row.party,
      row.orderedAt,
    ],
  );
  return inserted === 1;
}

/** The entries of a person, or of a place; with how many wait before each. */
export function listWaiting(
  tx: Tx,
  { place, personId }: { place: string | undefined; personId: string | undefined },
): Promise<ListedWaiting[]> {
  return tx.rows<ListedWaiting>(
    `select ${columns}, b.booking_no, (select count(*) from appointments.waiting o where o.place = w.place and o.service_group = w.service_group
       and o.state = 'waiting' and o.ordered_at < w.ordered_at)::int as ahead
     from appointments.waiting w left join appointments.booking b using (booking_id)
     where ($1::text is null or w.place = $1) and ($2::uuid is null or w.person_id = $2)
     order by w.ordered_at, w.entry_id limit 500`,
    [place ?? null, personId ?? null],
  );
}

export async function findWaiting(tx: Tx, entryId: string): Promise<ListedWaiting | undefined> {
  const found = await tx.maybe<WaitingRow>(`select ${columns} from appointments.waiting w where entry_id = $1`, [entryId]);
  return found && (await listWaiting(tx, { place: found.place, personId: found.personId })).find((one) => one.entryId === entryId);
}

/** Who waits for a time like this one, in order; skips who is being served by another process. */
export function lockNextWaiting(
  tx: Tx,
  { place, group, on, part }: { place: string; group: string; on: Day; part: DayPart },
): Promise<WaitingRow[]> {
  return tx.rows<WaitingRow>(
    `select ${columns} from appointments.waiting w
     where place = $1 and service_group = $2 and state = 'waiting' and from_on <= $3 and until_on >= $3 and day_part in ('any', $4)
     order by ordered_at, entry_id limit 20 for update skip locked`,
    [place, group, on, part],
  );
}

export async function setWaiting(
  tx: Tx,
  { entryId, state, bookingId = null }: { entryId: string; state: WaitingRow['state']; bookingId?: string | null },
): Promise<boolean> {
  const changed = await tx.run(
    `update appointments.waiting set state = $2, booking_id = coalesce($3, booking_id) where entry_id = $1 and state in ('waiting', 'offered')`,
    [entryId, state, bookingId],
  );
  return changed === 1;
}

/** What the person said to the place that was offered from the list; nothing where the offer came from elsewhere. */
export async function setAnswered(tx: Tx, bookingId: string, state: 'served' | 'left'): Promise<void> {
  await tx.run(`update appointments.waiting set state = $2 where booking_id = $1 and state = 'offered'`, [bookingId, state]);
}

/** Offers from the list that passed unanswered: their places are free for the next, and who let one pass waits no longer. */
export function closeLapsedOffers(tx: Tx, place: string): Promise<{ place: string; group: string; startsAt: Date }[]> {
  return tx.rows(
    `with gone as (
       update appointments.booking set state = 'cancelled', cancelled_why = 'lapsed', version = version + 1
       where place = $1 and state = 'displaced' and was_at is null returning booking_id, place, service_group, starts_at),
     over as (update appointments.waiting w set state = 'left' from gone where w.booking_id = gone.booking_id and w.state = 'offered')
     select place, service_group as group, starts_at from gone`,
    [place],
  );
}
