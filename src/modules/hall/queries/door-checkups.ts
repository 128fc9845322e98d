import type { Tx } from '#kernel/db.ts';
import { countOverdue } from './health.ts';

const hourMs = 3_600_000;

async function named(tx: Tx, sql: string): Promise<string[]> {
  return (await tx.rows<{ row: string }>(sql)).map(({ row }) => row);
}

export function counts(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select format('%s %s: %s counted, %s by movements', venue_code, area, c.inside, coalesce(m.people, 0)) as row from hall.headcount c
     left join (select venue_code, area, sum(people) as people from hall.movement group by 1, 2) m using (venue_code, area)
     where c.inside <> coalesce(m.people, 0)`,
  );
}

export function leases(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select format('%s %s: %s leased, %s by leases', venue_code, area, c.leased, coalesce(l.places, 0)) as row from hall.headcount c
     left join (select venue_code, area, sum(places - used) as places from hall.lease where closed_at is null group by 1, 2) l using (venue_code, area)
     where c.leased <> coalesce(l.places, 0)`,
  );
}

export function unscreened(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select v.visit_id::text as row from hall.visit v join hall.screening s using (screening_id)
     where v.local_day <> s.local_day or v.area <> case s.outcome when 'enter' then 'hall' when 'special' then 'special' else '' end limit 100`,
  );
}

export function mixed(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select format('%s %s', t.venue, t.ticket_no) as row from hall.ticket t join hall.visit v using (visit_id)
     where v.area = 'special' and v.undone_at is null and not t.special limit 100`,
  );
}

export function unreported(tx: Tx): Promise<string[]> {
  return named(
    tx,
    `select s.screening_id::text as row from hall.screening s left join hall.alert a using (screening_id)
     where s.outcome = 'isolate' and a.alert_no is null limit 100`,
  );
}

/** The purge runs every quarter of an hour; what is due for longer was forgotten. */
export async function overdueReadings(tx: Tx, now: Date): Promise<string[]> {
  const due = await countOverdue(tx, new Date(now.getTime() - hourMs));
  return due === 0 ? [] : [`${due} readings should be gone`];
}

export function leftBehind(tx: Tx): Promise<string[]> {
  return named(tx, `select format('%s: %s left', at, remaining) as row from hall.purge where remaining <> 0 limit 100`);
}
