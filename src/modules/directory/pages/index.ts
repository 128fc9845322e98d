import type { Page } from '#kernel/page.ts';

export const pages: readonly Page[] = [];
