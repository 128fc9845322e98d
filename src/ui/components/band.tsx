import type { ComponentChildren } from 'preact';
import { type Language, languages } from '#kernel/locale.ts';
import { usePage, useWords } from '../context.tsx';
import { languageNames } from '../locales/index.ts';
import { Icon, type IconName } from './icon.tsx';
import { Seal } from './seal.tsx';

export function SkipLink() {
  const words = useWords().shell;
  return (
    <a class="skip" href="#main">
      {words.skip}
    </a>
  );
}

/** The same page in another language: portal pages carry it in the path, all others in the query. */
export function pathIn(language: Language, path: string): string {
  const inPath = /^\/(?:zh-Hans|zh-Hant|vi|en)(?=$|[/?#])/;
  return inPath.test(path) ? path.replace(inPath, `/${language}`) : withQuery(path, 'lang', language);
}

/** The address with one value of its query set. */
export function withQuery(path: string, name: string, value: string): string {
  const [before = '', query = ''] = path.split('#')[0]?.split('?') ?? [];
  const values = new URLSearchParams(query);
  values.set(name, value);
  return `${before}?${values}`;
}

export function LanguageLinks({ path }: { path: string }) {
  const { language: now } = usePage();
  return (
    <>
      {languages.map((language) => (
        <li key={language}>
          {language === now ? (
            <b lang={language} aria-current="true">
              {languageNames[language].short}
            </b>
          ) : (
            <a
              href={pathIn(language, path)}
              lang={language}
              hreflang={language}
              aria-label={
                languageNames[language].short === languageNames[language].full
                  ? undefined
                  : `${languageNames[language].short} ${languageNames[language].full}`
              }
            >
              {languageNames[language].short}
            </a>
          )}
        </li>
      ))}
    </>
  );
}

export function Brand({ href, name, line, filled = false }: { href: string; name: string; line: string; filled?: boolean }) {
  return (
    <a class="brand" href={href}>
      <Seal filled={filled} />
      <span>
        <b>{name}</b>
        <span>{line}</span>
      </span>
    </a>
  );
}

export type BandProps = { home: string; agencyName: string; path: string; care: boolean; account?: { href: string; label: string } };

/** Seal and name, languages, care mode. In care mode the languages fold into one, so that the band leaves room for the page. */
export function Band({ home, agencyName, path, care, account }: BandProps) {
  const words = useWords().shell;
  const careLink = (
    <a class="care" href={withQuery(path, 'care', care ? '0' : '1')}>
      {!care && <Icon name="letters" />}
      {care ? words.standard : words.care}
    </a>
  );
  return (
    <header class="band">
      <div class="wrap">
        <Brand href={home} name={agencyName} line={words.product} />
        {account && (
          <a class="account" href={account.href}>
            <Icon name="person" />
            {account.label}
          </a>
        )}
        <nav class="band-nav" aria-label={words.language}>
          {care ? (
            <details class="fold-langs">
              <summary>{words.languageFold}</summary>
              <ul class="langs">
                <LanguageLinks path={path} />
              </ul>
            </details>
          ) : (
            <ul class="langs">
              <LanguageLinks path={path} />
            </ul>
          )}
          {careLink}
        </nav>
      </div>
    </header>
  );
}

export type PolicyBannerProps = { title: string; text?: ComponentChildren; link?: { href: string; label: string } | undefined };

/** The arrangement in force: what, since when, what instead. At most one, directly under the band, never closable. */
export function PolicyBanner({ title, text, link }: PolicyBannerProps) {
  const words = useWords().shell;
  return (
    <section class="policy" aria-label={words.policy}>
      <div class="wrap">
        <Icon name="warn" />
        <div>
          <p>
            <b>{title}</b>
            {text}
          </p>
          {link && (
            <p>
              <a href={link.href}>{link.label}</a>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

/** A thin strip above the band: a demonstration, or acting for somebody. */
export function Strip({
  look,
  icon,
  label,
  children,
}: {
  look: 'demo' | 'acting';
  icon: IconName;
  label: string;
  children: ComponentChildren;
}) {
  return (
    <section class={`strip ${look}`} aria-label={label}>
      <div class="wrap">
        <Icon name={icon} />
        <p>{children}</p>
      </div>
    </section>
  );
}

export type FooterProps = { agencyName: string; links: readonly { href: string; label: string }[]; care: boolean };

/** The telephone first. In care mode it stays at the bottom of the screen. */
export function Footer({ agencyName, links, care }: FooterProps) {
  const words = useWords().shell;
  return (
    <>
      <footer class="foot">
        <div class="wrap">
          {!care && (
            <a class="tel nowrap" href="tel:12345">
              {words.hotline}
              <small>{words.hotlineHours}</small>
            </a>
          )}
          {links.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
          <span>{words.host(agencyName)}</span>
        </div>
      </footer>
      {care && (
        <aside class="callbar" aria-label={words.hotline}>
          <a href="tel:12345">
            <Icon name="phone" />
            {words.hotline}
          </a>
        </aside>
      )}
    </>
  );
}
