import type { Tx } from '#kernel/db.ts';
import type { Area } from '../contract/shapes.ts';

/** How many were inside at each of the given instants, by the movements alone. */
export function listCurve(
  tx: Tx,
  { venue, area, instants }: { venue: string; area: Area; instants: readonly Date[] },
): Promise<{ at: Date; people: number }[]> {
  return tx.rows(
    `select i.at, coalesce((select sum(m.people) from hall.movement m where m.venue_code = $1 and m.area = $2 and m.at <= i.at), 0)::int as people
     from unnest($3::timestamptz[]) as i (at) order by i.at`,
    [venue, area, instants],
  );
}

export type DayRow = {
  readonly on: string;
  readonly enter: number;
  readonly special: number;
  readonly refuse: number;
  readonly isolate: number;
};

export function listOutcomes(tx: Tx, { venue, from, to }: { venue: string; from: string; to: string }): Promise<DayRow[]> {
  return tx.rows<DayRow>(
    `select local_day as on, count(*) filter (where outcome = 'enter')::int as enter, count(*) filter (where outcome = 'special')::int as special,
       count(*) filter (where outcome = 'refuse')::int as refuse, count(*) filter (where outcome = 'isolate')::int as isolate
     from hall.screening where venue_code = $1 and local_day between $2 and $3 and undone_at is null group by local_day order by local_day desc`,
    [venue, from, to],
  );
}

export function listPeopleByDay(
  tx: Tx,
  { venue, from, to }: { venue: string; from: string; to: string },
): Promise<{ on: string; people: number }[]> {
  return tx.rows(
    `select local_day as on, sum(party)::int as people from hall.visit where venue_code = $1 and local_day between $2 and $3 and undone_at is null group by local_day`,
    [venue, from, to],
  );
}

export function listRobotDays(
  tx: Tx,
  { venue, from, to }: { venue: string; from: string; to: string },
): Promise<{ on: string; readings: number }[]> {
  return tx.rows(
    `select local_day as on, sum(readings)::int as readings from hall.robot_day join hall.device using (device_id)
     where venue_code = $1 and local_day between $2 and $3 group by local_day`,
    [venue, from, to],
  );
}

export type OriginRow = { readonly origin: string | null; readonly visits: number; readonly people: number; readonly special: number };

export function listOrigins(tx: Tx, { venue, from, to }: { venue: string; from: string; to: string }): Promise<OriginRow[]> {
  return tx.rows<OriginRow>(
    `select origin, count(*)::int as visits, sum(party)::int as people, (count(*) filter (where area = 'special'))::int as special
     from hall.visit where venue_code = $1 and local_day between $2 and $3 and undone_at is null group by origin order by people desc, origin limit 100`,
    [venue, from, to],
  );
}

export type Together = {
  readonly visitId: string;
  readonly area: Area;
  readonly shown: string;
  readonly sealedIdentity: Uint8Array | null;
  readonly party: number;
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
};

/** Who was in an area during a window of time; somebody who was never counted out stayed until the day was closed, or is still there. */
export function listInside(
  tx: Tx,
  { venue, area, from, until, except }: { venue: string; area: Area | null; from: Date; until: Date; except: string | null },
): Promise<Together[]> {
  return tx.rows<Together>(
    `select visit_id, area, shown, sealed_identity, party, entered_at, left_at from hall.visit
     where venue_code = $1 and ($2::text is null or area = $2) and entered_at < $4 and coalesce(left_at, 'infinity') > $3
       and undone_at is null and visit_id is distinct from $5 order by entered_at limit 5000`,
    [venue, area, from, until, except],
  );
}

export async function insertExposureQuery(
  tx: Tx,
  row: {
    queryId: string;
    venue: string;
    visitId: string | null;
    from: Date;
    until: Date;
    reason: string;
    found: number;
    by: string;
    at: Date;
  },
): Promise<void> {
  await tx.run(
    `insert into hall.exposure_query (query_id, venue_code, visit_id, from_at, until_at, reason, found, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.queryId, row.venue, row.visitId, row.from, row.until, row.reason, row.found, row.by, row.at],
  );
}

export type VisitNow = {
  readonly visitId: string;
  readonly area: Area;
  readonly shown: string;
  readonly party: number;
  readonly bookingNo: string | null;
  readonly enteredAt: Date;
  readonly door: string | null;
};

export function listInsideNow(tx: Tx, venue: string, area: Area): Promise<VisitNow[]> {
  return tx.rows<VisitNow>(
    `select visit_id, area, shown, party, booking_no, entered_at, door from hall.visit
     where venue_code = $1 and area = $2 and left_at is null and undone_at is null order by entered_at limit 500`,
    [venue, area],
  );
}
