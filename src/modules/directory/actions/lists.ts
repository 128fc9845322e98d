import { isWithin } from '#kernel/actor.ts';
import type { Action } from '#kernel/endpoint.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract.ts';
import { type Directory, getDirectory } from '../directory.ts';
import type { Officer, Unit } from '../queries.ts';

export const listUnits: Action<typeof contract.listUnits> = async ({ tx, language }, input) => {
  const directory = await getDirectory(tx);
  const units = directory.units.filter((unit) => !input.region || unit.regionCode === input.region);
  const { rows, nextCursor } = pageOf(units, input, (unit) => unit.code);
  return { rows: rows.map((unit) => unitShape(directory, unit, language)), nextCursor };
};

export const getUnit: Action<typeof contract.getUnit> = async ({ tx, language }, { code }) => {
  const directory = await getDirectory(tx);
  const unit = directory.unitByCode.get(code);
  if (!unit) return refuse('not_found');
  const officers = directory.officersOfUnit(code).map((officer) => officerShape(directory, officer, language));
  return { ...unitShape(directory, unit, language), officers };
};

export const listOfficers: Action<typeof contract.listOfficers> = async ({ tx, language }, input) => {
  const directory = await getDirectory(tx);
  const officers = findOfficers(directory, input);
  const { rows, nextCursor } = pageOf(officers, input, (officer) => officer.personId);
  return { rows: rows.map((officer) => officerShape(directory, officer, language)), nextCursor };
};

export const listVenues: Action<typeof contract.listVenues> = async ({ tx, language }, input) => {
  const directory = await getDirectory(tx);
  const venues = directory.venues.filter((venue) => !input.region || venue.regionCode === input.region);
  const { rows, nextCursor } = pageOf(venues, input, (venue) => venue.code);
  const shapes = rows.map(({ code, phone, unitCode, regionCode, name, address, hours }) => ({
    code,
    phone,
    unitCode,
    regionCode,
    name: textIn(name, language),
    address: textIn(address, language),
    zone: directory.zoneOf(code),
    hours: Object.fromEntries(Object.entries(hours).map(([weekday, spans]) => [weekday, [...spans]])),
  }));
  return { rows: shapes, nextCursor };
};

/** Officers of a unit and those below, whose name, title or unit contains the words in any language. */
export function findOfficers(directory: Directory, { unit, q }: { unit?: string | undefined; q?: string | undefined }): Officer[] {
  const wanted = fold(q ?? '');
  return directory.officers.filter((officer) => {
    if (unit && !isWithin(officer.unitCode, unit)) return false;
    const texts = [officer.name, officer.title, directory.unitByCode.get(officer.unitCode)?.name ?? {}];
    return wanted === '' || texts.some((text) => Object.values(text).some((said) => fold(said).includes(wanted)));
  });
}

/** Vietnamese is looked for with or without its marks. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase().trim();
}

function unitShape(directory: Directory, unit: Unit, language: Language) {
  const head = directory.headOf(unit.code);
  return {
    code: unit.code,
    parentCode: unit.code.includes('/') ? unit.code.slice(0, unit.code.lastIndexOf('/')) : null,
    regionCode: unit.regionCode,
    name: textIn(unit.name, language),
    names: unit.name,
    phone: unit.phone,
    headName: head ? textIn(head.name, language) : null,
    version: unit.version,
  };
}

function officerShape(directory: Directory, officer: Officer, language: Language) {
  const { personId, unitCode, venueCode, windowNo, phone, version } = officer;
  return {
    personId,
    name: textIn(officer.name, language),
    title: textIn(officer.title, language),
    unitCode,
    unitName: textIn(directory.unitByCode.get(unitCode)?.name, language),
    venueCode,
    windowNo,
    phone,
    version,
  };
}

function pageOf<Row>(all: readonly Row[], { limit = 200, cursor }: { limit?: number; cursor?: string }, keyOf: (row: Row) => string) {
  const start = cursor ? all.findIndex((row) => keyOf(row) === cursor) + 1 : 0;
  const rows = all.slice(start, start + limit);
  const last = rows.at(-1);
  return { rows, nextCursor: last && start + limit < all.length ? keyOf(last) : null };
}
