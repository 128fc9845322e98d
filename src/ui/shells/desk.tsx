import type { ComponentChildren } from 'preact';
import { Brand, LanguageLinks, PolicyBanner } from '../components/band.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import { uiWords } from '../locales/index.ts';
import { Document, type ShellProps, Strips } from './document.tsx';
import { KeysHelp } from './keys-help.tsx';

/** `hot` counts want attention. A new `group` starts after a line. */
export type MenuEntry = { href: string; label: string; icon: IconName; count?: number | undefined; hot?: boolean; group?: string };
export type DeskProps = ShellProps & { menu?: readonly MenuEntry[] };

/** The entry whose address is the longest beginning of the page's; one that others lie below stands for its own page only. */
export function currentEntry(menu: readonly MenuEntry[], path: string): MenuEntry | undefined {
  const isAbove = ({ href }: MenuEntry) => menu.some((other) => other.href.startsWith(`${href}/`));
  const fits = menu.filter((entry) => path === entry.href || (!isAbove(entry) && path.startsWith(`${entry.href}/`)));
  return fits.sort((a, b) => b.href.length - a.href.length)[0];
}

function grouped(menu: readonly MenuEntry[]): MenuEntry[][] {
  const groups: MenuEntry[][] = [];
  for (const entry of menu) {
    const last = groups.at(-1);
    if (last && last[0]?.group === entry.group) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function Menu({ menu, path }: { menu: readonly MenuEntry[]; path: string }) {
  const current = currentEntry(menu, path);
  return (
    <>
      {grouped(menu).map((group) => (
        <ul key={group[0]?.href}>
          {group.map((entry) => (
            <li key={entry.href}>
              <a href={entry.href} aria-current={entry === current ? 'page' : undefined}>
                <Icon name={entry.icon} />
                {entry.label}
                {entry.count !== undefined && entry.count > 0 && <span class={entry.hot ? 'n hot' : 'n'}>{entry.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}

/** What staff work in: menu left, work right, keys. On a phone the menu is a page of its own behind a link, so it needs no script. */
export function Desk({ menu = [], ...shell }: DeskProps) {
  const { language, path, agencyName, signedIn, banner, children } = shell;
  const words = uiWords(language).shell;
  return (
    <Document shell="desk" {...shell}>
      <div class="desk-top">
        <Strips {...shell} />
        {banner && <PolicyBanner {...banner} />}
        <header class="desk-bar">
          <Brand href="/desk" name={words.desk} line={agencyName} filled />
          <a class="btn second small" href="#menu">
            <Icon name="menu" />
            {words.menu}
          </a>
        </header>
      </div>
      <div class="desk">
        <nav class="rail" id="menu" aria-label={words.menu}>
          <Brand href="/desk" name={words.desk} line={agencyName} filled />
          <a class="rail-close" href="#main">
            <Icon name="cross" />
            {words.closeMenu}
          </a>
          <Menu menu={menu} path={path} />
          <div class="me">
            {signedIn && (
              <>
                <b>{signedIn.name}</b>
                <span class="muted">{signedIn.roles.join(' · ')}</span>
                <a href="/desk/profile">{words.mine}</a>
              </>
            )}
            <ul class="langs" aria-label={words.language}>
              <LanguageLinks path={path} />
            </ul>
          </div>
        </nav>
        <main class="work" id="main">
          {children}
        </main>
      </div>
      <KeysHelp />
    </Document>
  );
}

export type ToplineProps = {
  title: string;
  find?: { action: string; label: string; value?: string } | undefined;
  children?: ComponentChildren;
};

/** The first line of a desk page: its name, the one search box, and what belongs to the page as a whole. */
export function Topline({ title, find, children }: ToplineProps) {
  return (
    <div class="topline">
      <h1>{title}</h1>
      {find && (
        <form class="find" role="search" action={find.action}>
          <Icon name="search" />
          <label class="hide" for="find">
            {find.label}
          </label>
          <input class="input" id="find" name="q" placeholder={find.label} value={find.value} data-key="/" autocomplete="off" />
        </form>
      )}
      {children}
    </div>
  );
}
