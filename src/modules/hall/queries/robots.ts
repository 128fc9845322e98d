import type { Tx } from '#kernel/db.ts';

export type RobotReading = {
  readonly readingId: string;
  readonly deviceId: string;
  readonly venueCode: string;
  readonly externalId: string;
  readonly at: Date;
  readonly checkBy: Date;
};

/** False when this robot has sent this reading before. */
export async function insertRobotReading(tx: Tx, row: RobotReading): Promise<boolean> {
  const inserted = await tx.run(
    `insert into hall.robot_reading (reading_id, device_id, venue_code, external_id, at, check_by) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint robot_reading_once do nothing`,
    [row.readingId, row.deviceId, row.venueCode, row.externalId, row.at, row.checkBy],
  );
  return inserted === 1;
}

export function listWaitingReadings(
  tx: Tx,
  venue: string,
  now: Date,
): Promise<{ readingId: string; at: Date; checkBy: Date; device: string }[]> {
  return tx.rows(
    `select r.reading_id, r.at, r.check_by, d.name as device from hall.robot_reading r join hall.device d using (device_id)
     where r.venue_code = $1 and r.screening_id is null and r.check_by > $2 order by r.at desc limit 20`,
    [venue, now],
  );
}

export async function decideReading(
  tx: Tx,
  { readingId, venue, screeningId }: { readingId: string; venue: string; screeningId: string },
): Promise<void> {
  await tx.run(`update hall.robot_reading set screening_id = $3 where reading_id = $1 and venue_code = $2 and screening_id is null`, [
    readingId,
    venue,
    screeningId,
  ]);
}

export async function addToDay(
  tx: Tx,
  row: { deviceId: string; localDay: string; readings: number; flagged: number; poor: number },
): Promise<void> {
  await tx.run(
    `insert into hall.robot_day (device_id, local_day, readings, flagged, poor) values ($1, $2, $3, $4, $5)
     on conflict (device_id, local_day) do update set readings = robot_day.readings + excluded.readings,
       flagged = robot_day.flagged + excluded.flagged, poor = robot_day.poor + excluded.poor`,
    [row.deviceId, row.localDay, row.readings, row.flagged, row.poor],
  );
}

/** Readings that need no hand are counted only; which were counted is remembered, so that sending again counts nothing. */
export async function claimReadings(tx: Tx, deviceId: string, readings: readonly { id: string; at: Date }[]): Promise<Set<string>> {
  const rows = await tx.rows<{ eventId: string }>(
    `insert into hall.device_event (source, event_id, kind, at) select $1, id, 'reading', at from unnest($2::text[], $3::timestamptz[]) as sent (id, at)
     on conflict do nothing returning event_id`,
    [deviceId, readings.map(({ id }) => id), readings.map(({ at }) => at)],
  );
  return new Set(rows.map(({ eventId }) => eventId));
}
