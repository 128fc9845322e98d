import type { Act, Output } from '#kernel/endpoint.ts';
import { form, page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { Button, Empty, Form, formatDay, formatInstant, LinkButton, Notice, Rows, Section, Tag } from '#ui/index.ts';
import { listBookings, listWaitlist } from '../../actions.ts';
import * as contract from '../../contract.ts';
import type { BookingView } from '../../contract/types.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { toneOf } from './tones.ts';

type Entry = Output<typeof contract.listWaitlist>['rows'][number];
type Kind = 'toAnswer' | 'coming' | 'past';

function kindOf({ state }: BookingView): Kind {
  if (state === 'offered' || state === 'displaced') return 'toAnswer';
  return state === 'confirmed' || state === 'arrived' ? 'coming' : 'past';
}

/** One's own bookings: what wants an answer first, then what is coming, soonest first. */
export const myAppointmentsPage = page({
  path: '/my/appointments',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load: async (act) => {
    const listed = await listBookings(act, { limit: 100 });
    const waiting = await listWaitlist(act, {});
    if (isRefusal(listed)) return listed;
    return { bookings: listed.rows, waiting: isRefusal(waiting) ? [] : waiting.rows.filter(({ state }) => state === 'waiting') };
  },
  title: (_, { language }) => portalWords(language).mine.title,
  view: ({ data: { bookings, waiting }, act, request }) => {
    const { language } = act;
    const { mine: words, wait } = portalWords(language);
    const byKind = Map.groupBy(bookings, kindOf);
    const soonest = (rows: readonly BookingView[]) => rows.toSorted((a, b) => a.at.localeCompare(b.at));
    return (
      <>
        <div class="head-row">
          <h1>{words.title}</h1>
          <LinkButton href={`/${language}/book`} icon="plus">
            {words.book}
          </LinkButton>
        </div>
        {request.query['done'] === 'joined' && (
          <Notice tone="ok" live>
            <p>{wait.joined}</p>
          </Notice>
        )}
        {bookings.length === 0 && waiting.length === 0 && (
          <Empty text={words.none} icon="calendar" href={`/${language}/book`} action={words.book} />
        )}
        {(['toAnswer', 'coming', 'past'] as const).map((kind) => {
          const rows = byKind.get(kind);
          if (!rows) return null;
          return (
            <Section key={kind} title={words[kind]}>
              <Rows rows={(kind === 'past' ? rows : soonest(rows)).map((booking) => bookingRow(booking, act))} />
            </Section>
          );
        })}
        {waiting.length > 0 && <Waiting waiting={waiting} act={act} />}
      </>
    );
  },
  forms: { leave: form(contract.leaveWaitlist, (_, { path }) => path) },
});

function Waiting({ waiting, act: { language } }: { waiting: readonly Entry[]; act: Act }) {
  const { mine, wait } = portalWords(language);
  const day = (on: string) => formatDay(on, language, 'short');
  return (
    <Section title={mine.waiting}>
      <Rows
        rows={waiting.map(({ entryId, venueName, fromOn, untilOn, dayPart, ahead }) => ({
          title: venueName,
          note: `${wait.range(day(fromOn), day(untilOn), wait.parts[dayPart])} · ${wait.ahead(ahead)}`,
          end: (
            <Form act="leave" hidden={{ entryId }} label={`${wait.leave} ${venueName}`}>
              <Button look="second" size="small">
                {wait.leave}
              </Button>
            </Form>
          ),
        }))}
      />
    </Section>
  );
}

function bookingRow(booking: BookingView, { language }: Act) {
  const all = portalWords(language);
  const { state, ticketUrl } = booking;
  return {
    title: formatInstant(new Date(booking.at), language, { zone: booking.zone, look: 'weekday' }),
    note: [booking.itemName ?? all.times.advice, booking.venueName].join(' · '),
    href: `/${language}${ticketUrl}`,
    end: <Tag tone={toneOf(state)}>{all.ticket.states[state]}</Tag>,
  };
}
