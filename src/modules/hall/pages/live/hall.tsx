import type { Act, Output } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { page, type View } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { hallLoad, type HallLoad } from '#modules/appointments/index.ts';
import { getDirectory, type Span, type Venue } from '#modules/directory/index.ts';
import { BackLink, formatInstant, formatTime, LinkButton, Load, Notice, Rows, Section, Summary, Tag } from '#ui/index.ts';
import { getBoard, getOccupancy } from '../../actions.ts';
import type * as contract from '../../contract.ts';
import { liveWords } from '../../locales/live/index.ts';
import { findPlan } from '../../plan.ts';

type Now = {
  readonly venue: Venue;
  readonly zone: string;
  readonly today: readonly Span[];
  readonly board: Output<typeof contract.getBoard>;
  readonly inside: Output<typeof contract.getOccupancy>;
  readonly load: HallLoad | undefined;
};

async function load(act: Act, code: string) {
  const directory = await getDirectory(act.tx);
  const venue = directory.venueByCode.get(code);
  const board = await getBoard(act, { venue: code });
  const inside = await getOccupancy(act, { venue: code });
  const plan = await findPlan(act, code);
  if (!venue || !plan || isRefusal(board) || isRefusal(inside)) return refuse('not_found');
  return {
    venue,
    zone: plan.zone,
    board,
    inside,
    today: plan.spansOn(dayOf(act.now, plan.zone)),
    load: await hallLoad(act, code),
  } satisfies Now;
}

const view: View<Now> = ({ data, act }) => {
  const { language } = act;
  const words = liveWords(language);
  const { venue, zone, today, load: booked } = data;
  const spans = today.map(({ from, to }) => `${from}–${to}`).join(language.startsWith('zh') ? '、' : ', ');
  const first = booked?.firstFree && formatInstant(new Date(booked.firstFree), language, { zone, look: 'weekday' });
  return (
    <>
      <BackLink href={`/${language}/halls`}>{words.all}</BackLink>
      <h1>{textIn(venue.name, language)}</h1>
      <p class="mt-2 mb-4">
        <Tag tone={today.length > 0 ? 'ok' : 'idle'}>{today.length > 0 ? words.openToday(spans) : words.closedToday}</Tag>
      </p>
      {booked && <LinkButton href={`/${language}/book/${encodeURIComponent(venue.code)}`}>{words.book}</LinkButton>}
      {booked && <p class="mt-2">{first ? words.firstFree(first) : words.noneFree}</p>}
      <div id="hall-now" data-island="live" data-live={`/api/v1/hall/${venue.code}/events`} data-stale={words.stale}>
        <Inside data={data} act={act} />
        <Waiting data={data} act={act} />
      </div>
      <Section title={words.address}>
        <Summary
          rows={[
            { label: words.address, value: textIn(venue.address, language) },
            { label: words.phone, value: <a href={`tel:${venue.phone.replace(/[^\d+]/g, '')}`}>{venue.phone}</a> },
          ]}
        />
      </Section>
    </>
  );
};

/** Heads against the cap, and how much of today is booked. */
function Inside({ data: { inside, load: booked, zone }, act: { language, now } }: { data: Now; act: Act }) {
  const words = liveWords(language);
  const percent = booked?.loadPercent ?? null;
  return (
    <Section title={words.inside} aside={words.asOf(formatTime(now, language, zone))}>
      {inside.now >= inside.cap && inside.cap > 0 && (
        <Notice tone="warn">
          <p>{words.full}</p>
        </Notice>
      )}
      <p>
        <Load part={inside.now} whole={inside.cap} label={words.inside} text={words.insideOf(inside.now, inside.cap)} />
      </p>
      {percent !== null && (
        <p>
          <Load part={percent} whole={100} label={words.bookings} text={`${words.bookings} ${words.booked(percent)}`} />
        </p>
      )}
    </Section>
  );
}

function Waiting({ data: { board }, act: { language } }: { data: Now; act: Act }) {
  const words = liveWords(language);
  return (
    <Section title={words.waiting}>
      <Rows
        rows={board.groups.map(({ name, waiting, waitMinutes }) => ({
          title: name,
          note: [waiting === 0 ? words.nobody : words.people(waiting), waitMinutes && words.minutes(waitMinutes.p50, waitMinutes.p90)]
            .filter(Boolean)
            .join(language.startsWith('zh') ? '，' : ', '),
        }))}
      />
    </Section>
  );
}

/** One hall as it is now: how full, how long one waits, and when one can come with a booking. */
export const liveHallPage = page({
  path: '/halls/:venue',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  islands: ['live'],
  load: (act, { params }) => load(act, params['venue'] ?? ''),
  title: ({ venue }, { language }) => textIn(venue.name, language),
  view,
});
