import type { Language, WordsLike } from '#kernel/locale.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type FollowingWords = WordsLike<typeof zhHans>;

/** The words of what follows on applying: one's own cases, corrections, dates, ratings, tracking. */
export const followingByLanguage: Record<Language, FollowingWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, vi, en };
