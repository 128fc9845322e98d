import type { Language, WordsLike } from '#kernel/locale.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type GuideWords = WordsLike<typeof zhHans>;

const wordsByLanguage: Record<Language, GuideWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, vi, en };

export function guideWords(language: Language): GuideWords {
  return wordsByLanguage[language];
}
