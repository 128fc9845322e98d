import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { checkups } from './checkups.ts';
import * as contract from './contract.ts';
import { refusalWords } from './locales/index.ts';
import { pages } from './pages/index.ts';
import { reactions, routines } from './reactions.ts';

export { mountHallEvents } from './events.ts';
export { alertNotice } from './alert-notice.ts';
export { passFor } from './actions/gate.ts';
export { isDeviceToken, resolveDevice } from './devices.ts';
export { mountGateWorker } from './gate-worker.ts';
export { exportTickets } from './queries/export.ts';
export { configureHall } from './settings.ts';

export const hallModule = defineModule({
  name: 'hall',
  migrations: new URL('./migrations/', import.meta.url),
  contract,
  actions,
  pages,
  reactions,
  routines,
  checkups,
  refusalWords,
});
