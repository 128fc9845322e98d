import type { Act, Output } from '#kernel/endpoint.ts';
import type { FormState } from '#kernel/page.ts';
import {
  Actions,
  Button,
  Choice as Radios,
  Consent,
  Form,
  formatInstant,
  formatTime,
  LinkButton,
  Notice,
  Section,
  TextInput,
  valueOf,
} from '#ui/index.ts';
import type * as contract from '../../contract.ts';
import type { BookingView } from '../../contract/types.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { type Choice, kept } from '../portal/choice.ts';
import type { Paper } from '../portal/papers-of.ts';

type WhoProps = { choice: Choice; idempotencyKey: string; act: Act; posted: FormState | undefined };

/** Name and number of the caller, below the chosen time. */
export function Who({ choice, idempotencyKey, act: { language }, posted }: WhoProps) {
  const words = deskWords(language).phone;
  const { times } = portalWords(language);
  const { chosen, venue, item, on, slots, partyMax } = choice;
  if (!chosen) return <p class="muted">{words.pickTime}</p>;
  const keep = { hall: venue, on, at: chosen.at, ...(item ? { item } : { advice: '1' }) };
  const counts = Array.from({ length: Math.min(partyMax, 6) }, (_, index) => String(index + 1));
  const field = (name: string) => ({ name: `people.0.${name}`, value: valueOf(posted, `people.0.${name}`) });
  return (
    <Section title={`${words.who} · ${formatInstant(new Date(chosen.at), language, { zone: slots.zone, look: 'weekday' })}`} id="chosen">
      <Form
        act="book"
        hidden={{ venue, on, 'people.0.at': chosen.at, ...(item ? { item } : {}) }}
        idempotencyKey={idempotencyKey}
        keep={{ ...keep, ...(kept(choice)['party'] ? { party: String(choice.party) } : {}) }}
      >
        <TextInput label={words.name} {...field('name')} autocomplete="off" />
        <TextInput label={words.phoneNo} type="tel" width="short" {...field('phone')} autocomplete="off" />
        <TextInput label={words.number} hint={words.numberHint} optional {...field('number')} autocomplete="off" />
        <Radios
          label={words.party}
          inline
          name="people.0.party"
          value={valueOf(posted, 'people.0.party', String(choice.party))}
          options={counts.map((value) => ({ value, label: times.peopleCount(Number(value)) }))}
        />
        <Consent name="people.0.urgent" checked={valueOf(posted, 'people.0.urgent') === 'true'}>
          {words.urgent}
        </Consent>
        <Actions>
          <Button>{words.book}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

type BookedProps = { result: Output<typeof contract.bookMany>; papers: readonly Paper[]; next: string; act: Act };

/** What the clerk reads out, word for word. */
export function Booked({ result, papers, next, act: { language } }: BookedProps) {
  const words = deskWords(language).phone;
  const booking = result.rows[0]?.booking;
  if (!booking) return null;
  const join = language.startsWith('zh') ? '、' : ', ';
  return (
    <>
      <Notice tone="ok" live title={words.readAloud}>
        <p class="say">{sayOf(booking, language)}</p>
        <p class="say">{papers.length > 0 ? words.bring(papers.map(({ name }) => name).join(join)) : words.bringNothing}</p>
      </Notice>
      <Actions>
        <LinkButton href={next} icon="phone">
          {words.next}
        </LinkButton>
        <LinkButton look="second" href={`/${language}${booking.ticketUrl}`}>
          {deskWords(language).columns.ticket}
        </LinkButton>
      </Actions>
    </>
  );
}

function sayOf(booking: BookingView, language: Act['language']): string {
  const { name, zone, venueName, venueAddress, at, arriveFrom, arriveUntil, bookingNo } = booking;
  const time = (instant: string) => formatTime(new Date(instant), language, zone);
  const when = formatInstant(new Date(at), language, { zone, look: 'weekday' });
  const spoken = { name, when, hall: venueName, address: venueAddress, from: time(arriveFrom), until: time(arriveUntil), no: bookingNo };
  return deskWords(language).phone.say(spoken);
}
