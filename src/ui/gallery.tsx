import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '#kernel/locale.ts';
import { CitizenParts } from './gallery/citizen.tsx';
import { CaseDesk, deskMenu, Inbox } from './gallery/desk.tsx';
import { DonePage, QuestionPage } from './gallery/questions.tsx';
import { sample } from './gallery/samples.ts';
import * as ui from './index.ts';

export const galleryPages = ['parts', 'question', 'done', 'inbox', 'case'] as const;
export type GalleryPage = (typeof galleryPages)[number];
export type GalleryView = { page: GalleryPage; language: Language; care: boolean; assets: { citizen: string; desk: string; js?: string } };

function Inside({ page, language }: { page: GalleryPage; language: Language }): ComponentChildren {
  if (page === 'question') return <QuestionPage language={language} />;
  if (page === 'done') return <DonePage language={language} />;
  if (page === 'inbox') return <Inbox language={language} />;
  if (page === 'case') return <CaseDesk language={language} />;
  return <CitizenParts language={language} />;
}

/** One page of the gallery as a whole HTML document. */
export function drawGallery({ page, language, care, assets }: GalleryView): string {
  const s = sample(language);
  const common = {
    language,
    care,
    title: ui.titleWithErrors(ui.uiWords(language), s('title'), page === 'question'),
    agencyName: s('agency'),
    children: <Inside page={page} language={language} />,
    session: { minutes: 30, keepUrl: '#', endUrl: '#' },
  };
  const banner = { title: s('policy'), text: s('policyMore'), link: { href: '#how', label: s('policyLink') } };
  const shell =
    page === 'inbox' || page === 'case' ? (
      <ui.Desk
        {...common}
        path="/desk/inbox"
        menu={deskMenu(language)}
        signedIn={{ name: s('person'), roles: [s('reviewer')] }}
        assets={{ css: assets.desk, js: assets.js }}
        demo={page === 'case'}
      />
    ) : (
      <ui.Portal
        {...common}
        path={`/${language}/gallery`}
        width={page === 'parts' ? 'page' : 'read'}
        search={page === 'done' ? {} : undefined}
        banner={page === 'question' ? undefined : banner}
        demo={page === 'parts'}
        acting={page === 'done' ? { name: ui.maskName('林青禾') } : undefined}
        assets={{ css: assets.citizen, js: assets.js }}
      />
    );
  return `<!doctype html>${renderToString(shell)}`;
}
