import type { Language } from '#kernel/locale.ts';

/** Portal addresses carry the reader's language, those of the desk do not. */
export function linkIn(link: string, language: Language): string {
  return link.startsWith('/desk') ? link : `/${language}${link}`;
}
