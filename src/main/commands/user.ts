import { jobOf } from '#kernel/jobs.ts';
import { createOwner } from '#modules/identity/index.ts';
import { withApp } from '../open.ts';

/** `user owner`: the one-time link under which the first administrator of an empty installation sets a password. */
export function run([what]: readonly string[]): Promise<number> {
  if (what !== 'owner') throw new Error('Say: ./tongban user owner');
  return withApp(async (app, { config }) => {
    const link = await jobOf(app, 'identity').transaction(({ tx, now }) => createOwner(tx, now));
    console.log(
      link
        ? `${config.publicUrl ?? `http://${config.host}:${config.port}`}${link.path}  (until ${link.expiresAt})`
        : 'There is an administrator already. Administrators add people at /admin/people.',
    );
    return 0;
  });
}
