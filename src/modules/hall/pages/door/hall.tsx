import type { Output } from '#kernel/endpoint.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type PageRequest } from '#kernel/page.ts';
import { isRefusal, type Refusal, refuse } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { Button, Errors, Facts, Form, formatDay, formatTime, formErrors, LinkButton, Section, Table, Topline } from '#ui/index.ts';
import { getHallDay } from '../../actions/know.ts';
import type { getHallDay as GetHallDay } from '../../contract/alerts.ts';
import { exit } from '../../contract/door.ts';
import { doorWords } from '../../locales/door/index.ts';
import { listInsideNow } from '../../queries/know.ts';
import { Curve } from './curve.tsx';
import { placeOf } from './venue.ts';

const readers = ['gate', 'window', 'supervisor', 'head', 'planner', 'inspector'] as const;
type Day = Output<typeof GetHallDay>;

/** 大厅人数: how many are inside now, who came from where, what the door decided, and who waits in the special hall. */
export const hallPage = page({
  path: '/desk/hall',
  shell: 'desk',
  may: readers,
  load: loadHall,
  title: (_, { language }) => doorWords(language).hall.title,
  view: ({ data, act, form: state }) => {
    const words = doorWords(act.language);
    return (
      <>
        <Topline title={words.hall.title}>
          <span class="muted">
            {data.name} · {formatDay(data.day.on, act.language, 'weekday')}
          </span>
          <LinkButton look="second" href={`/gate/${data.venue}`}>
            {words.gate.doors}
          </LinkButton>
          <LinkButton look="second" href={`/desk/exposures?venue=${data.venue}`}>
            {words.hall.exposure}
          </LinkButton>
        </Topline>
        <div class="body stack">
          <Errors errors={formErrors(act.language, state, { own: words.refusals })} />
          <div id="now" data-island="live">
            <Now data={data} act={act} />
          </div>
          <Section title={words.hall.chart}>
            <Curve curve={data.day.curve} cap={data.day.cap} zone={data.zone} act={act} />
          </Section>
          <Special data={data} act={act} />
          <Days data={data} act={act} />
          <Origins data={data} act={act} />
        </div>
      </>
    );
  },
  forms: {
    exit: form(
      exit,
      (_, { query }) => (query['venue'] ? `/desk/hall?${new URLSearchParams({ venue: query['venue'] })}` : '/desk/hall'),
      (values) => ({ ...values, venue: values['venue'] }),
    ),
  },
  islands: ['live'],
});

async function loadHall(act: Act, request: PageRequest) {
  const place = await placeOf(act, request, readers);
  if (isRefusal(place)) return place.refused === 'not_found' ? place : refuse('forbidden');
  const day = await getHallDay(act, { venue: place.venue.code });
  if (isRefusal(day)) return day as Refusal<'not_found'>;
  const { regionByCode } = await getDirectory(act.tx);
  return {
    venue: place.venue.code,
    name: textIn(place.venue.name, act.language),
    zone: place.plan.zone,
    day,
    special: await listInsideNow(act.tx, place.venue.code, 'special'),
    regionName: (code: string) => textIn(regionByCode.get(code)?.name, act.language) || code,
  };
}
type Data = Exclude<Awaited<ReturnType<typeof loadHall>>, Refusal>;
type Props = { readonly data: Data; readonly act: Act };

function Now({ data: { day }, act }: Props) {
  const words = doorWords(act.language).hall;
  const room = (free: number) => (free > 0 ? words.room(free) : words.full);
  const today = day.days.find(({ on }) => on === day.on);
  const { outcomes } = doorWords(act.language);
  return (
    <Facts
      facts={[
        { label: words.hall, value: `${day.now} / ${day.cap}`, note: room(day.cap - day.now) },
        { label: words.special, value: `${day.special.now} / ${day.special.cap}`, note: room(day.special.cap - day.special.now) },
        { label: outcomes.enter, value: today?.enter ?? 0, note: doorWords(act.language).gate.enteredToday(today?.people ?? 0) },
        { label: outcomes.refuse, value: today?.refuse ?? 0 },
        { label: outcomes.isolate, value: today?.isolate ?? 0 },
        { label: words.robot, value: today?.robotReadings ?? 0 },
      ]}
    />
  );
}

/** 专用厅: staff do everything for those who wait here; the list says who, and nothing about why. */
function Special({ data, act }: Props) {
  const words = doorWords(act.language);
  return (
    <Section title={words.specialHall.title} id="special">
      <p class="muted">{words.specialHall.lead}</p>
      <Table
        caption={words.hall.inside}
        rows={data.special}
        rowKey={({ visitId }) => visitId}
        empty={words.specialHall.empty}
        columns={[
          { key: 'shown', label: words.gate.visitor, cell: ({ shown }) => shown, strong: true, onCard: true },
          { key: 'since', label: words.hall.since, cell: ({ enteredAt }) => formatTime(enteredAt, act.language, data.zone), onCard: true },
          { key: 'party', label: words.hall.company, cell: ({ party }) => party, right: true },
          { key: 'booking', label: words.hall.booking, cell: ({ bookingNo }) => bookingNo ?? words.gate.walkIn, onCard: true },
          {
            key: 'out',
            label: words.specialHall.out,
            onCard: true,
            cell: ({ visitId, shown }) => (
              <Form
                act="exit"
                keep={{ venue: data.venue }}
                label={words.specialHall.outOf(shown)}
                hidden={{ venue: data.venue, visitId, deviceEventId: `desk-${visitId}` }}
              >
                <Button look="second" size="small">
                  {words.specialHall.out}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Days({ data: { day }, act }: Props) {
  const words = doorWords(act.language);
  const number = (key: 'enter' | 'special' | 'refuse' | 'isolate' | 'people' | 'robotReadings', label: string) => ({
    key,
    label,
    right: true,
    cell: (row: Day['days'][number]) => row[key],
  });
  return (
    <Section title={words.hall.days}>
      <Table
        caption={words.hall.days}
        rows={day.days}
        rowKey={({ on }) => on}
        empty={words.hall.none}
        columns={[
          { key: 'on', label: words.hall.on, cell: ({ on }) => formatDay(on, act.language, 'weekday'), strong: true },
          number('people', words.hall.people),
          number('enter', words.outcomes.enter),
          number('special', words.outcomes.special),
          number('refuse', words.outcomes.refuse),
          number('isolate', words.outcomes.isolate),
          number('robotReadings', words.hall.robot),
        ]}
      />
    </Section>
  );
}

function Origins({ data, act }: Props) {
  const words = doorWords(act.language).hall;
  return (
    <Section title={words.origins}>
      <Table
        caption={words.origins}
        rows={data.day.origins}
        rowKey={({ origin }) => origin ?? ''}
        empty={words.none}
        columns={[
          {
            key: 'origin',
            label: words.origin,
            cell: ({ origin }) => (origin ? data.regionName(origin) : words.unknownOrigin),
            strong: true,
          },
          { key: 'visits', label: words.visits, cell: ({ visits }) => visits, right: true },
          { key: 'people', label: words.people, cell: ({ people }) => people, right: true },
          { key: 'special', label: words.special, cell: ({ special }) => special, right: true },
        ]}
      />
    </Section>
  );
}
