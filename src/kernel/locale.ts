export const languages = ['zh-Hans', 'zh-Hant', 'vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Text that lives in data: an item's name, a reason for closing a channel. Chinese is the language every text has; the others may lag behind. */
export type Text = { readonly 'zh-Hans'?: string; readonly 'zh-Hant'?: string; readonly vi?: string; readonly en?: string };

const fallbacks: Record<Language, readonly Language[]> = {
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en', 'vi'],
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en', 'vi'],
  vi: ['vi', 'en', 'zh-Hans', 'zh-Hant'],
  en: ['en', 'zh-Hans', 'vi', 'zh-Hant'],
};

/** The text in the reader's language, else the nearest language that has it, with the language it is in (for the `lang` attribute). */
export function pickText(text: Text, language: Language): { text: string; language: Language } {
  const found = fallbacks[language].find((candidate) => text[candidate]);
  return { text: found ? (text[found] as string) : '', language: found ?? language };
}

export function textIn(text: Text | undefined, language: Language): string {
  return text ? pickText(text, language).text : '';
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** What the words of one language look like to the other three: the same keys, strings for strings, functions for functions. */
export type WordsLike<W> = {
  [K in keyof W]: W[K] extends string
    ? string
    : W[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : WordsLike<W[K]>;
};

/** The best of our languages for an `Accept-Language` header. */
export function negotiate(header: string | undefined, fallback: Language): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1);
      return { tag: tag.toLowerCase(), q: Number.isFinite(q) ? q : 0 };
    })
    .filter(({ tag, q }) => tag && q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-Hant';
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('vi')) return 'vi';
    if (tag.startsWith('en')) return 'en';
  }
  return fallback;
}
