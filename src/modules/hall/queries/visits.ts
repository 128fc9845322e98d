import type { Tx } from '#kernel/db.ts';
import type { Area } from '../contract/shapes.ts';
import type { Outcome } from '../rules/screening.ts';

/** False when this source has sent this event before: then what came of it is there to be read. Waits for somebody who is just doing it. */
export async function claimEvent(tx: Tx, event: { source: string; eventId: string; kind: string; at: Date }): Promise<boolean> {
  const inserted = await tx.run(
    `insert into hall.device_event (source, event_id, kind, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [event.source, event.eventId, event.kind, event.at],
  );
  return inserted === 1;
}

export function findEvent(
  tx: Tx,
  source: string,
  eventId: string,
): Promise<{ kind: string; subjectId: string | null; at: Date } | undefined> {
  return tx.maybe(`select kind, subject_id, at from hall.device_event where source = $1 and event_id = $2`, [source, eventId]);
}

export async function setEventSubject(
  tx: Tx,
  { source, eventId, subjectId }: { source: string; eventId: string; subjectId: string },
): Promise<void> {
  await tx.run(`update hall.device_event set subject_id = $3 where source = $1 and event_id = $2`, [source, eventId, subjectId]);
}

export type ScreeningRow = {
  readonly screeningId: string;
  readonly venueCode: string;
  readonly door: string | null;
  readonly policyVersion: number;
  readonly outcome: Outcome;
  readonly repeats: string | null;
  readonly bookingNo: string | null;
  readonly localDay: string;
  readonly deviceAt: Date;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly byName: string;
  readonly source: string;
};
const screeningColumns = `screening_id, venue_code, door, policy_version, outcome, repeats, booking_no, local_day, device_at, at, received_at, by_name, source`;

export async function insertScreening(tx: Tx, row: ScreeningRow): Promise<void> {
  await tx.run(`insert into hall.screening (${screeningColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`, [
    row.screeningId,
    row.venueCode,
    row.door,
    row.policyVersion,
    row.outcome,
    row.repeats,
    row.bookingNo,
    row.localDay,
    row.deviceAt,
    row.at,
    row.receivedAt,
    row.byName,
    row.source,
  ]);
}

export function findScreening(tx: Tx, screeningId: string): Promise<ScreeningRow | undefined> {
  return tx.maybe<ScreeningRow>(`select ${screeningColumns} from hall.screening where screening_id = $1 and undone_at is null`, [
    screeningId,
  ]);
}

export async function setScreeningUndone(tx: Tx, screeningId: string, at: Date): Promise<void> {
  await tx.run(`update hall.screening set undone_at = $2 where screening_id = $1`, [screeningId, at]);
}

export type Visit = {
  readonly visitId: string;
  readonly venueCode: string;
  readonly area: Area;
  readonly door: string | null;
  readonly screeningId: string;
  readonly bookingNo: string | null;
  readonly party: number;
  readonly shown: string;
  readonly personKey: string | null;
  readonly sealedIdentity: Uint8Array | null;
  readonly origin: string | null;
  readonly localDay: string;
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
};
const visitColumns = `visit_id, venue_code, area, door, screening_id, booking_no, party, shown, person_key, sealed_identity, origin, local_day, entered_at, left_at`;

export async function insertVisit(tx: Tx, row: Visit): Promise<void> {
  await tx.run(`insert into hall.visit (${visitColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`, [
    row.visitId,
    row.venueCode,
    row.area,
    row.door,
    row.screeningId,
    row.bookingNo,
    row.party,
    row.shown,
    row.personKey,
    row.sealedIdentity,
    row.origin,
    row.localDay,
    row.enteredAt,
    row.leftAt,
  ]);
}

export function findVisitById(tx: Tx, visitId: string): Promise<Visit | undefined> {
  return tx.maybe<Visit>(`select ${visitColumns} from hall.visit where visit_id = $1 and undone_at is null`, [visitId]);
}

export function findVisitOfScreening(tx: Tx, screeningId: string): Promise<Visit | undefined> {
  return tx.maybe<Visit>(`select ${visitColumns} from hall.visit where screening_id = $1`, [screeningId]);
}

/** Who is in the building now for a booking. */
export function findInside(tx: Tx, venue: string, bookingNo: string): Promise<Visit | undefined> {
  return tx.maybe<Visit>(
    `select ${visitColumns} from hall.visit where booking_no = $2 and venue_code = $1 and left_at is null and undone_at is null
     order by entered_at desc limit 1`,
    [venue, bookingNo],
  );
}

/** 0 when they had left. */
export function setLeft(tx: Tx, visitId: string, at: Date): Promise<number> {
  return tx.run(`update hall.visit set left_at = greatest($2, entered_at) where visit_id = $1 and left_at is null`, [visitId, at]);
}

export async function setBack(tx: Tx, visitId: string): Promise<void> {
  await tx.run(`update hall.visit set left_at = null where visit_id = $1`, [visitId]);
}

export async function setVisitUndone(tx: Tx, visitId: string, at: Date): Promise<void> {
  await tx.run(`update hall.visit set undone_at = $2, left_at = coalesce(left_at, greatest($2, entered_at)) where visit_id = $1`, [
    visitId,
    at,
  ]);
}

export async function closeVisits(tx: Tx, venue: string, at: Date): Promise<void> {
  await tx.run(`update hall.visit set left_at = greatest($2, entered_at) where venue_code = $1 and left_at is null`, [venue, at]);
}

export function countEntered(tx: Tx, venue: string, day: string): Promise<number> {
  return tx
    .one<{ people: number }>(
      `select coalesce(sum(party), 0)::int as people from hall.visit where venue_code = $1 and local_day = $2 and undone_at is null`,
      [venue, day],
    )
    .then(({ people }) => people);
}
