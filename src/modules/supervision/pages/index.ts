import type { Page } from '#kernel/page.ts';
import { handOverPage } from './hand-over.tsx';
import { listPage } from './list.tsx';
import { overviewPage } from './overview.tsx';
import { ratingsPage } from './ratings.tsx';
import { refusedPage } from './refused.tsx';

export const pages: readonly Page[] = [overviewPage, listPage, refusedPage, handOverPage, ratingsPage];
