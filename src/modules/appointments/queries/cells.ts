import type { Tx } from '#kernel/db.ts';
import type { Left } from '../rules/free.ts';

export type Period = { readonly from: Date; readonly until: Date };

/** What is left of the resources' cells in a period. What expired holds still take is given back in the answer, though not yet in the counters. */
export async function listLeft(tx: Tx, resourceIds: readonly number[], { from, until, now }: Period & { now: Date }): Promise<Left[]> {
  return tx.rows<Left>(
    `with expired as materialized (
       select v.resource_id, v.at, count(*) as bookings, sum(v.party) as persons
       from appointments.booking b join appointments.coverage v using (booking_id)
       where b.root_id = any ($1) and b.state in ('held', 'offered') and b.expires_at <= $4 and b.starts_at >= $2 and b.starts_at < $3
       group by v.resource_id, v.at)
     select c.resource_id, array_agg(extract(epoch from c.at)::int order by c.at) as at,
       array_agg((c.booking_cap - c.bookings + coalesce(e.bookings, 0))::int order by c.at) as bookings,
       array_agg((c.person_cap - c.persons + coalesce(e.persons, 0))::int order by c.at) as persons,
       array_agg(c.kept order by c.at) as kept,
       array_agg(coalesce(c.hidden_until > $4, false) order by c.at) as hidden
     from appointments.cell c left join expired e using (resource_id, at)
     where c.resource_id = any ($1) and c.at >= $2 and c.at < $3 group by c.resource_id`,
    [resourceIds, from, until, now],
  );
}

export type CellRow = { resourceId: number; at: number; bookingCap: number; bookings: number; personCap: number; persons: number };

export function listCells(tx: Tx, resourceIds: readonly number[], { from, until }: Period): Promise<CellRow[]> {
  return tx.rows<CellRow>(
    `select resource_id, extract(epoch from at)::int as at, booking_cap, bookings, person_cap, persons from appointments.cell
     where resource_id = any ($1) and at >= $2 and at < $3 order by resource_id, at`,
    [resourceIds, from, until],
  );
}

export type CapRow = {
  readonly resourceId: number;
  readonly isRoot: boolean;
  readonly at: readonly number[];
  readonly bookingCap: number;
  readonly personCap: number;
  readonly kept: readonly boolean[];
};

/**
 * Sets the caps of a period: the given cells as given, all other cells of these resources closed. Counters stay, and what no longer fits is marked.
 * The roots' cells are locked, which is enough, and only what differs is written.
 */
export async function putCaps(tx: Tx, rows: readonly CapRow[], { from, until }: Period): Promise<void> {
  const ids = rows.map(({ resourceId }) => resourceId);
  const flat = rows.flatMap(({ resourceId, at, bookingCap, personCap, kept }) =>
    at.map((second, index) => ({ resourceId, second, bookingCap, personCap, kept: kept[index] ?? false })),
  );
  await lockPeriod(
    tx,
    rows.flatMap(({ resourceId, isRoot }) => (isRoot ? [resourceId] : [])),
    { from, until },
  );
  await tx.run(
    `with wanted as materialized (
       select w.resource_id, to_timestamp(w.second) as at, w.booking_cap, w.person_cap, w.kept
       from unnest($4::int[], $5::int[], $6::int[], $7::int[], $8::boolean[]) as w (resource_id, second, booking_cap, person_cap, kept)),
     closed as (
       update appointments.cell c set booking_cap = 0, person_cap = 0, is_over = bookings > 0
       where c.resource_id = any ($1) and c.at >= $2 and c.at < $3 and (c.booking_cap > 0 or c.person_cap > 0)
         and not exists (select from wanted w where w.resource_id = c.resource_id and w.at = c.at))
     insert into appointments.cell as c (resource_id, at, booking_cap, person_cap, kept)
     select w.resource_id, w.at, w.booking_cap, w.person_cap, w.kept from wanted w left join appointments.cell o using (resource_id, at)
     where o.at is null or (o.booking_cap, o.person_cap, o.kept, o.is_over)
       is distinct from (w.booking_cap, w.person_cap, w.kept, o.bookings > w.booking_cap or o.persons > w.person_cap)
     order by w.resource_id, w.at
     on conflict (resource_id, at) do update set booking_cap = excluded.booking_cap, person_cap = excluded.person_cap, kept = excluded.kept,
       is_over = c.bookings > excluded.booking_cap or c.persons > excluded.person_cap`,
    [
      ids,
      from,
      until,
      flat.map((one) => one.resourceId),
      flat.map((one) => one.second),
      flat.map((one) => one.bookingCap),
      flat.map((one) => one.personCap),
      flat.map((one) => one.kept),
    ],
  );
}

/** Locks the root cells of a period in the order of all who lock cells: for what books or moves many. */
export async function lockPeriod(tx: Tx, roots: readonly number[], { from, until }: Period): Promise<void> {
  await tx.run(`select appointments.lock_period($1, $2, $3)`, [roots, from, until]);
}

/** The last instant that has a cell. */
export async function lastCellAt(tx: Tx, resourceId: number): Promise<Date | null> {
  return (await tx.one<{ at: Date | null }>(`select max(at) as at from appointments.cell where resource_id = $1`, [resourceId])).at;
}
