import type { Act } from '#kernel/endpoint.ts';
import { page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { Empty, formatInstant, LinkButton, Rows, Section, Tag } from '#ui/index.ts';
import { listBookings } from '../../actions.ts';
import type { BookingView } from '../../contract/types.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { toneOf } from './tones.ts';

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
    return isRefusal(listed) ? listed : { bookings: listed.rows };
  },
  title: (_, { language }) => portalWords(language).mine.title,
  view: ({ data: { bookings }, act }) => {
    const { language } = act;
    const words = portalWords(language).mine;
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
        {bookings.length === 0 && <Empty text={words.none} icon="calendar" href={`/${language}/book`} action={words.book} />}
        {(['toAnswer', 'coming', 'past'] as const).map((kind) => {
          const rows = byKind.get(kind);
          if (!rows) return null;
          return (
            <Section key={kind} title={words[kind]}>
              <Rows rows={(kind === 'past' ? rows : soonest(rows)).map((booking) => bookingRow(booking, act))} />
            </Section>
          );
        })}
      </>
    );
  },
});

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
