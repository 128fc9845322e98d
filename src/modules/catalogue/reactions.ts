import type { Reaction } from '#kernel/module.ts';
import { touchCatalogue } from './publish.ts';
import { countZeroHit } from './queries/synonyms.ts';

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
