import { type Language, textIn } from '#kernel/locale.ts';
import { formatDay, Notice } from '#ui/index.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { itemHref } from '../row.tsx';
import type { Guide } from './load.ts';

/** What a reader must know about the guide itself: that it ends, that it is made up, that nobody has checked it yet. */
export function Notes({ guide: { item, successor }, language }: { guide: Guide; language: Language }) {
  const words = guideWords(language);
  const lines = [
    item.effectiveTo && words.endsOn(formatDay(item.effectiveTo, language)),
    item.generated && words.generated,
    item.imported && words.imported(item.imported.from),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <Notice tone={item.effectiveTo ? 'warn' : 'idle'}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {successor && (
        <p>
          {words.successor} <a href={itemHref(successor.code, language)}>{textIn(successor.name, language)}</a>
        </p>
      )}
    </Notice>
  );
}
