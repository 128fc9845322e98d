import type { Language } from '#kernel/locale.ts';
import type { PageRequest } from '#kernel/page.ts';

type Asked = { readonly venue: string; readonly item?: string | undefined };

/** Where times of a hall are chosen, for an item or for advice. */
export function timesPath(language: string, { venue, item }: Asked, query: Readonly<Record<string, string | undefined>> = {}): string {
  const path = [`/${language}/book`, venue, item]
    .filter((part) => part !== undefined)
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)));
  return withQuery(path.join('/'), query);
}

export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

export function ticketPath(language: string, token: string, rest = ''): string {
  return `/${language}/b/${encodeURIComponent(token)}${rest}`;
}

/** What follows on a form knows only the request, and the language stands first in its path. */
export function languageIn({ path }: PageRequest): string {
  return path.split('/', 2)[1] ?? '';
}

export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}

export function signInPath(language: Language, next: string): string {
  return withQuery(`/${language}/sign-in`, { next });
}
