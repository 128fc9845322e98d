import type { Act } from '#kernel/endpoint.ts';
import { page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { isDay } from '#kernel/workdays.ts';
import { Details, Empty, Facts, formatDay, formatNumber, formatShare, LinkButton, Section, Table, Topline } from '#ui/index.ts';
import { figureReaders, getQueueDay } from '../../actions/figures.ts';
import type { QueueDay } from '../../contract/figures.ts';
import { queueWords } from '../../locales/queue/index.ts';
import { belongsTo, findPlan, listPlans, today } from '../../plan.ts';
import { shown } from '../shown.ts';
import { Bars, Columns, Legend } from './columns.tsx';

/** The hall that the address names, else the first where the reader works. */
export async function hallOf(act: Act, { query }: PageRequest): Promise<string | undefined> {
  if (query['venue']) return query['venue'];
  for (const { venue } of await listPlans(act)) if (await belongsTo(act, venue, figureReaders)) return venue;
  return undefined;
}

async function load(act: Act, request: PageRequest) {
  const venue = await hallOf(act, request);
  if (!venue || !(await findPlan(act, venue))) return refuse('not_found');
  const asked = request.query['on'];
  const on = asked && isDay(asked) ? asked : await today(act, venue);
  const day = await getQueueDay(act, { venue, on });
  return isRefusal(day) ? (day.refused === 'unknown_venue' ? refuse('not_found') : refuse('forbidden')) : day;
}

const view: View<QueueDay> = ({ data: day, act }) => {
  const { know } = queueWords(act.language);
  return (
    <>
      <Topline title={know.title}>
        <span class="muted">{formatDay(day.on, act.language, 'weekday')}</span>
        <LinkButton look="second" href={`/desk/hall/what-if?venue=${day.venue}`}>
          {know.whatIf}
        </LinkButton>
      </Topline>
      <div class="body">
        <Facts
          facts={[
            { label: know.taken, value: total(day, 'taken') },
            { label: know.served, value: total(day, 'served') },
            { label: know.waiting, value: total(day, 'waiting') },
            { label: know.missed, value: total(day, 'missed'), note: formatShare(total(day, 'missed'), total(day, 'taken'), act.language) },
          ]}
        />
        <Groups day={day} act={act} />
        <HalfHours day={day} act={act} />
        <Windows day={day} act={act} />
        <Calibration day={day} act={act} />
      </div>
    </>
  );
};

type Props = { readonly day: QueueDay; readonly act: Act };

function total({ groups }: QueueDay, key: 'taken' | 'served' | 'waiting' | 'missed'): number {
  return groups.reduce((sum, group) => sum + group[key], 0);
}

function minutes(value: number | null, act: Act): string {
  return value === null ? '—' : formatNumber(value, act.language, 1);
}

function Groups({ day, act }: Props) {
  const { know } = queueWords(act.language);
  return (
    <Section title={know.byGroup}>
      <Table
        caption={know.byGroup}
        rows={day.groups}
        rowKey={(row) => row.group}
        columns={[
          { key: 'group', label: know.group, cell: (row) => `${row.group} ${row.name}`, strong: true },
          { key: 'taken', label: know.taken, cell: (row) => row.taken, right: true },
          { key: 'served', label: know.served, cell: (row) => row.served, right: true },
          { key: 'missed', label: know.missed, cell: (row) => row.missed, right: true },
          { key: 'p50', label: know.p50, cell: (row) => minutes(row.waitP50, act), right: true },
          { key: 'p90', label: know.p90, cell: (row) => minutes(row.waitP90, act), right: true },
          { key: 'service', label: know.service, cell: (row) => minutes(row.serviceMean, act), right: true },
        ]}
      />
    </Section>
  );
}

function HalfHours({ day: { halfHours }, act }: Props) {
  const { know } = queueWords(act.language);
  if (halfHours.length === 0)
    return (
      <Section title={know.arrivals}>
        <Empty text={know.nothing} />
      </Section>
    );
  return (
    <Section title={know.arrivals}>
      <Legend
        kinds={[
          ['ok', know.booked],
          ['far', know.walkIn],
        ]}
      />
      <Columns
        label={know.arrivals}
        from={halfHours[0]?.from ?? ''}
        to={halfHours.at(-1)?.from ?? ''}
        columns={halfHours.map(({ from, booked, walkIn }) => ({
          key: from,
          parts: [
            { kind: 'ok', count: booked },
            { kind: 'far', count: walkIn },
          ],
        }))}
      />
      <HalfHourNumbers halfHours={halfHours} act={act} />
    </Section>
  );
}

function HalfHourNumbers({ halfHours, act }: { halfHours: QueueDay['halfHours']; act: Act }) {
  const { know } = queueWords(act.language);
  return (
    <Details summary={know.numbers}>
      <Table
        caption={know.arrivals}
        rows={halfHours}
        rowKey={(row) => row.from}
        columns={[
          { key: 'from', label: know.from, cell: (row) => row.from, strong: true },
          { key: 'booked', label: know.booked, cell: (row) => row.booked, right: true },
          { key: 'walkIn', label: know.walkIn, cell: (row) => row.walkIn, right: true },
          { key: 'p50', label: know.p50, cell: (row) => minutes(row.waitP50, act), right: true },
          { key: 'p90', label: know.p90, cell: (row) => minutes(row.waitP90, act), right: true },
        ]}
      />
    </Details>
  );
}

function Windows({ day: { windows }, act }: Props) {
  const { know, window: words } = queueWords(act.language);
  return (
    <Section title={know.use}>
      <Bars
        bars={windows.map(({ windowNo, openMinutes, busyMinutes, served }) => ({
          key: windowNo,
          label: words.no(shown(windowNo)),
          share: openMinutes === 0 ? 0 : busyMinutes / openMinutes,
          note: know.useOf({ served, busy: busyMinutes, open: openMinutes }),
        }))}
      />
    </Section>
  );
}

/** Said with its numbers, so that everybody can judge the range on the ticket. */
function Calibration({ day: { calibration }, act }: Props) {
  const { know } = queueWords(act.language);
  const number = (value: number) => formatNumber(value, act.language, 2);
  return (
    <Section title={know.calibration}>
      {calibration.count === 0 ? (
        <Empty text={know.calibrationNone} />
      ) : (
        <>
          <p>
            {know.coverage({
              days: calibration.days,
              count: calibration.count,
              within: calibration.within,
              share: formatShare(calibration.within, calibration.count, act.language),
            })}
          </p>
          <p>{know.error(number(calibration.error), number(calibration.formulaError))}</p>
        </>
      )}
    </Section>
  );
}

export const queueDayPage = page({
  path: '/desk/hall/queue',
  shell: 'desk',
  may: figureReaders,
  load,
  title: (_, act) => queueWords(act.language).know.title,
  view,
});
