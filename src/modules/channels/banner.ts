import type { Tx } from '#kernel/db.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { titleOf } from './announcements.ts';
import { announcementFor } from './held.ts';
import { channelsWords } from './locales/index.ts';

/** What the banner under the band says: what, since when, why, and where to read how to do it now. Undefined when everything is as usual. */
export async function bannerFor(
  tx: Tx,
  { now, language, itemCode }: { now: Date; language: Language; itemCode?: string | undefined },
): Promise<{ title: string; text: string; link: { href: string; label: string } } | undefined> {
  const item = itemCode ? (await getCatalogue(tx, now)).byCode.get(itemCode) : undefined;
  const told = await announcementFor(tx, { now, itemCode: item?.code, unitCode: item?.unitCode });
  if (!told) return undefined;
  const words = channelsWords(language);
  return {
    title: titleOf(told, language),
    text: textIn(told.reason, language),
    link: { href: item ? `/${language}/services/${item.code}#channels` : `/${language}/how-now`, label: words.howNow },
  };
}
