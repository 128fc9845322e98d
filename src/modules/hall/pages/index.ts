import type { Page } from '#kernel/page.ts';
import { screenPages } from './screen.tsx';

/** The door's pages, then the queue's. */
export const pages: readonly Page[] = [...screenPages];
