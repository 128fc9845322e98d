import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { listNotices, readNotice, readNotices } from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { noticesPage } from './pages/notices.tsx';
import { outboxPage } from './pages/outbox.tsx';
import { shortLinkPage } from './pages/short-link.ts';
import { reactions, routines } from './reactions.ts';

export { exportNotices, forgetNotices } from './queries/forget.ts';
export { tellSaid } from './tell.ts';
export { configureMessages } from './settings.ts';

export const messagesModule = defineModule({
  name: 'messages',
  migrations: new URL('./migrations/', import.meta.url),
  contract: { listNotices, readNotice, readNotices },
  actions,
  pages: [noticesPage, outboxPage, shortLinkPage],
  reactions,
  routines,
  refusalWords: (language) => wordsIn(language).refusals,
});
