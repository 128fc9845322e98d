import type { Tx } from '#kernel/db.ts';
import { snapshot } from '#kernel/snapshot.ts';
import type { Day } from '#kernel/workdays.ts';
import { type Directory, getDirectory, openingOn, type Venue } from '#modules/directory/index.ts';
import { getPlanEdition, listExceptions, listPlans, listResources, type PlanRow, type ResourceRow } from './queries/plans.ts';
import type { ExceptionDay, Plan, Span } from './rules/plan.ts';

type HeldPlace = {
  readonly plans: readonly PlanRow[];
  readonly exceptions: ReadonlyMap<Day, ExceptionDay>;
  readonly resources: readonly ResourceRow[];
};

async function load(tx: Tx) {
  const [plans, exceptions, resources] = [await listPlans(tx), await listExceptions(tx), await listResources(tx)];
  const resourcesByPlace = Map.groupBy(resources, ({ place }) => place);
  const exceptionsByPlace = Map.groupBy(exceptions, ({ place }) => place);
  const places = Map.groupBy(plans, ({ place }) => place);
  return {
    resources: new Map(resources.map((one) => [one.resourceId, one])),
    places: new Map<string, HeldPlace>(
      [...places].map(([place, versions]) => [
        place,
        {
          plans: versions,
          exceptions: new Map((exceptionsByPlace.get(place) ?? []).map((one) => [one.day, one])),
          resources: resourcesByPlace.get(place) ?? [],
        },
      ]),
    ),
  };
}
const held = snapshot(getPlanEdition, load);

/** After a commit that changed a plan. */
export const forgetPlans = held.forget;

/** A place with what it can take, day by day. */
export type Site = {
  readonly place: string;
  readonly venue: Venue;
  readonly zone: string;
  readonly directory: Directory;
  readonly plans: readonly PlanRow[];
  /** The plan that holds on a day: the latest version that has begun. Before the first begins, the first. */
  planOn(day: Day): Plan;
  exceptionOn(day: Day): ExceptionDay | undefined;
  spansOn(day: Day): readonly Span[];
  readonly resources: readonly ResourceRow[];
  resource(kind: ResourceRow['kind'], ref: string): ResourceRow | undefined;
};

/** A place by its code; `undefined` when it has no plan. A part of a venue (`hechuan-hall:canteen`) lies where the venue lies. */
export async function findSite(tx: Tx, place: string): Promise<Site | undefined> {
  return siteIn(await held.get(tx), tx, place);
}

/** As this transaction has just written it: what is held in memory may not know yet, and must not while it is not committed. */
export async function readSite(tx: Tx, place: string): Promise<Site | undefined> {
  return siteIn(await load(tx), tx, place);
}

async function siteIn({ places }: Awaited<ReturnType<typeof load>>, tx: Tx, place: string): Promise<Site | undefined> {
  const directory = await getDirectory(tx);
  const known = places.get(place);
  const venue = directory.venueByCode.get(venueCodeOf(place));
  return known && venue ? makeSite(place, known, { directory, venue }) : undefined;
}

export async function listSites(tx: Tx): Promise<Site[]> {
  const places = [...(await held.get(tx)).places.keys()];
  const sites = await Promise.all(places.map((place) => findSite(tx, place)));
  return sites.filter((site) => site !== undefined);
}

export async function resourcesById(tx: Tx): Promise<ReadonlyMap<number, ResourceRow>> {
  return (await held.get(tx)).resources;
}

export function venueCodeOf(place: string): string {
  return place.split(':', 1)[0] as string;
}

/** A place as it would be with other plans and some other days. */
export function trySite(site: Site, { plans, exceptions }: { plans: readonly PlanRow[]; exceptions: readonly ExceptionDay[] }): Site {
  const tried = new Map(exceptions.map((one) => [one.day, one]));
  const made = makeSite(site.place, { plans, exceptions: tried, resources: site.resources }, site);
  const exceptionOn = (day: Day) => tried.get(day) ?? site.exceptionOn(day);
  return { ...made, exceptionOn, spansOn: (day) => exceptionOn(day)?.spans ?? made.spansOn(day) };
}

function makeSite(place: string, known: HeldPlace, { directory, venue }: { directory: Directory; venue: Venue }): Site {
  const { plans, exceptions, resources } = known;
  const byRef = new Map(resources.map((one) => [`${one.kind}/${one.ref}`, one]));
  const earliest = plans.at(-1) as PlanRow;
  const planOn = (day: Day) => (plans.find(({ validFrom }) => validFrom <= day) ?? earliest).body;
  return {
    place,
    venue,
    directory,
    zone: directory.zoneOf(venue.code),
    plans,
    planOn,
    exceptionOn: (day) => exceptions.get(day),
    spansOn: (day) => exceptions.get(day)?.spans ?? openingOn(planOn(day).hours ?? venue.hours, directory.calendarOf(venue.code), day),
    resources,
    resource: (kind, ref) => byRef.get(`${kind}/${ref}`),
  };
}
