import { type Language, pickText, type Text } from '#kernel/locale.ts';
import { usePage } from '#ui/index.ts';

/** Text of an item in the reader's language; where it has only another one, that is said to screen readers and fonts. */
export function Said({ text }: { text: Text | undefined }) {
  const { language } = usePage();
  const found = pickText(text ?? {}, language);
  return found.language === language ? <>{found.text}</> : <span lang={found.language}>{found.text}</span>;
}

export function joined(parts: readonly string[], language: Language): string {
  return parts.join(language.startsWith('zh') ? '、' : ', ');
}
