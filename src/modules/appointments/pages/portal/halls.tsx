import type { Act } from '#kernel/endpoint.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { page, type PageRequest } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { findItem, type Item } from '#modules/catalogue/index.ts';
import { channelsWords, type Status, statusOf } from '#modules/channels/index.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import { BackLink, Empty, formatInstant, Load, Notice, Rows, Section, Steps, Tag } from '#ui/index.ts';
import { listHalls } from '../../actions.ts';
import type { Output } from '#kernel/endpoint.ts';
import type * as contract from '../../contract.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { timesPath } from './address.ts';

type Hall = Output<typeof contract.listHalls>['rows'][number];

async function load(act: Act, { query }: PageRequest) {
  const code = query['item']?.slice(0, 60);
  const item = code ? await findItem(act.tx, code, act.now) : undefined;
  if (code && !item) return refuse('not_found');
  const status = await statusOf(act.tx, { item, at: act.now, language: act.language });
  const listed = await listHalls(act, item ? { item: item.code } : {});
  if (isRefusal(listed)) return listed;
  const directory = await getDirectory(act.tx);
  return { item, appointment: status.appointment, halls: nearestFirst(listed.rows, item, directory) };
}

/** Halls of the item's own region first, then the others of its country; another country's halls are no way to do it. */
function nearestFirst(halls: readonly Hall[], item: Item | undefined, { regionByCode, venueByCode, regionOf }: Directory): Hall[] {
  const regionOfHall = ({ venue }: Hall) => venueByCode.get(venue)?.regionCode ?? '';
  if (!item) return [...halls];
  const home = regionOf(item.unit);
  const same = halls.filter((hall) => regionByCode.get(regionOfHall(hall))?.jurisdiction === item.jurisdiction);
  return same.toSorted((a, b) => Number(regionOfHall(b) === home) - Number(regionOfHall(a) === home));
}

/** Where: each hall with how full it is today and its first free time; when booking is closed, why and what instead. */
export const hallsPage = page({
  path: '/book/halls',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load,
  title: (_, { language }) => portalWords(language).halls.title,
  view: ({ data: { item, appointment, halls }, act: { language } }) => {
    const all = portalWords(language);
    const words = all.halls;
    const name = textIn(item?.name, language);
    return (
      <>
        <BackLink href={item ? `/${language}/services/${item.code}` : `/${language}/book`} />
        <Steps at={1} of={3} label={all.step} />
        <h1>{item ? words.for(name) : words.forAdvice}</h1>
        {appointment.state === 'closed' && appointment.offered ? (
          <Closed appointment={appointment} code={item?.code} language={language} />
        ) : (
          <div class="mt-4">
            {halls.length === 0 ? (
              <Empty
                text={words.none}
                icon="door"
                href={item ? `/${language}/how-now/${item.code}` : `/${language}/how-now`}
                action={words.instead}
              />
            ) : (
              <Rows rows={halls.map((hall) => hallRow(hall, item?.code, language))} />
            )}
          </div>
        )}
      </>
    );
  },
});

function hallRow(hall: Hall, item: string | undefined, language: Language) {
  const words = portalWords(language).halls;
  const first = hall.firstFree && formatInstant(new Date(hall.firstFree), language, { zone: hall.zone, look: 'weekday' });
  return {
    title: hall.name,
    href: timesPath(language, { venue: hall.venue, item }),
    note: (
      <>
        {hall.address}
        <br />
        {hall.loadPercent === null ? (
          words.closedToday
        ) : (
          <Load part={hall.loadPercent} whole={100} label={words.loadLabel(hall.name)} text={words.load(hall.loadPercent)} />
        )}
        <br />
        <b>{first ? words.firstFree(first) : words.noneFree}</b>
        {hall.hasSpecialHall && (
          <>
            {' '}
            <Tag tone="info">{words.special}</Tag>
          </>
        )}
      </>
    ),
  };
}

type ClosedProps = { appointment: Status['appointment']; code: string | undefined; language: Language };

function Closed({ appointment, code, language }: ClosedProps) {
  const words = portalWords(language).halls;
  const { channels } = channelsWords(language);
  const to = (way: string) => (code ? `/${language}/how-now/${code}?way=${way}` : `/${language}/how-now`);
  return (
    <>
      <Notice tone="warn">
        <p>{words.closed(appointment.reason ?? '')}</p>
      </Notice>
      <Section title={words.instead}>
        <Rows rows={appointment.instead.map((way) => ({ title: channels[way], href: to(way) }))} />
      </Section>
    </>
  );
}
