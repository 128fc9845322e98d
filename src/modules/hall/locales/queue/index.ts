import type { Language, WordsLike } from '#kernel/locale.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type QueueWords = WordsLike<typeof zhHans>;

const wordsByLanguage: Record<Language, QueueWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, vi, en };

export function queueWords(language: Language): QueueWords {
  return wordsByLanguage[language];
}
