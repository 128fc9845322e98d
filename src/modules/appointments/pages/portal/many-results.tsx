import type { Act, Output } from '#kernel/endpoint.ts';
import { formatInstant, LinkButton, refusalText, Rows, Tag } from '#ui/index.ts';
import type * as contract from '../../contract.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { deskWords } from '../../locales/desk/index.ts';

type Result = Output<typeof contract.bookMany>;

/** What became of each person: the time and the ticket, or why not. */
export function Results({ result, again, act: { language } }: { result: Result; again: string; act: Act }) {
  const words = deskWords(language);
  const { refusals } = appointmentsWords(language);
  const { booked, rows } = result;
  return (
    <div class="stack">
      <h1>{words.batch.results(booked, rows.length)}</h1>
      <Rows
        rows={rows.map(({ name, booking, refused }) => ({
          title: name,
          note: booking
            ? formatInstant(new Date(booking.at), language, { zone: booking.zone, look: 'weekday' })
            : refused && refusalText(language, { refused: refused.code, facts: refused.facts }, refusals),
          href: booking ? `/${language}${booking.ticketUrl}` : undefined,
          end: <Tag tone={booking ? 'ok' : 'bad'}>{booking ? words.batch.ok : words.phone.refused}</Tag>,
        }))}
      />
      <LinkButton href={again}>{words.batch.again}</LinkButton>
    </div>
  );
}
