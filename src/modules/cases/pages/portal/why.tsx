import type { Act, Output } from '#kernel/endpoint.ts';
import { page, type PageRequest, type View } from '#kernel/page.ts';
import { problemsOf } from '#kernel/parse.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { BackLink, formatDay, Notice, Prose, Section, Summary } from '#ui/index.ts';
import { explainClock } from '../../actions/read.ts';
import * as contract from '../../contract/read.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { limitText } from './limits.ts';
import { casePath } from './links.ts';

type Why = Output<typeof contract.explainClock> & {
  readonly caseNo: string;
  readonly clock: keyof ReturnType<typeof portalWords>['why']['clocks'];
};

async function load(act: Act, { params }: PageRequest) {
  if (problemsOf(contract.explainClock.input, params).length > 0) return refuse('not_found');
  const asked = params as unknown as { caseNo: string; clock: Why['clock'] };
  const explained = await explainClock(act, asked);
  return isRefusal(explained) ? refuse('not_found') : ({ ...explained, ...asked } satisfies Why);
}

const view: View<Why> = ({ data, act }) => {
  const { language } = act;
  const words = portalWords(language).why;
  return (
    <>
      <BackLink href={casePath(language, data.caseNo)}>{portalWords(language).backToCase}</BackLink>
      <h1>{words.title}</h1>
      <p class="lead mt-4">
        {words.clocks[data.clock]}
        {language.startsWith('zh') ? '：' : ': '}
        <b>{data.dueOn ? words.due(formatDay(data.dueOn, language)) : words.open}</b>
      </p>
      <p>{words.limit(limitText(data.limit, language))}</p>
      {data.provisional && <Notice tone="info">{words.provisional}</Notice>}
      <Section title={words.table}>
        <Days data={data} act={act} />
      </Section>
      <Section title={words.law}>
        <Prose>
          <ul>
            {data.law.map(({ law, article, rule }) => (
              <li key={rule}>{words.article(law, article)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
    </>
  );
};

function Days({ data: { days }, act: { language } }: { data: Why; act: Act }) {
  const words = portalWords(language).why;
  return (
    <Summary
      rows={days.map((day) => ({
        label: formatDay(day.on, language, 'weekday'),
        value: day.counted ? <b>{reasonOf(day, language)}</b> : <span class="muted">{reasonOf(day, language)}</span>,
        ...(day.number === null ? {} : { action: words.nth(day.number) }),
      }))}
    />
  );
}

function reasonOf({ why, reason, name }: Why['days'][number], language: Act['language']): string {
  const words = portalWords(language).why;
  const said = words.counted[why as keyof typeof words.counted] ?? why;
  const { pauses } = casesWords(language);
  const because = why === 'paused' && reason ? (pauses[reason as keyof typeof pauses] ?? reason) : (name ?? '');
  return because ? words.because(said, because) : said;
}

export const whyPage = page({
  path: '/my/cases/:caseNo/why/:clock',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load,
  title: ({ clock, caseNo }, { language }) => portalWords(language).of(portalWords(language).why.clocks[clock], caseNo),
  view,
});
