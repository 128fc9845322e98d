import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { App } from '#kernel/app.ts';
import { jobOf } from '#kernel/jobs.ts';
import { loadDemoCatalogue } from '#modules/catalogue/index.ts';
import { type DemoPlaces, loadDemoDirectory } from '#modules/directory/index.ts';
import { type DemoCentre, loadDemoPeople } from '#modules/identity/index.ts';

/** `generated`: fill the catalogue up to a province's size. `cases`: cases in every state, played through the real acts. */
export type DemoParts = { readonly generated: boolean; readonly cases: boolean };

/** The demo centre: people first, then places, then items. Loading it again changes only what the files have changed. */
export async function loadDemo(app: App, parts: DemoParts = { generated: true, cases: true }): Promise<string> {
  const centre = parse(readFileSync(new URL('../../data/demo/centre.yaml', import.meta.url), 'utf8')) as DemoCentre & DemoPlaces;
  const job = jobOf(app, 'main');
  await job.transaction(async ({ tx, now }) => {
    await loadDemoPeople(tx, centre, now);
    await loadDemoDirectory(tx, centre);
  });
  const items = await loadDemoCatalogue(job);
  return `demo data (${JSON.stringify(items)})`;
}
