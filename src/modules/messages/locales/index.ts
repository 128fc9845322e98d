import type { Language, WordsLike } from '#kernel/locale.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type MessageWords = WordsLike<typeof zhHans>;
export type NoticeKind = keyof MessageWords['notices'];
const byLanguage: Record<Language, MessageWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, vi, en };

export function wordsIn(language: Language): MessageWords {
  return byLanguage[language];
}
