import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/locale.ts';
import { form, page, redirect, type View } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { findPerson } from '#modules/identity/index.ts';
import {
  Actions,
  BackLink,
  Button,
  errorOf,
  Errors,
  Form,
  formatInstant,
  formatTime,
  formErrors,
  LinkButton,
  Notice,
  Steps,
  Summary,
  TextInput,
  valueOf,
} from '#ui/index.ts';
import { toView } from '../../actions/view.ts';
import * as contract from '../../contract.ts';
import type { BookingView } from '../../contract/types.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { findById } from '../../queries/bookings.ts';
import { languageIn, ticketPath, timesPath } from './address.ts';
import { Bring } from './bring.tsx';
import { type Paper, papersOf } from './papers-of.ts';

type Held = {
  readonly held: BookingView;
  readonly holdId: string;
  readonly expiresAt: Date | null;
  readonly phone: string;
  readonly papers: readonly Paper[];
  readonly idempotencyKey: string;
};

/** Only who holds a place sees what is held; whoever has pressed already goes on to the ticket. */
async function load(act: Act, holdId: string) {
  const row = /^[0-9a-f-]{36}$/.test(holdId) ? await findById(act.tx, holdId) : undefined;
  if (!row || row.personId !== act.actor.personId) return refuse('not_found');
  if (row.token && row.state !== 'held' && row.state !== 'expired') return redirect(ticketPath(act.language, row.token));
  const person = await findPerson(act.tx, row.personId ?? '');
  return {
    held: await toView(act, row),
    holdId,
    expiresAt: row.state === 'held' ? row.expiresAt : null,
    phone: row.phone || (person?.phone ?? ''),
    papers: await papersOf(act, row.itemCode),
    idempotencyKey: newId(),
  } satisfies Held;
}

const view: View<Held> = ({ data, act, form: posted }) => {
  const { language, now } = act;
  const all = portalWords(language);
  const words = all.confirm;
  const { held, holdId, expiresAt, phone, papers, idempotencyKey } = data;
  if (!expiresAt || expiresAt <= now) return <Over held={held} act={act} />;
  const errors = formErrors(language, posted, { own: appointmentsWords(language).refusals, labels: { phone: words.phone } });
  return (
    <div class="stack">
      <BackLink href={timesOf(held, language)}>{words.otherTime}</BackLink>
      <Errors errors={errors} />
      <Steps at={3} of={3} label={all.step} />
      <h1>{words.title}</h1>
      <HeldUntil expiresAt={expiresAt} zone={held.zone} act={act} />
      <What held={held} act={act} />
      <Form act="book" hidden={{ holdId }} idempotencyKey={idempotencyKey}>
        <TextInput
          name="phone"
          type="tel"
          label={words.phone}
          hint={words.phoneHint}
          autocomplete="tel"
          width="short"
          value={valueOf(posted, 'phone', phone)}
          error={errorOf(errors, 'phone')}
        />
        <Actions>
          <Button>{words.confirm}</Button>
        </Actions>
      </Form>
      <Bring papers={papers} act={act} />
    </div>
  );
};

function timesOf({ venue, item, on }: BookingView, language: Language): string {
  return timesPath(language, { venue, item: item ?? undefined }, { on });
}

function Over({ held, act: { language } }: { held: BookingView; act: Act }) {
  const words = portalWords(language).confirm;
  return (
    <div class="stack">
      <h1>{words.overTitle}</h1>
      <Notice tone="warn">
        <p>{words.over}</p>
      </Notice>
      <LinkButton href={timesOf(held, language)}>{words.otherTime}</LinkButton>
    </div>
  );
}

/** The hour stands there for everybody; with scripts the minutes run beside it. */
function HeldUntil({ expiresAt, zone, act: { language, now } }: { expiresAt: Date; zone: string; act: Act }) {
  const words = portalWords(language).confirm;
  return (
    <Notice>
      <p>
        <b>{words.heldUntil(formatTime(expiresAt, language, zone))}</b>{' '}
        <span
          class="nowrap"
          data-island="countdown"
          data-until={expiresAt.toISOString()}
          data-now={now.toISOString()}
          data-left={words.left}
          data-over={words.over}
        />
      </p>
      <p>{words.notYet}</p>
    </Notice>
  );
}

function What({ held, act: { language } }: { held: BookingView; act: Act }) {
  const { confirm: words, times, ticket } = portalWords(language);
  const time = (at: string) => formatTime(new Date(at), language, held.zone);
  return (
    <Summary
      rows={[
        { label: words.when, value: <b>{formatInstant(new Date(held.at), language, { zone: held.zone, look: 'weekday' })}</b> },
        { label: words.arrive, value: words.arriveValue(time(held.arriveFrom), time(held.arriveUntil)) },
        { label: words.item, value: held.itemName ?? times.advice },
        { label: words.hall, value: held.venueName, source: held.venueAddress },
        { label: words.name, value: held.name, source: times.peopleCount(held.party) },
        ...(held.special ? [{ label: words.special, value: ticket.special }] : []),
      ]}
    />
  );
}

/** The third step: look it over, say a number to be reached at, and press. The place is held meanwhile. */
export const confirmPage = page({
  path: '/book/holds/:holdId',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  islands: ['submit-once', 'countdown'],
  load: (act, { params }) => load(act, params['holdId'] ?? ''),
  title: (_, { language }) => portalWords(language).confirm.title,
  view,
  forms: { book: form(contract.book, ({ token }, request) => `${ticketPath(languageIn(request), token)}?done=made`) },
});
