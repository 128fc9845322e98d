import type { Act } from '#kernel/endpoint.ts';
import { page, type PageRequest } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { BackLink, formatDay, Scroll, Section, Table, Topline, uiWords } from '#ui/index.ts';
import { viewCase, explainClock } from '../../actions/read.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { casePath, deskRoles } from './address.ts';
import { pauseWords } from './clock-state.ts';

const clocks = ['promised', 'statutory', 'intake', 'supplement', 'delivery'] as const;

async function load(act: Act, { params, query }: PageRequest) {
  const clock = clocks.find((name) => name === params['clock']);
  const seen = await viewCase(act, params['caseNo'] ?? '');
  if (!clock || !seen) return refuse('not_found');
  const explained = await explainClock(act, { caseNo: seen.file.caseNo, clock });
  if (isRefusal(explained)) return refuse('not_found');
  return { caseNo: seen.file.caseNo, clock, explained, back: casePath(seen.file.caseNo, { list: query['list'], at: query['at'] }) };
}
type Explained = Exclude<Awaited<ReturnType<typeof load>>, { refused: string }>;
type Day = Explained['explained']['days'][number];

/** The sum behind a date, day by day, with the law it follows. */
export const whyPage = page({
  path: '/desk/cases/:caseNo/why/:clock',
  shell: 'desk',
  may: deskRoles,
  load,
  title: ({ caseNo, clock }, act) => `${deskWords(act.language).why.clocks[clock]} · ${caseNo}`,
  view: ({ data: { caseNo, clock, explained, back }, act: { language } }) => {
    const words = deskWords(language).why;
    const { dueOn, limit, provisional, law, days } = explained;
    const length = uiWords(language).time[limit.unit === 'workday' ? 'workdays' : 'days'](limit.days);
    return (
      <>
        <Topline title={`${words.title} · ${words.clocks[clock]}`}>
          <span class="caseno">{caseNo}</span>
        </Topline>
        <div class="body stack">
          <BackLink href={back}>{words.back}</BackLink>
          <p>{dueOn ? words.sum(length, formatDay(dueOn, language)) : words.open(length)}</p>
          {provisional && <p class="muted">{words.provisional}</p>}
          <Scroll label={words.title}>
            <Days days={days} language={language} />
          </Scroll>
          {law.length > 0 && (
            <Section title={words.law}>
              <ul class="plain">
                {law.map((one) => (
                  <li key={one.rule}>{words.article(one.law, one.article)}</li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </>
    );
  },
});

function Days({ days, language }: { days: readonly Day[]; language: Act['language'] }) {
  const words = deskWords(language).why;
  const because = ({ why, reason, name }: Day) => {
    const said = words.reasons[why as keyof typeof words.reasons] ?? why;
    return [name ?? said, why === 'paused' && reason ? pauseWords(reason, language) : ''].filter(Boolean).join(' · ');
  };
  return (
    <Table<Day>
      caption={words.title}
      rows={days}
      rowKey={({ on, why }) => `${on} ${why}`}
      columns={[
        { key: 'on', label: words.day, cell: ({ on }) => formatDay(on, language) },
        { key: 'number', label: words.count, right: true, cell: ({ number }) => number ?? '' },
        { key: 'why', label: words.because, cell: because },
      ]}
    />
  );
}
