import { type Language } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { BackLink, Qr } from '#ui/index.ts';
import { formatDay } from '#ui/format.ts';
import { guideWords } from '../../locales/guide/index.ts';
import { Contact, Where } from './guide/contact.tsx';
import { Course } from './guide/course.tsx';
import { GuideFacts } from './guide/facts.tsx';
import { Faq, Law, Who } from './guide/law.tsx';
import { type Guide, loadGuide } from './guide/load.ts';
import { MissingGuide } from './guide/missing.tsx';
import { Papers } from './guide/papers.tsx';
import { Ways } from './guide/ways.tsx';
import { guideTitle } from './guide.tsx';
import { itemHref, ItemName } from './row.tsx';
import { dayOf } from '#kernel/workdays.ts';

/** The whole guide on paper: nothing folded, one column, the address of the living page to scan. */
export const guidePrintPage = page({
  path: '/services/:code/print',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async (act, { params }) => ({ found: await loadGuide(act, params['code'] ?? '') }),
  status: ({ found }) => (found.kind === 'missing' ? 404 : 200),
  title: ({ found }, { language }) => guideTitle(found, language),
  view: ({ data: { found }, act: { language, now }, request: { origin } }) =>
    found.kind === 'missing' ? (
      <MissingGuide missing={found} language={language} />
    ) : (
      <Sheet guide={found} language={language} origin={origin} on={dayOf(now, found.places.zoneOf(found.item.jurisdiction))} />
    ),
});

function Sheet({ guide, language, origin, on }: { guide: Guide; language: Language; origin: string; on: string }) {
  const words = guideWords(language);
  const { item } = guide;
  const url = `${origin}${itemHref(item.code, language)}`;
  return (
    <>
      <BackLink href={itemHref(item.code, language)}>{words.back}</BackLink>
      <h1>
        <ItemName item={item} language={language} />
      </h1>
      <p class="small muted mb-4">{words.code(item.code)}</p>
      <GuideFacts guide={guide} language={language} />
      <div class="section">
        <Ways guide={guide} language={language} />
      </div>
      <Who item={item} language={language} />
      <Papers item={item} language={language} />
      <Course guide={guide} language={language} />
      <Contact guide={guide} language={language} />
      <Where guide={guide} language={language} />
      <Law item={item} language={language} />
      <Faq item={item} language={language} open />
      <section class="section">
        <p class="small">{words.printedOn(formatDay(on, language, 'day'))}</p>
        <Qr text={url} caption={url} />
      </section>
    </>
  );
}
