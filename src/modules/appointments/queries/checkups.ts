import type { Tx } from '#kernel/db.ts';

const most = 100;

async function named(tx: Tx, sql: string, values: readonly unknown[] = []): Promise<string[]> {
  return (await tx.rows<{ row: string }>(sql, values)).map(({ row }) => row);
}

/** Cells whose counters are not the bookings that cover them. */
export function listMiscounted(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select format('resource %s at %s: %s bookings, %s persons counted', resource_id, at, c.bookings, c.persons) as row
     from (select resource_id, at, count(*) as bookings, sum(party) as persons from appointments.coverage group by resource_id, at) v
     full join appointments.cell c using (resource_id, at)
     where (coalesce(c.bookings, -1), coalesce(c.persons, -1)) is distinct from (coalesce(v.bookings, 0), coalesce(v.persons, 0)) limit ${most}`,
  );
}

/** Cells above their caps that no change of plan or hours left there. */
export function listOversold(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select format('resource %s at %s', resource_id, at) as row from appointments.cell
     where not is_over and (bookings > booking_cap or persons > person_cap) limit ${most}`,
  );
}

/** People with more live bookings on a day than the place's plan ever allowed. */
export function listTwice(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select format('%s on %s: %s', place, day, string_agg(coalesce(booking_no, booking_id::text), ', ')) as row from appointments.booking
     where state in ('held', 'offered', 'confirmed', 'arrived') group by place, day, holder_key
     having count(*) > coalesce((select max((p.body ->> 'perPersonDay')::int) from appointments.plan p where p.place = booking.place), 1) limit ${most}`,
  );
}

/** Offers that passed and still hold their places, though a minute is enough to notice. */
export function listStuck(tx: Tx, before: Date): Promise<string[]> {
  return named(tx, `select booking_no as row from appointments.booking where state = 'offered' and expires_at < $1 limit ${most}`, [
    before,
  ]);
}

export async function countCells(tx: Tx): Promise<number> {
  return (await tx.one<{ count: number }>(`select count(*) from appointments.cell`)).count;
}

export async function insertAudit(tx: Tx, { at, cells, faults }: { at: Date; cells: number; faults: readonly string[] }): Promise<void> {
  await tx.run(`insert into appointments.audit (at, cells, faults) values ($1, $2, $3) on conflict (at) do nothing`, [
    at,
    cells,
    JSON.stringify(faults),
  ]);
}

export function listAuditFaults(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select fault as row from (select faults from appointments.audit order by at desc limit 1) a, jsonb_array_elements_text(a.faults) as fault`,
  );
}
