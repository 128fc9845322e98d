import type { Language } from '#kernel/locale.ts';
import { textIn } from '#kernel/locale.ts';
import { page, type Page } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { BackLink, Rows, SearchForm, uiWords } from '#ui/index.ts';
import { triageWords } from '../locales/triage/index.ts';
import { situations, type TriageQuestion } from '../rules/triage.ts';
import { Answer } from './how-now/answer.tsx';
import { loadTriage, type Triage } from './triage-state.ts';

/** A few plain questions that lead to the best way that is open; every answer is a link, so that it needs no script and Back works. */
function howNow(path: string): Page {
  return page({
    path,
    shell: 'portal',
    width: 'read',
    may: 'anyone',
    load: async (act, request) => (await loadTriage(act, request)) ?? refuse('not_found'),
    title: (triage, { language }) => titleOf(triage, language),
    view: ({ data: triage, act: { language } }) => (
      <div class="stack-5">
        <div>
          <BackLink href={backOf(triage, language)} />
          <h1>{titleOf(triage, language)}</h1>
        </div>
        {triage.question ? (
          <Question triage={triage} question={triage.question} language={language} />
        ) : (
          <Answer triage={triage} language={language} />
        )}
      </div>
    ),
  });
}

export const howNowPage = howNow('/how-now');
export const howNowItemPage = howNow('/how-now/:code');

function titleOf({ item }: Triage, language: Language): string {
  const words = triageWords(language);
  return item ? words.titleFor(textIn(item.name, language)) : words.title;
}

/** One answer fewer; from the first question back to where one came from. */
function backOf({ answers, asked, path, item }: Triage, language: Language): string {
  const given = Object.entries(answers).filter(([, value]) => value !== undefined);
  if (given.length > 0 && !asked) return addressOf(path, Object.fromEntries(given.slice(0, -1)));
  return item ? `/${language}/services/${item.code}` : `/${language}`;
}

export function addressOf(path: string, answers: Readonly<Record<string, unknown>>): string {
  const said = (value: unknown) => (value === true ? 'yes' : value === false ? 'no' : String(value));
  const given = Object.entries(answers).filter(([, value]) => value !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given.map(([name, value]) => [name, said(value)]))}` : path;
}

function Question({ triage, question, language }: { triage: Triage; question: TriageQuestion; language: Language }) {
  const words = triageWords(language);
  const to = (value: unknown) => addressOf(triage.path, { ...triage.answers, [question]: value });
  const options =
    question === 'situation'
      ? situations.map((situation) => ({ title: words.situations[situation], href: to(situation) }))
      : [
          { title: words.questions[question].yes, href: to(true) },
          { title: words.questions[question].no, href: to(false) },
        ];
  return (
    <>
      <section aria-labelledby="question">
        <h2 id="question" class="mb-3">
          {words.questions[question].ask}
        </h2>
        <Rows rows={options} />
      </section>
      <p class="small muted">{words.lead}</p>
      {question === 'urgent' && !triage.item && (
        <section>
          <p class="mb-2">{words.chooseItem}</p>
          <SearchForm
            action={`/${language}/services`}
            label={uiWords(language).shell.searchItems}
            example={uiWords(language).shell.searchExample}
          />
        </section>
      )}
    </>
  );
}
