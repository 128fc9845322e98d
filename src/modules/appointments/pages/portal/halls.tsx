import type { Act } from '#kernel/endpoint.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { page, type PageRequest } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { findItem } from '#modules/catalogue/index.ts';
import { channelsWords, type Status, statusOf } from '#modules/channels/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { BackLink, Empty, formatInstant, Load, Notice, Rows, Section, Steps, Tag } from '#ui/index.ts';
import { listHalls } from '../../actions.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { timesPath } from './address.ts';
import { type Hall, nearestFirst } from './hall-order.ts';

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
