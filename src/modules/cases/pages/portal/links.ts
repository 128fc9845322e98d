import type { PageRequest } from '#kernel/page.ts';

export function draftPath(language: string, draftId: string, rest = ''): string {
  return `/${language}/drafts/${draftId}${rest}`;
}

export function casePath(language: string, caseNo: string, rest = ''): string {
  return `/${language}/my/cases/${caseNo}${rest}`;
}

export function guidePath(language: string, itemCode: string): string {
  return `/${language}/services/${itemCode}`;
}

/** What follows on a form knows only the request, and the language stands first in its path. */
export function languageIn({ path }: PageRequest): string {
  return path.split('/', 2)[1] ?? '';
}
