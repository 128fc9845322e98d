import type { Language } from '#kernel/locale.ts';
import type { Suggest } from '#ui/index.ts';

/** Where a search box gets its suggestions, and where one of them leads. */
export function suggestIn(language: Language): Suggest {
  return { url: `/api/v1/catalogue/suggest?lang=${language}&q=`, href: `/${language}/services/{itemCode}`, text: 'name' };
}
