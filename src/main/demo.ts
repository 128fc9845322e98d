import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { App } from '#kernel/app.ts';
import { jobOf } from '#kernel/jobs.ts';
import { findMark, setMark } from '#kernel/queries.ts';
import { type DemoHalls, loadDemoPlans } from '#modules/appointments/index.ts';
import { loadDemoCatalogue } from '#modules/catalogue/index.ts';
import { type DemoPlaces, loadDemoDirectory } from '#modules/directory/index.ts';
import { type DemoCentre, loadDemoPeople } from '#modules/identity/index.ts';
import { loadDemoBookings } from './demo/bookings.ts';
import { loadDemoCases } from './demo/cases.ts';
import { loadDemoDoor } from './demo/door.ts';
import { laps } from './laps.ts';

/** `generated`: fill the catalogue up to a province's size. `cases`: cases in every state, played through the real acts. */
export type DemoParts = { readonly generated: boolean; readonly cases: boolean };

const data = fileURLToPath(new URL('../../data/', import.meta.url));

/** The demo centre: people first, then places, items and cases. Loaded again only when its files have changed, and then only what changed; cases once. */
export async function loadDemo(app: App, parts: DemoParts = { generated: true, cases: true }): Promise<string> {
  const job = jobOf(app, 'main');
  const seconds = laps();
  const stamp = stampOf(parts);
  if ((await job.transaction(({ tx }) => findMark(tx, 'demo'))) === stamp) return 'demo data as before';
  const centre = parse(readFileSync(join(data, 'demo/centre.yaml'), 'utf8')) as DemoCentre & DemoPlaces & DemoHalls;
  await job.transaction(async ({ tx, now }) => {
    await loadDemoPeople(tx, centre, now);
    await loadDemoDirectory(tx, centre);
  });
  await job.transaction((act) => loadDemoPlans(act, centre));
  const places = `${centre.units.length} units ${seconds()}`;
  const { items } = await loadDemoCatalogue(job, parts.generated ? undefined : 0);
  const catalogue = `${items} items ${seconds()}`;
  const cases = parts.cases && !(await job.transaction(({ tx }) => findMark(tx, 'demo-cases'))) ? await loadDemoCases(app) : 0;
  const bookings = parts.cases && !(await job.transaction(({ tx }) => findMark(tx, 'demo-bookings'))) ? await loadDemoBookings(app) : 0;
  const visits = parts.cases && !(await job.transaction(({ tx }) => findMark(tx, 'demo-door'))) ? await loadDemoDoor(app) : 0;
  await job.transaction(async ({ tx }) => {
    await setMark(tx, 'demo', stamp);
    if (parts.cases) await setMark(tx, 'demo-cases', 'loaded');
    if (parts.cases) await setMark(tx, 'demo-bookings', 'loaded');
    if (parts.cases) await setMark(tx, 'demo-door', 'loaded');
  });
  return `demo data (${places}, ${catalogue}, ${cases} cases, ${bookings} bookings ${seconds()}, ${visits} visits)`;
}

function stampOf(parts: DemoParts): string {
  const hash = createHash('sha256').update(JSON.stringify(parts));
  for (const folder of ['demo', 'catalogue', 'catalogue/items']) {
    for (const entry of readdirSync(join(data, folder), { withFileTypes: true }).filter((one) => one.isFile()))
      hash.update(readFileSync(join(data, folder, entry.name)));
  }
  return hash.digest('hex');
}
