import { checkups } from '#kernel/checkups.ts';
import { jobOf } from '#kernel/jobs.ts';
import { withApp } from '../open.ts';

/** Asks every module's invariants of the live data. Ends with 1 when one is broken, and names the rows. */
export function run(): Promise<number> {
  return withApp(async (app) => {
    let broken = 0;
    for (const module of [{ name: 'kernel', checkups }, ...app.modules]) {
      for (const checkup of module.checkups) {
        const rows = await jobOf(app, module.name).transaction((act) => checkup.run(act));
        console.log(
          `${rows.length === 0 ? 'ok    ' : 'BROKEN'}  ${module.name}: ${checkup.name}${rows.length === 0 ? '' : ` — ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ` and ${rows.length - 20} more` : ''}`}`,
        );
        broken += rows.length === 0 ? 0 : 1;
      }
    }
    return broken === 0 ? 0 : 1;
  });
}
