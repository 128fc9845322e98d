import { type Language, textIn } from '#kernel/locale.ts';
import { Details, Qr } from '#ui/index.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import type { Guide } from './load.ts';

/** The page's address to scan, to copy, or to send; with plain links, so that it needs no script and no third party. */
export function Share({ guide: { item }, origin, language }: { guide: Guide; origin: string; language: Language }) {
  const words = guideWords(language);
  const url = `${origin}/${language}/services/${item.code}`;
  const name = textIn(item.name, language);
  const body = encodeURIComponent(`${name} ${url}`);
  return (
    <Details summary={words.share} icon="people">
      <p class="small">{words.shareNote}</p>
      <Qr text={url} caption={url} />
      <p class="small plainlinks">
        <a href={`sms:?body=${body}`}>{words.shareBySms}</a>
        <a href={`mailto:?subject=${encodeURIComponent(name)}&body=${body}`}>{words.shareByMail}</a>
      </p>
    </Details>
  );
}
