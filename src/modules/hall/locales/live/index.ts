import type { Language, WordsLike } from '#kernel/locale.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type LiveWords = WordsLike<typeof zhHans>;

const wordsByLanguage: Record<Language, LiveWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, vi, en };

export function liveWords(language: Language): LiveWords {
  return wordsByLanguage[language];
}
