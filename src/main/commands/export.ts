import { writeFile } from 'node:fs/promises';
import { jobOf } from '#kernel/jobs.ts';
import { exportCatalogue } from '#modules/catalogue/index.ts';
import { withApp } from '../open.ts';

/** `export catalogue FILE`: every item in force in our own format, which `import --format tongban` reads. */
export function run([what, path]: readonly string[]): Promise<number> {
  if (what !== 'catalogue' || !path) throw new Error('Say: ./tongban export catalogue FILE');
  return withApp(async (app) => {
    await writeFile(path, await jobOf(app, 'catalogue').transaction(({ tx, now }) => exportCatalogue(tx, now)));
    console.log(`The catalogue is in ${path}.`);
    return 0;
  });
}
