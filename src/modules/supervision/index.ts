import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { getOverview, getRatings, listRefused, listWatched } from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { pages } from './pages/index.ts';
import { reactions, routines } from './reactions.ts';

export { forgetReasons } from './queries/endings.ts';

export const supervisionModule = defineModule({
  name: 'supervision',
  migrations: new URL('./migrations/', import.meta.url),
  contract: { getOverview, listWatched, listRefused, getRatings },
  actions,
  pages,
  reactions,
  routines,
  refusalWords: (language) => wordsIn(language).refusals,
});
