import { hasRole } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { page, type PageRequest, redirect } from '#kernel/page.ts';
import { findItem, getCatalogue, type ListedItem } from '#modules/catalogue/index.ts';
import { Rows, SearchForm, Section } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { withQuery } from './address.ts';
import { findBookable, isBookable } from './find-item.ts';

const mostFound = 20;
const mostOften = 8;

type Choice = { readonly q: string; readonly found: readonly ListedItem[]; readonly often: readonly ListedItem[] };

async function load({ tx, now, language }: Act, { query }: PageRequest) {
  const q = (query['q'] ?? '').trim().slice(0, 100);
  const exact = q ? await findItem(tx, q, now) : undefined;
  if (exact) return redirect(withQuery(`/${language}/book/halls`, { item: exact.code }));
  const catalogue = await getCatalogue(tx, now);
  const often = q
    ? []
    : catalogue.items.filter((item) => isBookable(item) && !item.generated).toSorted((a, b) => b.popularity - a.popularity);
  return { q, found: q ? findBookable(catalogue, q, mostFound) : [], often: often.slice(0, mostOften) } satisfies Choice;
}

/** The first step: what it is about, so that enough time is kept for it. */
export const bookPage = page({
  path: '/book',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load,
  title: (_, { language }) => portalWords(language).book.title,
  view: ({ data: { q, found, often }, act }) => {
    const { language, actor } = act;
    const words = portalWords(language).book;
    const isHelper = hasRole(actor, ['cadre', 'window', 'hotline', 'planner']);
    return (
      <>
        <h1>{words.chooseItem}</h1>
        <p class="lead mt-2 mb-4">{words.lead}</p>
        <SearchForm action={`/${language}/book`} label={words.search} example={words.example} value={q} />
        {q && (
          <p role="status" class="mt-4">
            {found.length > 0 ? words.found(found.length) : words.none(q)}
          </p>
        )}
        {found.length > 0 && <Rows rows={found.map((item) => itemRow(item, act))} />}
        {often.length > 0 && (
          <Section title={words.often}>
            <Rows rows={often.map((item) => itemRow(item, act))} two />
          </Section>
        )}
        <div class="section">
          <Rows
            rows={[
              { title: words.noItem, note: words.noItemNote, href: `/${language}/book/halls` },
              ...(actor.kind === 'person' ? [{ title: words.mine, href: `/${language}/my/appointments` }] : []),
              ...(isHelper ? [{ title: words.many, note: words.manyNote, href: `/${language}/book/many` }] : []),
            ]}
          />
        </div>
      </>
    );
  },
});

function itemRow(item: ListedItem, { language }: Act) {
  return {
    title: textIn(item.name, language),
    note: textIn(item.unitName ?? {}, language),
    href: withQuery(`/${language}/book/halls`, { item: item.code }),
  };
}
