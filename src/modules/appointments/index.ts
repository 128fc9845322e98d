import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { checkups } from './checkups.ts';
import * as contract from './contract.ts';
import { appointmentsWords } from './locales/index.ts';
import { deskPages } from './pages/desk/index.ts';
import { plannerPages } from './pages/planner/index.ts';
import { portalPages } from './pages/portal/index.ts';
import { reactions, routines } from './reactions.ts';

export const appointmentsModule = defineModule({
  name: 'appointments',
  migrations: new URL('./migrations/', import.meta.url),
  contract,
  actions,
  pages: [...portalPages, ...deskPages, ...plannerPages],
  checkups,
  reactions,
  routines,
  refusalWords: (language) => appointmentsWords(language).refusals,
});

export { countBookings } from './actions/closing.ts';
export { type DemoHalls, loadDemoPlans } from './demo.ts';
export {
  findBooking,
  getHallPlan,
  type HallBooking,
  hallLoad,
  type HallLoad,
  type HallPlan,
  listBookingsOn,
  markArrived,
  markMissed,
  markServed,
} from './door.ts';
export { exportBookings } from './queries/export.ts';
export { setPassIssuer } from './pass.ts';
export { findToldBooking, type ToldBooking } from './told.ts';
