import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import { snapshot } from '#kernel/snapshot.ts';
import type { Day } from '#kernel/workdays.ts';
import {
  type AddedChange,
  editionOf,
  getAgencyName,
  listChanges,
  listOfficers,
  listRegions,
  listUnits,
  listVenues,
  type Officer,
  type Region,
  type Unit,
  type Venue,
} from './queries.ts';
import { calendarAsKnown, type CalendarSource, chinaCalendar, type KnownCalendar, vietnamCalendar } from './rules/calendars.ts';
import { openingOn, type Span } from './rules/hours.ts';

export type Rows = {
  readonly agencyName: Text;
  readonly regions: readonly Region[];
  readonly units: readonly Unit[];
  readonly venues: readonly Venue[];
  readonly officers: readonly Officer[];
  readonly changes: readonly AddedChange[];
};

/**
 * The whole directory, held in memory. A place is named by the code of a region, a unit or a venue, or by a calendar (`CN`, `VN`);
 * asking for a place nobody knows throws, `has` tells beforehand.
 */
export type Directory = Rows & {
  readonly regionByCode: ReadonlyMap<string, Region>;
  readonly unitByCode: ReadonlyMap<string, Unit>;
  readonly venueByCode: ReadonlyMap<string, Venue>;
  has(place: string): boolean;
  /** The code of the region a place lies in; for a unit that is not in the directory, that of the nearest unit above. */
  regionOf(place: string): string;
  zoneOf(place: string): string;
  /** The working calendar of a place with every change announced so far, its own local ones too. */
  calendarOf(place: string): KnownCalendar;
  /** The calendar as it was known at an instant. */
  calendarAt(place: string, at: Date): KnownCalendar;
  officersOfUnit(unitCode: string): readonly Officer[];
  officerById(personId: string): Officer | undefined;
  /** The person who heads a unit, else the nearest unit above. */
  headOf(unitCode: string): Officer | undefined;
  /** Two letters that numbers of a place begin with. */
  prefixOf(place: string): string;
  /** The unit whose window takes in for a place. */
  windowUnitOf(place: string): string;
  /** When a venue is open on a day. */
  openingOf(venueCode: string, day: Day): readonly Span[];
};

const sources = new Map<string, CalendarSource>([
  ['CN', chinaCalendar()],
  ['VN', vietnamCalendar()],
]);

const held = snapshot(editionOf, async (tx) =>
  toDirectory({
    agencyName: await getAgencyName(tx),
    regions: await listRegions(tx),
    units: await listUnits(tx),
    venues: await listVenues(tx),
    officers: await listOfficers(tx),
    changes: await listChanges(tx),
  }),
);

export function getDirectory(tx: Tx): Promise<Directory> {
  return held.get(tx);
}

/** After a commit that changed the directory. */
export function forgetDirectory(): void {
  held.forget();
}

export function toDirectory(rows: Rows): Directory {
  const places = placesOf(rows);
  const { venueByCode, unitByCode, regionByCode, regionOf, regionsUp } = places;
  const officersByUnit = Map.groupBy(rows.officers, (officer) => officer.unitCode);
  const officerById = new Map(rows.officers.map((officer) => [officer.personId, officer]));
  const calendarAt = (place: string, at?: Date) =>
    makeKnown(rows.changes, { place, above: sources.has(place) ? [] : regionsUp(place) }, at);
  const calendarOf = remembered(calendarAt);
  return {
    ...rows,
    ...places,
    has: (place) => sources.has(place) || places.findRegion(place) !== undefined,
    zoneOf: (place) => (sources.has(place) ? undefined : regionsUp(place).find((region) => region.zone)?.zone) ?? calendarOf(place).zone,
    calendarOf,
    calendarAt,
    officersOfUnit: (unitCode) => officersByUnit.get(unitCode) ?? [],
    officerById: (personId) => officerById.get(personId),
    headOf: (unitCode) =>
      pathUp(unitCode)
        .map((code) => officerById.get(unitByCode.get(code)?.headId ?? ''))
        .find((head) => head !== undefined),
    prefixOf: (place) => regionByCode.get(regionOf(place))?.prefix ?? unknown(place),
    windowUnitOf: (place) => findWindowUnit(rows.units, regionsUp(place), regionsUp) ?? unknown(place),
    openingOf: (venueCode, day) => openingOn(venueByCode.get(venueCode)?.hours ?? {}, calendarOf(venueCode), day),
  };
}

function placesOf({ regions, units, venues }: Rows) {
  const regionByCode = byCode(regions);
  const unitByCode = byCode(units);
  const venueByCode = byCode(venues);
  const findRegion = (place: string): string | undefined =>
    regionByCode.get(place)?.code ?? venueByCode.get(place)?.regionCode ?? nearest(place, unitByCode)?.regionCode;
  const regionOf = (place: string) => findRegion(place) ?? unknown(place);
  /** The region of a place and those above it, nearest first. */
  const regionsUp = (place: string): Region[] => {
    const chain: Region[] = [];
    let region = regionByCode.get(regionOf(place));
    while (region) {
      chain.push(region);
      region = region.parentCode ? regionByCode.get(region.parentCode) : undefined;
    }
    return chain;
  };
  return { regionByCode, unitByCode, venueByCode, findRegion, regionOf, regionsUp };
}

/** The state's calendar of a place with what was announced for the state, for the regions above, and for the place alone. */
function makeKnown(
  changes: readonly AddedChange[],
  { place, above }: { place: string; above: readonly Region[] },
  at?: Date,
): KnownCalendar {
  const source = sources.get(place) ?? sources.get(above.find((region) => region.calendar)?.calendar ?? '') ?? unknown(place);
  const codes = new Set([place, source.code, ...above.map((region) => region.code)]);
  const added = changes.filter((change) => codes.has(change.calendar)).map((change) => ({ ...change, calendar: source.code }));
  return calendarAsKnown(source, added, at);
}

/** The window of the nearest region above, else of one below, else the first unit of the region itself. */
function findWindowUnit(units: readonly Unit[], above: readonly Region[], regionsUp: (place: string) => Region[]): string | undefined {
  const windows = units.filter((unit) => unit.intake);
  const near = above.map(({ code }) => windows.find((unit) => unit.regionCode === code)).find(Boolean);
  const below = windows.find((unit) => regionsUp(unit.regionCode).some(({ code }) => code === above[0]?.code));
  return (near ?? below ?? units.find((unit) => unit.regionCode === above[0]?.code))?.code;
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, Value>();
  return (key) => {
    const value = values.get(key) ?? make(key);
    values.set(key, value);
    return value;
  };
}

function byCode<Row extends { readonly code: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.code, row]));
}

/** A code and those above it, nearest first. */
function pathUp(code: string): string[] {
  const parts = code.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

function nearest(code: string, units: ReadonlyMap<string, Unit>): Unit | undefined {
  return pathUp(code)
    .map((above) => units.get(above))
    .find((unit) => unit !== undefined);
}

function unknown(place: string): never {
  throw new Error(`nobody knows the place ${place}`);
}
