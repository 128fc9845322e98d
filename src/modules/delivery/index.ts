import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { book, chooseWay, collect, findReady, getDelivery } from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { issue } from './pages/issue.tsx';
import { myDelivery } from './pages/my-delivery.tsx';
import { sheets } from './pages/sheets.ts';
import { reactions, routines } from './reactions.ts';

export { exportHandovers, forgetHandovers } from './queries.ts';
export { configureDelivery } from './settings.ts';

export const deliveryModule = defineModule({
  name: 'delivery',
  migrations: new URL('./migrations/', import.meta.url),
  contract: { getDelivery, chooseWay, book, collect, findReady },
  actions,
  pages: [...issue, myDelivery, ...sheets],
  reactions,
  routines,
  refusalWords: (language) => wordsIn(language).refusals,
});
