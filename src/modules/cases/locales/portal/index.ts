import type { Language, WordsLike } from '#kernel/locale.ts';
import { type FollowingWords, followingByLanguage as following } from '../following/index.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type ApplyingWords = WordsLike<typeof zhHans>;

const byLanguage: Record<Language, ApplyingWords & FollowingWords> = {
  'zh-Hans': { ...zhHans, ...following['zh-Hans'] },
  'zh-Hant': { ...zhHant, ...following['zh-Hant'] },
  vi: { ...vi, ...following.vi },
  en: { ...en, ...following.en },
};

/** The words of the pages that citizens see: applying, and what follows. */
export function portalWords(language: Language): ApplyingWords & FollowingWords {
  return byLanguage[language];
}
