import { type Language, textIn } from '#kernel/locale.ts';
import { page, type Page } from '#kernel/page.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { formatNumber, Links, Section } from '#ui/index.ts';
import { getCatalogue } from '../../held.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { directoryNames } from '../../rules/listing.ts';
import { placeLinks, themeLinks } from './home-tabs.ts';
import { type Department, tallyOf } from './tally.ts';
import type { Act } from '#kernel/endpoint.ts';

async function load({ tx, now }: Act) {
  const [catalogue, places] = [await getCatalogue(tx, now), await getDirectory(tx)];
  return { tally: tallyOf(catalogue, places), places };
}

export const themesPage: Page = page({
  path: '/themes',
  shell: 'portal',
  may: 'anyone',
  load,
  title: (_, { language }) => portalWords(language).lists.themes,
  view: ({ data: { tally }, act: { language } }) => {
    const { lists, home } = portalWords(language);
    return (
      <>
        <h1>{lists.themes}</h1>
        {(['person', 'org'] as const).map((audience) => (
          <Section key={audience} title={home.tabs[audience]} id={audience}>
            <Links links={themeLinks(tally, audience, language)} columns={3} />
          </Section>
        ))}
      </>
    );
  },
});

export const departmentsPage: Page = page({
  path: '/departments',
  shell: 'portal',
  may: 'anyone',
  load,
  title: (_, { language }) => portalWords(language).lists.departments,
  view: ({ data: { tally }, act: { language } }) => {
    const { lists } = portalWords(language);
    return (
      <>
        <h1>{lists.departments}</h1>
        <p class="lead mt-2">
          {lists.departmentsLead} <a href={`/${language}/contacts`}>{lists.phones}</a>
        </p>
        {tally.departments.map((department) => (
          <DepartmentLinks key={department.code} department={department} language={language} />
        ))}
      </>
    );
  },
});

function DepartmentLinks({ department: { code, name, count, sections }, language }: { department: Department; language: Language }) {
  const to = (unit: string) => `/${language}/services?dept=${encodeURIComponent(unit)}`;
  const named = (text: Department['name'], unit: string) => textIn(text, language) || unit;
  return (
    <section class="section">
      <h2>
        <a href={to(code)}>{named(name, code)}</a>{' '}
        <span class="small muted">{portalWords(language).items(formatNumber(count, language))}</span>
      </h2>
      {sections.length > 1 && (
        <Links
          columns={3}
          links={sections.map((section) => ({
            label: named(section.name, section.code),
            href: to(section.code),
            count: formatNumber(section.count, language),
          }))}
        />
      )}
    </section>
  );
}

export const placesPage: Page = page({
  path: '/places',
  shell: 'portal',
  may: 'anyone',
  load,
  title: (_, { language }) => portalWords(language).lists.places,
  view: ({ data: { tally, places }, act: { language } }) => {
    const { lists } = portalWords(language);
    return (
      <div class="stack">
        <h1>{lists.places}</h1>
        <p class="lead">{lists.placesLead}</p>
        <Links links={placeLinks(tally, places, language)} columns={3} />
      </div>
    );
  },
});

export const directoriesPage: Page = page({
  path: '/directories',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load,
  title: (_, { language }) => portalWords(language).lists.directories,
  view: ({ data: { tally }, act: { language } }) => {
    const { lists, directories } = portalWords(language);
    return (
      <>
        <h1>{lists.directories}</h1>
        <p class="lead mt-2">{lists.directoriesLead}</p>
        {directoryNames.map((name) => (
          <Section key={name} title={directories[name].name} id={name}>
            <p>{directories[name].meaning}</p>
            <p class="mt-2">
              <b>{lists.of(formatNumber(tally.directories[name], language), formatNumber(tally.total, language))}</b>
              {' · '}
              <a href={`/${language}/services?directory=${name}`}>{lists.see(directories[name].name)}</a>
            </p>
          </Section>
        ))}
      </>
    );
  },
});
