import { type Language, textIn } from '#kernel/locale.ts';
import { formatDay, Rows, SearchForm, uiWords } from '#ui/index.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { factsLine, itemHref, ItemName } from '../row.tsx';
import type { ListedItem } from '../../../queries/items.ts';
import type { Missing } from './load.ts';

/** Leads on from a code that leads nowhere: to the successor, to the nearest names, to the search. */
export function MissingGuide({ missing, language }: { missing: Missing; language: Language }) {
  const words = guideWords(language);
  const { ended, successor, near, code } = missing;
  const { searchItems, searchExample } = uiWords(language).shell;
  return (
    <div class="read stack-5">
      <h1>{ended ? words.retired(textIn(ended.name, language), formatDay(ended.lastOn, language, 'day')) : words.unknown(code)}</h1>
      <p class="lead">{ended ? words.retiredNote : words.unknownNote}</p>
      {successor && <Named title={words.successor} items={[successor]} language={language} />}
      <SearchForm action={`/${language}/services`} label={searchItems} example={searchExample} />
      {near.length > 0 && !successor && <Named title={words.near} items={near} language={language} />}
    </div>
  );
}

function Named({ title, items, language }: { title: string; items: readonly ListedItem[]; language: Language }) {
  return (
    <section>
      <h2 class="mb-2">{title}</h2>
      <Rows
        rows={items.map((item) => ({
          title: <ItemName item={item} language={language} />,
          href: itemHref(item.code, language),
          note: factsLine(item, language),
        }))}
      />
    </section>
  );
}
