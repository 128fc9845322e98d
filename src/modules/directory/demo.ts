import type { Tx } from '#kernel/db.ts';
import { newId } from '#kernel/ids.ts';
import type { Text } from '#kernel/locale.ts';
import { withTraditional } from '#kernel/traditional.ts';
import { personIdsByUsername } from '#modules/identity/index.ts';
import { forgetDirectory } from './directory.ts';
import { putOfficer, putRegion, putUnit, putVenue, setAgencyName, setEdition } from './queries.ts';
import { parseHours } from './rules/hours.ts';
import { prefixFrom } from './rules/prefix.ts';

type Written = Readonly<Record<string, readonly string[]>>;

/** What this module reads of `data/demo/centre.yaml`. */
export type DemoPlaces = {
  readonly agencyName?: Text;
  readonly regions: readonly {
    readonly code: string;
    readonly parent?: string;
    readonly level: string;
    readonly jurisdiction: 'CN' | 'VN';
    readonly zone?: string;
    readonly calendar?: string;
    readonly prefix?: string;
    readonly name: Text;
  }[];
  readonly units: readonly {
    readonly code: string;
    readonly region: string;
    readonly head?: string;
    readonly phone: string;
    readonly name: Text;
  }[];
  readonly venues: readonly {
    readonly code: string;
    readonly unit: string;
    readonly region: string;
    readonly phone: string;
    readonly hours: Written;
    readonly name: Text;
    readonly address: Text;
  }[];
  readonly officers: readonly {
    readonly username: string;
    readonly roles: readonly string[];
    readonly unit: string;
    readonly venue?: string;
    readonly window?: number;
    readonly phone: string;
    readonly title: Text;
    readonly name: Text;
  }[];
};

/** The demo's places and officers, after its people. Loading again sets everything back as written, and leaves calendar changes alone. */
export async function loadDemoDirectory(tx: Tx, centre: DemoPlaces): Promise<void> {
  const personIds = await personIdsByUsername(
    tx,
    centre.officers.map((officer) => officer.username),
  );
  if (centre.agencyName) await setAgencyName(tx, withTraditional(centre.agencyName));
  for (const [position, region] of centre.regions.entries()) {
    const { code, parent = null, level, jurisdiction, zone = null, calendar = null, prefix, name } = region;
    const known = { code, parentCode: parent, level, jurisdiction, zone, calendar, prefix: prefix ?? prefixFrom(name.en ?? code) };
    await putRegion(tx, { ...known, name: withTraditional(name) }, position);
  }
  await loadUnits(tx, centre, personIds);
  for (const [position, { code, unit, region, phone, hours, name, address }] of centre.venues.entries()) {
    const texts = { name: withTraditional(name), address: withTraditional(address) };
    await putVenue(tx, { code, unitCode: unit, regionCode: region, phone, hours: parseHours(hours), ...texts }, position);
  }
  await loadOfficers(tx, centre, personIds);
  await setEdition(tx, newId());
  forgetDirectory();
}

/** Where officers with the role `window` work, the other units' applications are taken in. */
async function loadUnits(tx: Tx, { units, officers }: DemoPlaces, personIds: ReadonlyMap<string, string>): Promise<void> {
  const intake = new Set(officers.filter((officer) => officer.roles.includes('window')).map((officer) => officer.unit));
  for (const [position, { code, region, head, phone, name }] of units.entries()) {
    const headId = (head && personIds.get(head)) || null;
    await putUnit(tx, { code, regionCode: region, phone, headId, intake: intake.has(code), name: withTraditional(name) }, position);
  }
}

async function loadOfficers(tx: Tx, { officers }: DemoPlaces, personIds: ReadonlyMap<string, string>): Promise<void> {
  for (const [position, { username, unit, venue, window, phone, name, title }] of officers.entries()) {
    const personId = personIds.get(username);
    if (!personId) throw new Error(`the officer ${username} has no account: load the demo's people first`);
    const place = { unitCode: unit, venueCode: venue ?? null, windowNo: window ?? null };
    await putOfficer(tx, { personId, ...place, phone, name: withTraditional(name), title: withTraditional(title) }, position);
  }
}
