import type { ComponentChildren } from 'preact';
import type { Language } from '#kernel/locale.ts';
import { Sprite, type IconName } from '../components/icon.tsx';
import { type PolicyBannerProps, SkipLink, Strip } from '../components/band.tsx';
import { InLanguage, useWords } from '../context.tsx';

/** What every shell is told about a page. `path` is the address without its query. */
export type ShellProps = {
  language: Language;
  title: string;
  care: boolean;
  path: string;
  agencyName: string;
  signedIn?: { name: string; roles: readonly string[] } | undefined;
  banner?: PolicyBannerProps | undefined;
  /** Addresses of the built style sheet and of the islands' loader. */
  assets: { css: string; js?: string | undefined };
  demo?: boolean;
  /** The person the reader acts for; every page says so. */
  acting?: { name: string } | undefined;
  /** Minutes a session lives without input; the page asks two minutes before. */
  session?: { minutes: number; keepUrl: string; endUrl: string } | undefined;
  children: ComponentChildren;
};

/** The whole HTML document. No script or style stands in it, so a policy may forbid both. The sprite comes last, when all icons are known. */
export function Document({ shell, language, title, care, agencyName, assets, session, children }: ShellProps & { shell: string }) {
  return (
    <InLanguage language={language} icons={new Set<IconName>()} care={care}>
      <html lang={language} data-shell={shell} data-care={care || undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title.includes(agencyName) ? title : `${title} · ${agencyName}`}</title>
          <meta name="format-detection" content="telephone=no" />
          <meta name="theme-color" content="#0A5C63" />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={assets.css} />
          {assets.js && <script type="module" src={assets.js} />}
        </head>
        <body>
          <SkipLink />
          {children}
          {session && <SessionGuard {...session} />}
          <Sprite />
        </body>
      </html>
    </InLanguage>
  );
}

/** Who one acts for and that this is a demonstration: above everything else. */
export function Strips({ language, demo, acting }: Pick<ShellProps, 'language' | 'demo' | 'acting'>) {
  const words = useWords().shell;
  return (
    <>
      {acting && (
        <Strip look="acting" icon="people" label={words.actingLabel}>
          <b>{words.acting(acting.name)}</b> <a href={`/${language}/my/acting`}>{words.actingStop}</a>
        </Strip>
      )}
      {demo && (
        <Strip look="demo" icon="info" label={words.demoLabel}>
          {words.demo} <a href="/demo">{words.demoSwitch}</a>
        </Strip>
      )}
    </>
  );
}

/** Closed until its island opens it; without JavaScript the server parks what was typed and asks to sign in again. */
function SessionGuard({ minutes, keepUrl, endUrl }: { minutes: number; keepUrl: string; endUrl: string }) {
  const words = useWords().session;
  return (
    <dialog
      class="dialog"
      data-island="session-guard"
      data-minutes={minutes}
      data-keep={keepUrl}
      data-over={words.over}
      aria-labelledby="session-title"
    >
      <h2 id="session-title">{words.title}</h2>
      <p>{words.warn}</p>
      <div class="acts">
        <button class="btn" type="button" data-stay>
          {words.stay}
        </button>
        <a class="btn plain" href={endUrl}>
          {words.leave}
        </a>
      </div>
    </dialog>
  );
}
