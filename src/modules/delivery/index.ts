import { defineModule } from '#kernel/module.ts';
import type { Act } from '#kernel/endpoint.ts';
import { isRefusal } from '#kernel/result.ts';
import * as actions from './actions.ts';
import { book, chooseWay, collect, type DeliveryView, findReady, getDelivery } from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { issue } from './pages/issue.tsx';
import { myDelivery } from './pages/my-delivery.tsx';
import { sheets } from './pages/sheets.ts';
import { reactions, routines } from './reactions.ts';

export { DeliveryPanel, type DeliveryPanelProps } from './pages/panel.tsx';
export { configureDelivery } from './settings.ts';
export type { DeliveryView } from './contract.ts';

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

/** How the result of a case comes to the applicant; undefined while there is none, or the reader may not see the case. */
export async function deliveryOf(act: Act, caseNo: string): Promise<DeliveryView | undefined> {
  const delivery = await actions.getDelivery(act, { caseNo });
  return isRefusal(delivery) ? undefined : delivery;
}
