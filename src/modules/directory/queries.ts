import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import type { CalendarChange } from './rules/calendars.ts';
import type { Hours } from './rules/hours.ts';

export type Region = {
  readonly code: string;
  readonly parentCode: string | null;
  readonly level: string;
  readonly jurisdiction: 'CN' | 'VN';
  readonly zone: string | null;
  readonly calendar: string | null;
  /** Two letters that case numbers of this region begin with. */
  readonly prefix: string;
  readonly name: Text;
};

export type Unit = {
  readonly code: string;
  readonly regionCode: string;
  readonly phone: string;
  readonly headId: string | null;
  /** Takes in for the other units of its region: the one window (综合窗口, bộ phận một cửa). */
  readonly intake: boolean;
  readonly name: Text;
  readonly version: number;
};

export type Venue = {
  readonly code: string;
  readonly unitCode: string;
  readonly regionCode: string;
  readonly phone: string;
  readonly hours: Hours;
  readonly name: Text;
  readonly address: Text;
};

export type Officer = {
  readonly personId: string;
  readonly unitCode: string;
  readonly venueCode: string | null;
  readonly windowNo: number | null;
  readonly phone: string;
  readonly name: Text;
  readonly title: Text;
  readonly version: number;
};

export async function editionOf(tx: Tx): Promise<string> {
  return (await tx.one<{ edition: string }>(`select edition from directory.edition`)).edition;
}

export async function setEdition(tx: Tx, edition: string): Promise<void> {
  await tx.run(`update directory.edition set edition = $1`, [edition]);
}

export async function setAgencyName(tx: Tx, name: Text): Promise<void> {
  await tx.run(`update directory.edition set agency_name = $1`, [JSON.stringify(name)]);
}

export async function getAgencyName(tx: Tx): Promise<Text> {
  return (await tx.one<{ agencyName: Text }>(`select agency_name from directory.edition`)).agencyName;
}

export function listRegions(tx: Tx) {
  return tx.rows<Region>(
    `select code, parent_code, level, jurisdiction, zone, calendar, prefix, name from directory.region order by position, code`,
  );
}

export function listUnits(tx: Tx) {
  return tx.rows<Unit>(`select code, region_code, phone, head_id, intake, name, version from directory.unit order by position, code`);
}

export function listVenues(tx: Tx) {
  return tx.rows<Venue>(`select code, unit_code, region_code, phone, hours, name, address from directory.venue order by position, code`);
}

export function listOfficers(tx: Tx) {
  return tx.rows<Officer>(
    `select person_id, unit_code, venue_code, window_no, phone, name, title, version from directory.officer order by position, person_id`,
  );
}

export type AddedChange = CalendarChange & { readonly changeId: string };

export function listChanges(tx: Tx) {
  return tx.rows<AddedChange>(
    `select change_id, calendar, day, worked, reason, announced_at from directory.calendar_change order by announced_at, change_id`,
  );
}

export async function insertChange(tx: Tx, change: AddedChange & { madeBy: string | null }): Promise<void> {
  await tx.run(
    `insert into directory.calendar_change (change_id, calendar, day, worked, reason, announced_at, made_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [change.changeId, change.calendar, change.day, change.worked, JSON.stringify(change.reason), change.announcedAt, change.madeBy],
  );
}

export function lockUnit(tx: Tx, code: string) {
  return tx.maybe<Unit>(`select code, region_code, phone, head_id, intake, name, version from directory.unit where code = $1 for update`, [
    code,
  ]);
}

export async function setUnit(tx: Tx, unit: Pick<Unit, 'code' | 'phone' | 'headId' | 'name' | 'version'>): Promise<boolean> {
  const changed = await tx.run(
    `update directory.unit set phone = $3, head_id = $4, name = $5, version = version + 1 where code = $1 and version = $2`,
    [unit.code, unit.version, unit.phone, unit.headId, JSON.stringify(unit.name)],
  );
  return changed === 1;
}

export function lockOfficer(tx: Tx, personId: string) {
  return tx.maybe<Officer>(
    `select person_id, unit_code, venue_code, window_no, phone, name, title, version from directory.officer where person_id = $1 for update`,
    [personId],
  );
}

export async function setOfficer(tx: Tx, officer: Pick<Officer, 'personId' | 'phone' | 'title' | 'version'>): Promise<boolean> {
  const changed = await tx.run(
    `update directory.officer set phone = $3, title = $4, version = version + 1 where person_id = $1 and version = $2`,
    [officer.personId, officer.version, officer.phone, JSON.stringify(officer.title)],
  );
  return changed === 1;
}

export async function putRegion(tx: Tx, region: Region, position: number): Promise<void> {
  await tx.run(
    `insert into directory.region (code, parent_code, level, jurisdiction, zone, calendar, prefix, name, position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (code) do update set (parent_code, level, jurisdiction, zone, calendar, prefix, name, position)
       = row (excluded.parent_code, excluded.level, excluded.jurisdiction, excluded.zone, excluded.calendar, excluded.prefix, excluded.name, excluded.position)`,
    [
      region.code,
      region.parentCode,
      region.level,
      region.jurisdiction,
      region.zone,
      region.calendar,
      region.prefix,
      JSON.stringify(region.name),
      position,
    ],
  );
}

export async function putUnit(tx: Tx, unit: Omit<Unit, 'version'>, position: number): Promise<void> {
  await tx.run(
    `insert into directory.unit (code, region_code, phone, head_id, intake, name, position) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (code) do update set (region_code, phone, head_id, intake, name, position)
       = row (excluded.region_code, excluded.phone, excluded.head_id, excluded.intake, excluded.name, excluded.position)`,
    [unit.code, unit.regionCode, unit.phone, unit.headId, unit.intake, JSON.stringify(unit.name), position],
  );
}

export async function putVenue(tx: Tx, venue: Venue, position: number): Promise<void> {
  await tx.run(
    `insert into directory.venue (code, unit_code, region_code, phone, hours, name, address, position) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (code) do update set (unit_code, region_code, phone, hours, name, address, position)
       = row (excluded.unit_code, excluded.region_code, excluded.phone, excluded.hours, excluded.name, excluded.address, excluded.position)`,
    [
      venue.code,
      venue.unitCode,
      venue.regionCode,
      venue.phone,
      JSON.stringify(venue.hours),
      JSON.stringify(venue.name),
      JSON.stringify(venue.address),
      position,
    ],
  );
}

export async function putOfficer(tx: Tx, officer: Omit<Officer, 'version'>, position: number): Promise<void> {
  await tx.run(
    `insert into directory.officer (person_id, unit_code, venue_code, window_no, phone, name, title, position) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (person_id) do update set (unit_code, venue_code, window_no, phone, name, title, position)
       = row (excluded.unit_code, excluded.venue_code, excluded.window_no, excluded.phone, excluded.name, excluded.title, excluded.position)`,
    [
      officer.personId,
      officer.unitCode,
      officer.venueCode,
      officer.windowNo,
      officer.phone,
      JSON.stringify(officer.name),
      JSON.stringify(officer.title),
      position,
    ],
  );
}

/** For the doctor: units whose parent is not listed, or whose head is not in the directory. */
export async function listOrphanUnits(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ code: string }>(
    `select code from directory.unit u
     where (code like '%/%' and not exists (select from directory.unit p where p.code = regexp_replace(u.code, '/[^/]*$', '')))
       or (head_id is not null and not exists (select from directory.officer o where o.person_id = u.head_id)) limit 100`,
  );
  return rows.map(({ code }) => code);
}

/** For the doctor: regions that no region with a time zone and a calendar stands above. */
export async function listRootlessRegions(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ code: string }>(
    `with recursive placed as (
       select code from directory.region where parent_code is null and zone is not null and calendar is not null
       union select r.code from directory.region r join placed on r.parent_code = placed.code)
     select code from directory.region where code not in (select code from placed) limit 100`,
  );
  return rows.map(({ code }) => code);
}
