import type { Language, WordsLike } from '#kernel/locale.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type BookingNoticeWords = WordsLike<typeof zhHans>;
export type BookingNoticeKind = keyof BookingNoticeWords['notices'];
const byLanguage: Record<Language, BookingNoticeWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, vi, en };

export function bookingNoticeWords(language: Language): BookingNoticeWords {
  return byLanguage[language];
}
