import type { Act } from '#kernel/endpoint.ts';
import { page } from '#kernel/page.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { formatNumber, Icon, type IconName, Kept, Links, Rows, SearchForm, Tabs, uiWords } from '#ui/index.ts';
import { type Announcement, readChannels } from '../../channel-reader.ts';
import { getCatalogue } from '../../held.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { directoryNames } from '../../rules/listing.ts';
import { type HomeTab, homeTabs, tabLinks } from './home-tabs.ts';
import { keptFor } from './kept.ts';
import { factsLine, itemHref, ItemName } from './row.tsx';
import { suggestIn } from './search-box.ts';
import { type Tally, tallyOf } from './tally.ts';

const shownNotices = 3;

type Home = {
  tally: Tally;
  tab: HomeTab;
  links: ReturnType<typeof tabLinks>;
  announcements: readonly Announcement[];
  language: Act['language'];
};

export const homePage = page({
  path: '/',
  shell: 'portal',
  may: 'anyone',
  islands: ['search-suggest'],
  load: async ({ tx, now, language }, { query }) => {
    const [catalogue, places] = [await getCatalogue(tx, now), await getDirectory(tx)];
    const { announcements } = await readChannels(tx, now);
    const tab = homeTabs.find((name) => name === query['by']) ?? 'person';
    return { catalogue, places, tab, announcements: announcements(language).slice(0, shownNotices) };
  },
  title: (_, { language }) => uiWords(language).shell.home,
  view: ({ data: { catalogue, places, tab, announcements }, act: { language } }) => (
    <Kept
      kept={keptFor(catalogue, places)}
      name={`home/${tab}/${announcements.map(({ id, title, text }) => `${id} ${title} ${text}`).join()}`}
      draw={() => {
        const tally = tallyOf(catalogue, places);
        return (
          <HomeView
            tally={tally}
            tab={tab}
            links={tabLinks(tab, { tally, places }, language)}
            announcements={announcements}
            language={language}
          />
        );
      }}
    />
  ),
});

function HomeView(home: Home) {
  return (
    <>
      <Hero {...home} />
      <Verbs language={home.language} />
      <div class="section">
        <div class="cols">
          <div>
            <Kinds {...home} />
            <MostUsed {...home} />
          </div>
          <aside class="stack-5">
            <Visits {...home} />
            <Notices {...home} />
          </aside>
        </div>
      </div>
    </>
  );
}

function Hero({ tally, language }: Home) {
  const { home } = portalWords(language);
  const { searchItems, searchExample } = uiWords(language).shell;
  return (
    <div class="hero">
      <div class="cols">
        <div>
          <h1>{home.title}</h1>
          <SearchForm action={`/${language}/services`} label={searchItems} example={searchExample} suggest={suggestIn(language)} />
          <p class="small muted mt-2">{home.hint(formatNumber(tally.total, language))}</p>
        </div>
        <TrackBox language={language} />
      </div>
    </div>
  );
}

/** Sent to the page that answers it: neither number nor digits stand in an address. */
function TrackBox({ language }: Pick<Home, 'language'>) {
  const { home } = portalWords(language);
  return (
    <form class="sheet" method="post" action={`/${language}/track?do=track`} aria-labelledby="track">
      <h2 id="track" class="h3 mb-2">
        {home.track}
      </h2>
      <div class="track">
        <div>
          <label class="small" for="track-no">
            {home.caseNo}
          </label>
          <input class="input" id="track-no" name="caseNo" placeholder="HC7K-…" autocomplete="off" />
        </div>
        <div>
          <label class="small" for="track-phone">
            {home.phoneLast4}
          </label>
          <input class="input" id="track-phone" name="phoneLast4" inputmode="numeric" maxlength={4} autocomplete="off" />
        </div>
      </div>
      <button class="btn second wide" type="submit">
        {home.trackGo}
      </button>
    </form>
  );
}

/** What cannot be done on these pages yet leads to what to do instead. */
const verbs = [
  { name: 'apply', href: '/services', icon: 'doc' },
  { name: 'book', href: '/book', icon: 'calendar' },
  { name: 'track', href: '/track', icon: 'clock' },
  { name: 'ask', href: '/help#ask', icon: 'phone' },
  { name: 'complain', href: '/help#complain', icon: 'flag' },
  { name: 'rate', href: '/help#rate', icon: 'star' },
] as const satisfies readonly { name: string; href: string; icon: IconName }[];

function Verbs({ language }: Pick<Home, 'language'>) {
  const { home } = portalWords(language);
  return (
    <nav aria-label={home.verbsLabel}>
      <ul class="verbs">
        {verbs.map(({ name, href, icon }) => (
          <li key={name}>
            <a href={`/${language}${href}`}>
              {home.verbs[name].mark ? <b aria-hidden="true">{home.verbs[name].mark}</b> : <Icon name={icon} />}
              <span>{home.verbs[name].label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Kinds({ tab, links, language }: Home) {
  const { home } = portalWords(language);
  return (
    <section id="by" aria-labelledby="kinds">
      <h2 class="hide" id="kinds">
        {home.byKind}
      </h2>
      <Tabs
        label={home.byKind}
        tabs={homeTabs.map((name) => ({ label: home.tabs[name], href: `?by=${name}#by`, current: name === tab }))}
      />
      <Links links={links} columns={3} />
    </section>
  );
}

function MostUsed({ tally, tab, language }: Home) {
  const rows = tally.mostUsed[tab === 'org' ? 'org' : 'person'].map((item) => ({
    title: <ItemName item={item} language={language} />,
    href: itemHref(item.code, language),
    note: factsLine(item, language),
  }));
  return (
    <section class="section">
      <h2>{portalWords(language).home.mostUsed}</h2>
      <Rows rows={rows} two />
    </section>
  );
}

function Visits({ tally, language }: Home) {
  const words = portalWords(language);
  return (
    <section>
      <h2 class="h3 mb-2">{words.home.visits}</h2>
      <Links
        columns={1}
        links={directoryNames.map((name) => ({
          label: words.directories[name].name,
          href: `/${language}/services?directory=${name}`,
          count: words.items(formatNumber(tally.directories[name], language)),
        }))}
      />
      <p class="small mt-2">
        <a href={`/${language}/directories`}>{words.home.whatItMeans}</a>
      </p>
    </section>
  );
}

function Notices({ announcements, language }: Home) {
  const { home } = portalWords(language);
  if (announcements.length === 0) return null;
  return (
    <section>
      <h2 class="h3 mb-2">{home.notices}</h2>
      <Rows rows={announcements.map(({ title, text, href }) => ({ title, note: text, href, end: <></> }))} />
      <p class="small mt-2">
        <a href={`/${language}/notices`}>{home.allNotices}</a>
      </p>
    </section>
  );
}
