import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { dataPage } from './pages/data.tsx';
import { retentionPage } from './pages/retention.tsx';
import { checkups, routines } from './reactions.ts';

export const privacyModule = defineModule({
  name: 'privacy',
  migrations: new URL('./migrations/', import.meta.url),
  contract,
  actions,
  pages: [dataPage, retentionPage],
  routines,
  checkups,
});
