import type { Language, WordsLike } from '#kernel/locale.ts';
import { fieldWordsByLanguage, type ItemFieldWords } from '../item-fields/index.ts';
import { words as en } from './en.ts';
import { words as vi } from './vi.ts';
import { words as zhHans } from './zh-Hans.ts';
import { words as zhHant } from './zh-Hant.ts';

export type SentenceWords = WordsLike<typeof zhHans>;
/** What the editor says, with the names of fields and values. */
export type EditorWords = SentenceWords & ItemFieldWords;

const together = (words: SentenceWords, language: Language): EditorWords => ({ ...words, ...fieldWordsByLanguage[language] });
const wordsByLanguage: Record<Language, EditorWords> = {
  'zh-Hans': together(zhHans, 'zh-Hans'),
  'zh-Hant': together(zhHant, 'zh-Hant'),
  vi: together(vi, 'vi'),
  en: together(en, 'en'),
};

export function editorWords(language: Language): EditorWords {
  return wordsByLanguage[language];
}
