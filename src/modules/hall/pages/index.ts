import type { Page } from '#kernel/page.ts';

/** The door's pages, then the queue's. */
export const pages: readonly Page[] = [];
