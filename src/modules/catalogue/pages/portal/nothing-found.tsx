import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { Empty, Links, Notice, Rows, uiWords } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { themes } from '../../vocabulary.ts';
import type { Found } from './find.ts';
import { itemRow } from './row.tsx';
import { tallyOf } from './tally.ts';

/** The nearest names, the three fullest themes, and the telephone: nobody is left with an empty page. */
export function NothingFound({ found, act: { language } }: { found: Found; act: Pick<Act, 'language'> }) {
  const { find } = portalWords(language);
  const { wanted, near, channels, catalogue, places } = found;
  const isFiltered = Object.keys(wanted).length > 1;
  if (isFiltered) return <Empty text={find.noneHere} href={`/${language}/services`} icon="search" />;
  return (
    <div class="stack-5">
      <Notice tone="info" title={find.noneTitle(wanted.q)}>
        <p>
          {find.call} <a href="tel:12345">{uiWords(language).shell.hotline}</a>
        </p>
      </Notice>
      {near.length > 0 && (
        <section>
          <h2 class="mb-2">{find.near}</h2>
          <Rows rows={near.map((item) => itemRow(item, channels, language))} />
        </section>
      )}
      <section>
        <h2 class="mb-2">{find.themes}</h2>
        <Links links={fullestThemes(tallyOf(catalogue, places).themes.person, language)} columns={3} />
      </section>
    </div>
  );
}

function fullestThemes(counts: ReadonlyMap<string, number>, language: Act['language']) {
  const words = portalWords(language);
  return themes()
    .person.toSorted((a, b) => (counts.get(b.theme) ?? 0) - (counts.get(a.theme) ?? 0))
    .slice(0, 3)
    .map(({ theme, name }) => ({
      label: textIn(name, language),
      href: `/${language}/services?for=person&theme=${theme}`,
      count: words.items(String(counts.get(theme) ?? 0)),
    }));
}
