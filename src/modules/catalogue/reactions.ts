import type { Job, Reaction, Routine } from '#kernel/module.ts';
import { touchCatalogue } from './publish.ts';
import { countZeroHit, listUnspelled, setSounds } from './queries/synonyms.ts';
import { listUnderived, setDerived } from './queries/versions.ts';
import { deriveFrom } from './rules/derived.ts';
import { lettersOf } from './rules/search/synonyms.ts';

/** Both may run twice: a search counted double does no harm. */
export const reactions: readonly Reaction[] = [
  {
    on: 'catalogue.item_not_found',
    name: 'count_zero_hit',
    run: (job, { payload, at }) =>
      job.transaction(({ tx }) => countZeroHit(tx, { words: String(payload['words']), language: String(payload['language']), at })),
  },
  // Lists show what a unit is called now.
  { on: 'directory.contacts_changed', name: 'read_units_again', run: (job) => job.transaction(touchCatalogue) },
];

const derivedAtOnce = 200;

/** What earlier releases published, or worked out by other rules: a few hundred versions a transaction. */
async function derive(job: Job): Promise<void> {
  const some = () =>
    job.transaction(async ({ tx }) => {
      const rows = await listUnderived(tx, derivedAtOnce);
      if (rows.length > 0)
        await setDerived(
          tx,
          rows.map(({ itemVersionId, body }) => ({ itemVersionId, derived: deriveFrom(body) })),
        );
      return rows.length;
    });
  while ((await some()) === derivedAtOnce);
  await job.transaction(async ({ tx }) => {
    for (const { synonymId, said } of await listUnspelled(tx))
      await setSounds(tx, synonymId, Object.fromEntries(said.map((saying) => [saying, lettersOf(saying)])));
  });
}

export const routines: readonly Routine[] = [{ name: 'derive', everySeconds: 3600, run: derive }];
