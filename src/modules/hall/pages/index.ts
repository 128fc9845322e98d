import type { Page } from '#kernel/page.ts';
import { doorPages } from './door/index.ts';
import { gatePages } from './gate/index.ts';
import { queueDayPage } from './queue/day.tsx';
import { whatIfPage } from './queue/what-if.tsx';
import { screenPages } from './screen.tsx';
import { windowPage } from './window/window.tsx';

/** The door's pages, then the queue's. */
export const pages: readonly Page[] = [...gatePages, ...doorPages, ...screenPages, windowPage, queueDayPage, whatIfPage];
