import type { Act } from '#kernel/endpoint.ts';
import { type FormState, form, page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { casesWords, followUpEndpoint } from '#modules/cases/index.ts';
import {
  Actions,
  Button,
  ClockChip,
  type ClockState,
  Details,
  Empty,
  errorOf,
  Errors,
  Form,
  formatDay,
  formatInstant,
  formatShare,
  formErrors,
  Section,
  Table,
  Tag,
  TextArea,
  Topline,
  valueOf,
} from '#ui/index.ts';
import type { Output } from '#kernel/endpoint.ts';
import { getRatings } from '../actions/ratings.ts';
import { type getRatings as ratingsContract, watchers } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { look } from '../looked.ts';
import { DivergingBars, Legend, type Part } from './charts.tsx';

type Ratings = Output<typeof ratingsContract>;
type Shown = { readonly act: Act; readonly zone: string };

export const ratingsPage = page({
  path: '/desk/ratings',
  shell: 'desk',
  may: watchers,
  load: async (act) => {
    const ratings = await getRatings(act, {});
    return isRefusal(ratings) ? ratings : { ratings, zone: (await look(act)).zone };
  },
  title: (_, { language }) => wordsIn(language).ratings.title,
  view: ({ data: { ratings, zone }, act, request, form: state }) => {
    const words = wordsIn(act.language).ratings;
    const shown = { act, zone };
    return (
      <>
        <Topline title={words.title}>
          <span class="muted">{words.lead(formatDay(ratings.since, act.language, 'day'))}</span>
        </Topline>
        <div class="body">
          {request.query['saved'] === '1' && !state && <p role="status">{words.saved}</p>}
          <Distribution ratings={ratings} shown={shown} />
          <Section title={words.waiting}>
            <p>{words.lead1}</p>
            {ratings.waiting.length === 0 && <Empty text={words.waitingNone} icon="tick" />}
            <div class="stack">
              {ratings.waiting.map((rating) => (
                <Waiting
                  key={rating.caseNo}
                  rating={rating}
                  shown={shown}
                  state={state?.values['caseNo'] === rating.caseNo ? state : undefined}
                />
              ))}
            </div>
          </Section>
          <Done ratings={ratings} shown={shown} />
        </div>
      </>
    );
  },
  forms: { followUp: form(followUpEndpoint, () => '/desk/ratings?saved=1') },
});

const kinds = ['bad', 'warn', 'idle', 'far', 'ok'] as const;

function partsOf(grades: readonly number[], act: Act): Part[] {
  return casesWords(act.language).grades.map((label, index) => ({ kind: kinds[index] ?? 'idle', label, count: grades[index] ?? 0 }));
}

/** All grades, and units of which enough people spoke; no matter and no person stands out. */
function Distribution({ ratings: { grades, units }, shown: { act } }: { ratings: Ratings; shown: Shown }) {
  const words = wordsIn(act.language);
  const n = grades.reduce((sum, count) => sum + count, 0);
  const all = { key: '', label: words.total, parts: partsOf(grades, act) };
  const rows = [all, ...units.map((unit) => ({ key: unit.unitCode, label: unit.unitName, parts: partsOf(unit.grades, act) }))];
  return (
    <Section title={words.ratings.distribution} aside={words.few}>
      <p>{words.ratings.good(formatShare((grades[3] ?? 0) + (grades[4] ?? 0), n, act.language))}</p>
      <Legend parts={all.parts} />
      <DivergingBars rows={rows} />
      <Details summary={words.numbers} icon="chart">
        <Table
          caption={words.ratings.distribution}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'unit', label: words.unit, strong: true, cell: ({ label }) => label, onCard: true },
            ...all.parts.map(({ label }, index) => ({
              key: label,
              label,
              right: true,
              onCard: true,
              cell: (row: (typeof rows)[number]) => row.parts[index]?.count ?? 0,
            })),
          ]}
        />
      </Details>
    </Section>
  );
}

function clockOf(daysLeft: number): ClockState {
  if (daysLeft < 0) return { kind: 'overdue', count: -daysLeft };
  return daysLeft === 0 ? { kind: 'today' } : { kind: 'left', count: daysLeft };
}

type WaitingProps = { rating: Ratings['waiting'][number]; shown: Shown; state: FormState | undefined };

/** One bad rating with its clock, what was said, and where the call is written down. */
function Waiting({ rating, shown: { act, zone }, state }: WaitingProps) {
  const words = wordsIn(act.language).ratings;
  const { caseNo, itemName, unitName, grade, at, daysLeft } = rating;
  const errors = formErrors(act.language, state, { own: casesWords(act.language).refusals });
  return (
    <article class="sheet stack" aria-label={`${caseNo} ${itemName}`}>
      <p>
        <Tag tone="bad" icon="star">
          {casesWords(act.language).grades[grade - 1]}
        </Tag>{' '}
        <ClockChip clock={clockOf(daysLeft)} /> <a href={`/desk/cases/${caseNo}`}>{caseNo}</a> · {itemName} · {unitName} ·{' '}
        {formatInstant(new Date(at), act.language, { zone, look: 'short' })}
      </p>
      <p class="say">{rating.words || words.noWords}</p>
      <Errors errors={errors} />
      <Form act="followUp" hidden={{ caseNo }} label={caseNo}>
        <TextArea
          name="text"
          label={words.followUp}
          hint={words.followUpHint}
          rows={2}
          maxlength={2000}
          value={valueOf(state, 'text')}
          error={errorOf(errors, 'text')}
        />
        <Actions>
          <Button look="second">{words.submit}</Button>
        </Actions>
      </Form>
    </article>
  );
}

function Done({ ratings: { done }, shown: { act, zone } }: { ratings: Ratings; shown: Shown }) {
  const words = wordsIn(act.language);
  return (
    <Section title={words.ratings.done}>
      <Table
        caption={words.ratings.done}
        rows={done}
        rowKey={({ caseNo }) => caseNo}
        empty={<Empty text={words.ratings.doneNone} />}
        columns={[
          {
            key: 'no',
            label: words.caseNo,
            strong: true,
            onCard: true,
            cell: ({ caseNo }) => <a href={`/desk/cases/${caseNo}`}>{caseNo}</a>,
          },
          { key: 'item', label: words.item, cut: true, cell: ({ itemName }) => itemName },
          { key: 'grade', label: words.ratings.grade, onCard: true, cell: ({ grade }) => casesWords(act.language).grades[grade - 1] },
          {
            key: 'text',
            label: words.ratings.followUp,
            cut: true,
            onCard: true,
            cell: ({ followUp }) => <span title={followUp}>{followUp}</span>,
          },
          {
            key: 'by',
            label: words.officer,
            cell: ({ by, followedUpAt }) =>
              words.ratings.by(by, formatInstant(new Date(followedUpAt), act.language, { zone, look: 'short' })),
          },
        ]}
      />
    </Section>
  );
}
