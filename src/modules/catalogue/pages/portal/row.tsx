import { type Language, pickText, textIn } from '#kernel/locale.ts';
import type { Row } from '#ui/index.ts';
import type { readChannels } from '../../channel-reader.ts';
import { channelNames } from '../../item.ts';
import { portalWords } from '../../locales/portal/index.ts';
import type { ListedItem } from '../../queries/items.ts';

export type Channels = Awaited<ReturnType<typeof readChannels>>;

/** How long, how often one must come, whether it costs: the line below an item's name. */
export function factsLine(item: ListedItem, language: Language): string {
  const { row } = portalWords(language);
  const { promisedDays: days, promisedUnit, visits, fee } = item;
  const time = days === null ? row.noPromise : days === 0 ? row.instant : promisedUnit === 'day' ? row.days(days) : row.workdays(days);
  return [time, visits === 0 ? row.noVisit : row.visits(visits), fee === 0 ? row.free : row.paid].join(' · ');
}

export function itemHref(code: string, language: Language): string {
  return `/${language}/services/${encodeURIComponent(code)}`;
}

/** The name in the language it is written in, marked where that is not the reader's. */
export function ItemName({ item, language }: { item: Pick<ListedItem, 'name'>; language: Language }) {
  const { text, language: written } = pickText(item.name, language);
  return written === language ? <>{text}</> : <span lang={written}>{text}</span>;
}

/** One hit: its name, who does it, how long, and which ways are open now. */
export function itemRow(item: ListedItem, channels: Channels, language: Language): Row {
  const words = portalWords(language);
  const open = channelNames.filter((name) => channels.has(item, name)).map((name) => words.channels[name]);
  return {
    title: <ItemName item={item} language={language} />,
    href: itemHref(item.code, language),
    note: (
      <>
        {[textIn(item.unitName ?? {}, language), factsLine(item, language)].filter(Boolean).join(' · ')}
        <br />
        {open.length > 0 ? words.row.openNow(open.join(words.and)) : words.row.noneOpen}
      </>
    ),
  };
}
