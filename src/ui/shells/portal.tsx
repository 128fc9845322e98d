import { Band, Footer, PolicyBanner } from '../components/band.tsx';
import { SearchForm, type Suggest } from '../components/form.tsx';
import { type Tab, Tabs } from '../components/lists.tsx';
import { maskName } from '../format.ts';
import { uiWords } from '../locales/index.ts';
import { Document, type ShellProps, Strips } from './document.tsx';

export type PortalProps = ShellProps & {
  /** Reading pages and forms stay 680 px wide; pages of two columns and the home page take 1080. */
  width?: 'read' | 'page';
  /** Draws a search box under the band, for pages that are not the home page. */
  search?: { suggest?: Suggest } | undefined;
  /** The reader's own pages, on each of them. */
  own?: readonly Tab[] | undefined;
};

/** What citizens see: teal band, the arrangement in force, the page, the telephone. */
export function Portal({ width = 'page', search, own, ...shell }: PortalProps) {
  const { language, path, agencyName, care, signedIn, banner, children } = shell;
  const words = uiWords(language).shell;
  const to = (rest: string) => `/${language}${rest}`;
  const account = signedIn ? { href: to('/my'), label: maskName(signedIn.name) } : { href: to('/sign-in'), label: words.signIn };
  const links = [
    { href: to('/help'), label: words.help },
    { href: to('/accessibility'), label: words.accessibility },
    { href: to('/figures'), label: words.figures },
  ];
  return (
    <Document shell="portal" {...shell}>
      <Strips {...shell} />
      <Band home={to('')} agencyName={agencyName} path={path} care={care} account={account} />
      {banner && <PolicyBanner {...banner} />}
      {search && (
        <div class="wrap band-search">
          <SearchForm action={to('/services')} label={words.searchItems} example={words.searchExample} {...search} />
        </div>
      )}
      <main id="main" class={width === 'read' ? 'wrap read main' : 'wrap main'}>
        {own && <Tabs tabs={own} label={words.own} />}
        {children}
      </main>
      <Footer agencyName={agencyName} links={links} care={care} />
    </Document>
  );
}
