import type { Tx } from '#kernel/db.ts';
import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { listNotices, readNotice, readNotices } from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { noticesPage } from './pages/notices.tsx';
import { outboxPage } from './pages/outbox.tsx';
import { countUnreadOf } from './queries/notices.ts';
import { reactions, routines } from './reactions.ts';

export { configureMessages } from './settings.ts';

export const messagesModule = defineModule({
  name: 'messages',
  migrations: new URL('./migrations/', import.meta.url),
  contract: { listNotices, readNotice, readNotices },
  actions,
  pages: [noticesPage, outboxPage],
  reactions,
  routines,
  refusalWords: (language) => wordsIn(language).refusals,
});

/** For the header: how many notices wait to be read, up to a hundred. */
export function countUnread(tx: Tx, personId: string): Promise<number> {
  return countUnreadOf(tx, personId, 100);
}
