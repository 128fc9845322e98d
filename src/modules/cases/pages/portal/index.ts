import type { Page } from '#kernel/page.ts';
import { applyPage } from './apply.tsx';
import { casePage } from './case.tsx';
import { checkPage } from './check.tsx';
import { deliveryPage } from './delivery.tsx';
import { documentsPage } from './documents.tsx';
import { donePage } from './done.tsx';
import { figuresPage } from './figures.tsx';
import { fixPage } from './fix.tsx';
import { issuedPaperPage } from './issued-paper.ts';
import { myPage } from './my.tsx';
import { owedPage } from './owed.tsx';
import { nextPage, questionPage } from './question.tsx';
import { ratePage } from './rate.tsx';
import { tasksPage } from './tasks.tsx';
import { trackPage } from './track.tsx';
import { whyPage } from './why.tsx';

/** What citizens see of applying and of their cases. */
export const portalPages: readonly Page[] = [
  applyPage,
  tasksPage,
  nextPage,
  questionPage,
  documentsPage,
  deliveryPage,
  checkPage,
  donePage,
  myPage,
  casePage,
  issuedPaperPage,
  fixPage,
  owedPage,
  whyPage,
  ratePage,
  trackPage,
  figuresPage,
];
