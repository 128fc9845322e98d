import { casePage } from './case.tsx';
import { exportPages } from './export.ts';
import { filePages } from './files.ts';
import { inboxPage } from './inbox.tsx';
import { rulesPage } from './rules.tsx';
import { searchPage } from './search.tsx';
import { todayPage } from './today.tsx';
import { whyPage } from './why.tsx';

/** What officers work in. */
export const deskPages = [todayPage, inboxPage, searchPage, casePage, whyPage, rulesPage, ...exportPages, ...filePages];
