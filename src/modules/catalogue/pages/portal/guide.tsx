import { type Language, textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { Breadcrumbs, Kept, Links, uiWords, usePage } from '#ui/index.ts';
import { guideWords } from '../../locales/guide/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { themeName } from '../../vocabulary.ts';
import { CareGuide } from './guide/care.tsx';
import { Contact, Where } from './guide/contact.tsx';
import { Course } from './guide/course.tsx';
import { GuideFacts, StartButton } from './guide/facts.tsx';
import { Faq, Law, Who } from './guide/law.tsx';
import { type Guide, loadGuide, type Missing } from './guide/load.ts';
import { MissingGuide } from './guide/missing.tsx';
import { Notes } from './guide/notes.tsx';
import { Papers } from './guide/papers.tsx';
import { Share } from './guide/share.tsx';
import { Ways } from './guide/ways.tsx';
import { keptFor } from './kept.ts';
import { ItemName } from './row.tsx';

export const guidePage = page({
  path: '/services/:code',
  shell: 'portal',
  may: 'anyone',
  load: (act, { params }) => loadGuide(act, params['code'] ?? ''),
  status: (data: Guide | Missing) => (data.kind === 'missing' ? 404 : 200),
  title: (data, { language }) => guideTitle(data, language),
  view: ({ data, act: { language }, request: { query, origin } }) => {
    if (data.kind === 'missing') return <MissingGuide missing={data} language={language} />;
    const look = query['brief'] === '1' ? 'brief' : query['full'] === '1' ? 'full' : 'usual';
    return (
      <Kept
        kept={keptFor(data.catalogue, data.places)}
        name={`guide/${data.listed.itemVersionId}/${look}/${origin}/${closuresOf(data)}`}
        draw={() => <GuideView guide={data} look={look} origin={origin} language={language} />}
      />
    );
  },
});

export function guideTitle(data: Guide | Missing, language: Language): string {
  const words = guideWords(language);
  if (data.kind === 'guide') return words.title(textIn(data.item.name, language));
  return data.ended ? words.retired(textIn(data.ended.name, language), data.ended.lastOn) : words.unknown(data.code);
}

/** What is closed now, as far as the page shows it. */
function closuresOf({ ways, where }: Guide): string {
  const closed = [...ways, ...where].map(({ closure }) => closure);
  return closed.some(Boolean) ? JSON.stringify(closed) : '';
}

/** In care mode the usual look is the shortest; the others are asked for. */
type Look = 'usual' | 'brief' | 'full';
type Props = { guide: Guide; look: Look; origin: string; language: Language };

function GuideView({ guide, look, origin, language }: Props) {
  const brief = look === 'brief';
  if (usePage().care && look === 'usual') return <CareGuide guide={guide} language={language} />;
  return (
    <>
      <Way guide={guide} language={language} />
      <div class="cols guide">
        <Head guide={guide} language={language} />
        <Side guide={guide} look={look} origin={origin} language={language} />
        <div>
          <Ways guide={guide} language={language} />
          {!brief && <Who item={guide.item} language={language} />}
          <Papers item={guide.item} language={language} />
        </div>
      </div>
      {!brief && <Course guide={guide} language={language} />}
      <div class="halves">
        <div>
          <Contact guide={guide} language={language} />
          <Where guide={guide} language={language} />
        </div>
        {!brief && (
          <div>
            <Law item={guide.item} language={language} />
            <Faq item={guide.item} language={language} />
          </div>
        )}
      </div>
    </>
  );
}

function Way({ guide: { item }, language }: Pick<Props, 'guide' | 'language'>) {
  const to = (rest: string) => `/${language}${rest}`;
  const themes = (item.themes ?? [])
    .slice(0, 2)
    .map((theme) => ({ label: themeName(theme, language), href: to(`/services?theme=${theme}`) }));
  return <Breadcrumbs crumbs={[{ label: uiWords(language).shell.home, href: to('') }, ...themes]} />;
}

function Head({ guide, language }: Pick<Props, 'guide' | 'language'>) {
  const words = guideWords(language);
  const { item, listed } = guide;
  const [first] = listed.directories;
  const directory = first && portalWords(language).directories[first].name;
  return (
    <div>
      <h1>
        <ItemName item={item} language={language} />
      </h1>
      <p class="small muted mt-2 mb-4">
        {[words.code(item.code), textIn(listed.unitName ?? undefined, language), directory].filter(Boolean).join(' · ')}
      </p>
      <Notes guide={guide} language={language} />
      {item.guide?.lead && <p class="lead">{textIn(item.guide.lead, language)}</p>}
    </div>
  );
}

function Side({ guide, look, origin, language }: Props) {
  const brief = look === 'brief';
  const words = guideWords(language);
  const { item } = guide;
  const here = `/${language}/services/${item.code}`;
  const parts = [
    ...(brief ? [] : [{ href: '#who', label: words.who }]),
    { href: '#papers', label: words.papers },
    ...(brief ? [] : [{ href: '#flow', label: words.flow }]),
    { href: '#contact', label: words.contact },
    { href: '#place', label: words.place },
    ...(item.basis && !brief ? [{ href: '#law', label: words.law }] : []),
    ...(item.faq && !brief ? [{ href: '#faq', label: words.faq }] : []),
  ];
  return (
    <aside class="stack-5" aria-label={words.start}>
      <GuideFacts guide={guide} language={language} />
      <div>
        <StartButton guide={guide} language={language} />
        <p class="small plainlinks">
          {item.conditions?.some(({ ask }) => ask) && <a href={`${here}/check`}>{words.check}</a>}
          <a href={brief ? `${here}?full=1` : `${here}?brief=1`}>{brief ? words.full : words.brief}</a>
          <a href={`${here}/print`}>{words.print}</a>
        </p>
        <Share guide={guide} origin={origin} language={language} />
      </div>
      <nav class="wide-only" aria-label={words.contents}>
        <h2 class="h3 mb-2">{words.contents}</h2>
        <Links columns={1} links={parts} />
      </nav>
    </aside>
  );
}
