import type { Language, WordsLike } from '#kernel/locale.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type UiWords = WordsLike<typeof zhHans>;

const wordsByLanguage: Record<Language, UiWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, vi, en };

/** Each language by its own name, as its readers look for it. `short` stands in the band, `full` for screen readers. */
export const languageNames: Record<Language, { short: string; full: string }> = {
  'zh-Hans': { short: '简', full: '简体中文' },
  'zh-Hant': { short: '繁', full: '繁體中文' },
  vi: { short: 'Tiếng Việt', full: 'Tiếng Việt' },
  en: { short: 'English', full: 'English' },
};

export function uiWords(language: Language): UiWords {
  return wordsByLanguage[language];
}

export type Said = string | ((facts: never) => string);

function say(said: Said | undefined, facts: Readonly<Record<string, unknown>>): string | undefined {
  return typeof said === 'function' ? said(facts as never) : said;
}

/** The words of a refusal: a module's own first, then the common ones, then the plain sentence that something went wrong. */
export function refusalText(
  language: Language,
  refusal: { refused: string; facts: Readonly<Record<string, unknown>> },
  own: Readonly<Record<string, Said>> = {},
): string {
  const common: Readonly<Record<string, Said>> = uiWords(language).refusals;
  return say(own[refusal.refused] ?? common[refusal.refused], refusal.facts) ?? uiWords(language).failure.safe;
}

/** The words of one field's mistake; a code nobody wrote words for still says that the field is wrong. */
export function fieldText(language: Language, code: string, facts: Readonly<Record<string, unknown>> = {}): string {
  const known: Readonly<Record<string, Said>> = uiWords(language).fields;
  return say(known[code], facts) ?? uiWords(language).fields.invalid;
}
