import { page, redirect, sendFile } from '#kernel/page.ts';
import { sealFile } from '#ui/index.ts';

const common = { shell: 'plain', may: 'anyone', title: () => '', view: () => null } as const;

export const faviconSvg = page({
  path: '/favicon.svg',
  ...common,
  load: async () => sendFile({ send: sealFile, type: 'image/svg+xml', immutable: true }),
});

/** Browsers ask for it unasked. */
export const faviconIco = page({ path: '/favicon.ico', ...common, load: async () => redirect('/favicon.svg') });
