import type { Act } from '#kernel/endpoint.ts';
import { page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import {
  Actions,
  Button,
  Errors,
  formatDay,
  formatNumber,
  NumberInput,
  refusalText,
  Section,
  Table,
  TextInput,
  Topline,
} from '#ui/index.ts';
import { figureReaders } from '../../actions/figures.ts';
import { askWhatIf } from '../../actions/what-if.ts';
import type { WhatIf } from '../../contract/figures.ts';
import { queueWords } from '../../locales/queue/index.ts';
import { shown } from '../shown.ts';
import { Bars } from './columns.tsx';
import { hallOf } from './day.tsx';

type Asked = { readonly closed: string; readonly cap: string; readonly demand: string };
type Data = { readonly venue: string; readonly asked: Asked; readonly answer: WhatIf; readonly wrong: string | undefined };

async function load(act: Act, request: PageRequest) {
  const venue = await hallOf(act, request);
  if (!venue) return refuse('not_found');
  const { closed = '', cap = '', demand = '100' } = request.query;
  const whole = (text: string, least: number, most: number) =>
    /^\d{1,6}$/.test(text) && Number(text) >= least ? Math.min(most, Number(text)) : undefined;
  const capAsked = whole(cap, 1, 100_000);
  const demandPercent = whole(demand, 0, 500);
  const given = {
    venue,
    closed: closed.slice(0, 200),
    ...(capAsked ? { cap: capAsked } : {}),
    ...(demandPercent === undefined ? {} : { demandPercent }),
  };
  const answer = await askWhatIf(act, given);
  const shownAnswer = isRefusal(answer) ? await askWhatIf(act, { venue }) : answer;
  if (isRefusal(shownAnswer)) return shownAnswer.refused === 'unknown_venue' ? refuse('not_found') : refuse('forbidden');
  return {
    venue,
    asked: { closed, cap, demand },
    answer: shownAnswer,
    wrong: isRefusal(answer) ? answer.refused : undefined,
  } satisfies Data;
}

const view: View<Data> = ({ data: { venue, asked, answer, wrong }, act }) => {
  const { whatIf: words, refusals } = queueWords(act.language);
  const errors = wrong ? [{ name: 'closed', text: refusalText(act.language, { refused: wrong, facts: {} }, refusals) }] : [];
  return (
    <>
      <Topline title={words.title}>
        <span class="muted">{formatDay(answer.on, act.language, 'weekday')}</span>
      </Topline>
      <div class="body">
        <Errors errors={errors} />
        <form action="/desk/hall/what-if">
          <input type="hidden" name="venue" value={venue} />
          <TextInput name="closed" label={words.closed} hint={words.closedHint} value={asked.closed} error={errors[0]?.text} />
          <NumberInput name="cap" label={words.cap} value={asked.cap || answer.cap} />
          <NumberInput name="demand" label={words.demand} unit="%" value={asked.demand} />
          <Actions>
            <Button>{words.play}</Button>
          </Actions>
        </form>
        <p class="muted">
          {words.basis({
            bookings: answer.bookings,
            days: answer.historyDays,
            runs: answer.runs,
            ms: formatNumber(answer.milliseconds, act.language, 1),
          })}
        </p>
        <Compared answer={answer} act={act} />
        <Groups answer={answer} act={act} />
        <Use answer={answer} act={act} />
      </div>
    </>
  );
};

type Props = { readonly answer: WhatIf; readonly act: Act };

function Compared({ answer: { asItIs, asAsked }, act }: Props) {
  const { whatIf: words } = queueWords(act.language);
  const keys = ['visitors', 'unserved', 'waitP50', 'waitP90', 'waitP99', 'mostInside', 'mostOutside'] as const;
  const number = (value: number) => formatNumber(value, act.language, 1);
  return (
    <Section title={words.compared}>
      <Table
        caption={words.compared}
        rows={keys.map((key) => ({ key, now: asItIs[key], after: asAsked[key] }))}
        rowKey={(row) => row.key}
        columns={[
          { key: 'what', label: words.what, cell: (row) => words.rows[row.key], strong: true },
          { key: 'now', label: words.asItIs, cell: (row) => number(row.now), right: true },
          { key: 'then', label: words.asAsked, cell: (row) => number(row.after), right: true },
          {
            key: 'change',
            label: words.change,
            cell: (row) => `${row.after > row.now ? '+' : ''}${number(row.after - row.now)}`,
            right: true,
          },
        ]}
      />
    </Section>
  );
}

function Groups({ answer: { asItIs, asAsked }, act }: Props) {
  const { know } = queueWords(act.language);
  const number = (value: number | undefined) => formatNumber(value ?? 0, act.language, 1);
  const before = new Map(asItIs.groups.map((row) => [row.group, row]));
  return (
    <Section title={know.byGroup}>
      <Table
        caption={know.byGroup}
        rows={asAsked.groups}
        rowKey={(row) => row.group}
        columns={[
          { key: 'group', label: know.group, cell: (row) => `${row.group} ${row.name}`, strong: true },
          { key: 'served', label: know.served, cell: (row) => number(row.served), right: true },
          { key: 'p50', label: know.p50, cell: (row) => `${number(before.get(row.group)?.waitP50)} → ${number(row.waitP50)}`, right: true },
          { key: 'p90', label: know.p90, cell: (row) => `${number(before.get(row.group)?.waitP90)} → ${number(row.waitP90)}`, right: true },
        ]}
      />
    </Section>
  );
}

function Use({ answer: { asAsked }, act }: Props) {
  const { whatIf: words, window } = queueWords(act.language);
  return (
    <Section title={words.use}>
      <Bars
        bars={asAsked.windows.map(({ windowNo, busyShare }) => ({
          key: windowNo,
          label: window.no(shown(windowNo)),
          share: busyShare,
          note: `${formatNumber(busyShare * 100, act.language)} %`,
        }))}
      />
    </Section>
  );
}

/** The planner's question, answered by playing the day. Its address can be kept and sent to others. */
export const whatIfPage = page({
  path: '/desk/hall/what-if',
  shell: 'desk',
  may: figureReaders,
  load,
  title: (_, act) => queueWords(act.language).whatIf.title,
  view,
});
