import type { Act } from '#kernel/endpoint.ts';
import { form, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal, type Refusal } from '#kernel/result.ts';
import { addDays } from '#kernel/workdays.ts';
import { Empty, Errors, Filters, formatDay, formErrors, LinkButton, Notice, Topline, Views } from '#ui/index.ts';
import { listBookings, listOverflow, listRebookings, listUnsettled, listWaitlist } from '../../actions.ts';
import * as contract from '../../contract.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import type { Site } from '../../held.ts';
import { chosenHall, desk, deskRoles, hallName } from './halls.ts';
import { type Lists, ViewTable } from './tables.tsx';

export const views = ['day', 'calls', 'past', 'waiting', 'over'] as const;
export type ViewName = (typeof views)[number];
const daysBefore = 7;
const daysAfter = 14;

type Data = {
  readonly site: Site;
  readonly halls: readonly Site[];
  readonly on: string;
  readonly today: string;
  readonly view: ViewName;
  readonly lists: Lists;
};

async function load(act: Act, { query }: PageRequest): Promise<Data | { site: undefined } | Refusal> {
  const { halls, site, on, today } = await chosenHall(act, query);
  if (!site) return { site: undefined };
  const venue = site.place;
  const rowsOf = <Row,>(listed: { rows: readonly Row[] } | Refusal): readonly Row[] => (isRefusal(listed) ? [] : listed.rows);
  const lists: Lists = {
    day: rowsOf(await listBookings(act, { venue, on, limit: 500 })),
    calls: rowsOf(await listRebookings(act, { venue })),
    past: rowsOf(await listUnsettled(act, { venue })),
    waiting: rowsOf(await listWaitlist(act, { venue })).filter(({ state }) => state === 'waiting'),
    over: rowsOf(await listOverflow(act, { venue })),
  };
  return { site, halls, on, today, view: views.find((one) => one === query['view']) ?? 'day', lists };
}

function addressOf({ site, on, today }: Pick<Data, 'site' | 'on' | 'today'>, view: ViewName): string {
  const query = { hall: site.place, ...(on === today ? {} : { on }), ...(view === 'day' ? {} : { view }) };
  return `${desk}?${new URLSearchParams(query)}`;
}

const view: View<Data | { site: undefined }> = ({ data, act, request, form: posted }) => {
  const words = deskWords(act.language);
  const done = request.query['done'];
  return (
    <>
      <Topline title={words.title}>
        <LinkButton href={`${desk}/new`} icon="phone">
          {words.new}
        </LinkButton>
        <LinkButton look="second" href={`/${act.language}/book/many`} icon="people">
          {words.many}
        </LinkButton>
      </Topline>
      <div class="body">
        <Errors errors={formErrors(act.language, posted, { own: appointmentsWords(act.language).refusals })} />
        {(done === 'calls' || done === 'past') && (
          <Notice tone="ok" live>
            <p>{words[done].done}</p>
          </Notice>
        )}
        {data.site ? <Lists data={data} act={act} /> : <Empty text={words.noHall} icon="door" />}
      </div>
    </>
  );
};

function Lists({ data, act }: { data: Data; act: Act }) {
  const { language } = act;
  const words = deskWords(language);
  const { halls, site, on, today, lists } = data;
  const days = Array.from({ length: daysBefore + daysAfter + 1 }, (_, index) => addDays(today, index - daysBefore));
  const people = lists.day.reduce((sum, { party, state }) => sum + (state === 'cancelled' ? 0 : party), 0);
  const live = lists.day.filter(({ state }) => state !== 'cancelled');
  return (
    <>
      <Views
        views={views.map((name) => ({
          label: words.views[name],
          href: addressOf(data, name),
          current: name === data.view,
          count: lists[name].length,
          hot: name === 'calls' || name === 'over',
        }))}
      />
      <Filters
        action={desk}
        keep={data.view === 'day' ? {} : { view: data.view }}
        fields={[
          {
            name: 'hall',
            label: words.hall,
            value: site.place,
            options: halls.map((one) => ({ value: one.place, label: hallName(one, act) })),
          },
          {
            name: 'on',
            label: words.day,
            value: on,
            options: days.map((day) => ({ value: day, label: formatDay(day, language, 'weekday') })),
          },
        ]}
        {...(data.view === 'day' ? { result: words.count(live.length, people) } : {})}
      />
      <ViewTable view={data.view} lists={lists} act={act} />
    </>
  );
}

/** The day's bookings of a hall, and the lists that somebody has to work through. */
export const appointmentsPage = page({
  path: desk,
  shell: 'desk',
  may: deskRoles,
  islands: ['submit-once'],
  load,
  title: (_, { language }) => deskWords(language).title,
  view,
  forms: {
    answer: form(contract.answerFor, (_, { query }) => backTo(query, 'calls')),
    settle: form(contract.settle, (_, { query }) => backTo(query, 'past')),
  },
});

function backTo({ do: _, ...query }: Readonly<Record<string, string>>, view: ViewName): string {
  return `${desk}?${new URLSearchParams({ ...query, view, done: view })}`;
}
