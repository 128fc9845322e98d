import type { Act } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import { form, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import {
  Actions,
  Button,
  Details,
  Done,
  Errors,
  Form,
  formatInstant,
  formatTime,
  formErrors,
  LinkButton,
  Notice,
  Pass,
  Tag,
} from '#ui/index.ts';
import { getTicket } from '../../actions.ts';
import * as contract from '../../contract.ts';
import type { BookingView } from '../../contract/types.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { findSite } from '../../held.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { codeOf } from '../../pass.ts';
import { findWas, type Was } from '../../queries/was.ts';
import { languageIn, telOf, ticketPath, timesPath } from './address.ts';
import { Bring } from './bring.tsx';
import { Offer } from './offer.tsx';
import { type Paper, papersOf } from './papers-of.ts';
import { toneOf } from './tones.ts';

export type Ticket = {
  readonly booking: BookingView;
  readonly token: string;
  /** What the QR code holds. */
  readonly code: string;
  readonly papers: readonly Paper[];
  readonly phone: string;
  readonly was: Was;
  /** The time zone of the place it was taken from. */
  readonly wasZone: string;
};

export async function loadTicket(act: Act, { params }: PageRequest) {
  const token = params['token'] ?? '';
  const booking = await getTicket(act, { token });
  if (isRefusal(booking)) return booking;
  const site = await findSite(act.tx, booking.venue);
  const was = await findWas(act.tx, booking.bookingNo);
  const wasSite = was.wasPlace ? await findSite(act.tx, was.wasPlace) : undefined;
  return {
    booking,
    token,
    code: await codeOf(act, booking.bookingNo),
    papers: await papersOf(act, booking.item),
    phone: site?.venue.phone ?? '',
    was,
    wasZone: wasSite?.zone ?? booking.zone,
  } satisfies Ticket;
}

const view: View<Ticket> = ({ data, act, request, form: posted }) => {
  const { language } = act;
  const words = portalWords(language).ticket;
  const { booking, papers } = data;
  const { state } = booking;
  const coming = state === 'confirmed' || state === 'offered' || state === 'arrived';
  return (
    <div class="stack-5">
      <Errors errors={formErrors(language, posted, { own: appointmentsWords(language).refusals })} />
      <Head data={data} act={act} done={request.query['done']} />
      {coming && <TicketPass ticket={data} act={act} />}
      <Offer data={data} act={act} />
      {state === 'confirmed' && <Change data={data} act={act} />}
      {coming && <Bring papers={papers} act={act} item={booking.item} />}
      {!coming && state !== 'displaced' && (
        <LinkButton href={timesPath(language, { venue: booking.venue, item: booking.item ?? undefined })}>{words.again}</LinkButton>
      )}
      <p class="small muted">{words.link}</p>
    </div>
  );
};

function Head({ data, act: { language }, done }: { data: Ticket; act: Act; done: string | undefined }) {
  const words = portalWords(language).ticket;
  const { booking, phone } = data;
  const { state } = booking;
  const fresh = done === 'made' || done === 'moved' || done === 'answered' ? words[done] : undefined;
  if (fresh && state === 'confirmed')
    return (
      <Done title={fresh} no={booking.bookingNo} label={words.no}>
        <p>{sentenceOf(data, language)}</p>
      </Done>
    );
  return (
    <section class="status">
      <Tag tone={toneOf(state)}>{words.states[state]}</Tag>
      <h1>
        {words.title} <span class="nowrap">{booking.bookingNo}</span>
      </h1>
      <p class="say">{done === 'answered' && state === 'cancelled' ? words.answeredOther : sentenceOf(data, language)}</p>
      <p>
        <a class="nowrap" href={telOf(phone)}>
          {words.phone(phone)}
        </a>
      </p>
    </section>
  );
}

/** What happened, what to do, until when. */
function sentenceOf({ booking, was: { wasAt, lapsedAt }, wasZone }: Ticket, language: Language): string {
  const { say } = portalWords(language).ticket;
  const { state, zone, arriveFrom, arriveUntil, answerBy, at } = booking;
  const long = (instant: Date | string, where = zone) => formatInstant(new Date(instant), language, { zone: where, look: 'weekday' });
  if (state === 'confirmed')
    return say.confirmed(formatTime(new Date(arriveFrom), language, zone), formatTime(new Date(arriveUntil), language, zone));
  if (state === 'offered') return wasAt ? say.offered(long(wasAt, wasZone), long(answerBy ?? at)) : say.found(long(answerBy ?? at));
  if (state === 'displaced') return lapsedAt ? say.lapsed : say.displaced(long(wasAt ?? at, wasZone));
  return say[state];
}

/** The same on the phone and on paper. */
export function TicketPass({ ticket: { booking, code }, act: { language } }: { ticket: Ticket; act: Act }) {
  const all = portalWords(language);
  const words = all.ticket;
  const { zone } = booking;
  const time = (at: string) => formatTime(new Date(at), language, zone);
  return (
    <Pass
      title={booking.itemName ?? all.times.advice}
      when={<span class="nowrap">{formatInstant(new Date(booking.at), language, { zone, look: 'weekday' })}</span>}
      no={booking.bookingNo}
      noLabel={words.no}
      code={code}
      lines={[
        { label: words.arrive, value: all.confirm.arriveValue(time(booking.arriveFrom), time(booking.arriveUntil)) },
        {
          label: words.where,
          value: (
            <>
              {booking.venueName}
              <br />
              <span class="small muted">{booking.venueAddress}</span>
            </>
          ),
        },
        {
          label: words.windows,
          value: booking.windowNo ? words.window(booking.windowGroupName, booking.windowNo) : booking.windowGroupName,
        },
        { label: words.name, value: [booking.name, all.times.peopleCount(booking.party)].join(language.startsWith('zh') ? '，' : ', ') },
      ]}
    >
      {booking.special && (
        <p>
          <b>{words.special}</b>
        </p>
      )}
      <p class="small">{words.code}</p>
    </Pass>
  );
}

function Change({ data: { booking, token, phone }, act: { language, now } }: { data: Ticket; act: Act }) {
  const words = portalWords(language).ticket;
  if (new Date(booking.at) <= now)
    return (
      <Notice>
        <p>{words.tooLate}</p>
        <p>
          <a href={telOf(phone)}>{words.phone(phone)}</a>
        </p>
      </Notice>
    );
  return (
    <div class="stack">
      <Actions>
        <LinkButton look="second" icon="calendar" href={booking.calendarUrl}>
          {words.calendar}
        </LinkButton>
        <LinkButton look="second" icon="clock" href={ticketPath(language, token, '/move')}>
          {words.move}
        </LinkButton>
      </Actions>
      <p class="plainlinks">
        <a href={ticketPath(language, token, '/print')}>{words.printA4}</a>
        <a href={ticketPath(language, token, '/print?size=slip')}>{words.printSlip}</a>
      </p>
      <Details summary={words.cancel} icon="cross">
        <p class="mb-3">{words.cancelAsk}</p>
        <Form act="cancel" hidden={{ version: booking.version }}>
          <Button look="danger">{words.cancelSure}</Button>
        </Form>
      </Details>
    </div>
  );
}

/** A booking by the secret of its ticket: see it, change it, cancel it, without signing in. */
export const ticketPage = page({
  path: '/b/:token',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  islands: ['submit-once'],
  load: loadTicket,
  title: ({ booking }, { language }) => portalWords(language).ticket.titleNo(booking.bookingNo),
  view,
  forms: {
    cancel: form(contract.cancelTicket, (_, request) => ticketPath(languageIn(request), request.params['token'] ?? '')),
    answer: form(contract.answerTicket, (_, request) => `${ticketPath(languageIn(request), request.params['token'] ?? '')}?done=answered`),
  },
});
