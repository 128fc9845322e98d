import type { Page } from '#kernel/page.ts';
import { bookPage } from './book.tsx';
import { confirmPage } from './confirm.tsx';
import { hallsPage } from './halls.tsx';
import { myAppointmentsPage } from './mine.tsx';
import { manyPage } from './many.tsx';
import { movePage } from './move.tsx';
import { printPage } from './print.tsx';
import { ticketPage } from './ticket.tsx';
import { waitPage } from './wait.tsx';
import { hallTimesPage, itemTimesPage } from './times.tsx';

export const portalPages: readonly Page[] = [
  bookPage,
  hallsPage,
  manyPage,
  hallTimesPage,
  itemTimesPage,
  waitPage,
  confirmPage,
  ticketPage,
  movePage,
  printPage,
  myAppointmentsPage,
];
