import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { appointmentsWords } from './locales/index.ts';
import { portalPages } from './pages/portal/index.ts';
import { routines } from './reactions.ts';

export const appointmentsModule = defineModule({
  name: 'appointments',
  migrations: new URL('./migrations/', import.meta.url),
  contract,
  actions,
  pages: portalPages,
  routines,
  refusalWords: (language) => appointmentsWords(language).refusals,
});

export { type DemoHalls, loadDemoPlans } from './demo.ts';
export {
  findBooking,
  getHallPlan,
  type HallBooking,
  type HallPlan,
  listBookingsOn,
  markArrived,
  markMissed,
  markServed,
} from './door.ts';
