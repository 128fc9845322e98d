import type { Page } from '#kernel/page.ts';
import { doorPages } from './door/index.ts';
import { gatePages } from './gate/index.ts';
import { findPages } from './kiosk/find.tsx';
import { idlePages } from './kiosk/idle.tsx';
import { ticketPages } from './kiosk/ticket.tsx';
import { liveHallPage } from './live/hall.tsx';
import { myTicketPage } from './my-ticket.tsx';
import { queueDayPage } from './queue/day.tsx';
import { whatIfPage } from './queue/what-if.tsx';
import { screenPages } from './screen.tsx';
import { windowPage } from './window/window.tsx';

/** The door's pages, then the queue's. */
export const pages: readonly Page[] = [
  ...gatePages,
  ...doorPages,
  ...screenPages,
  windowPage,
  queueDayPage,
  whatIfPage,
  myTicketPage,
  liveHallPage,
  ...idlePages,
  ...ticketPages,
  ...findPages,
];
