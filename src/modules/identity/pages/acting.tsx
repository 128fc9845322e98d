import type { Act } from '#kernel/endpoint.ts';
import { form, type FormState, page } from '#kernel/page.ts';
import { textOf } from '#kernel/parse.ts';
import {
  Actions,
  Button,
  Choice,
  dayFromParts,
  DateInput,
  Empty,
  errorOf,
  Errors,
  Form,
  formatDay,
  formErrors,
  Rows,
  Tag,
  TextInput,
  type Tone,
  valueOf,
} from '#ui/index.ts';
import { newId } from '#kernel/ids.ts';
import { me } from '../actions/account.ts';
import * as contract from '../contract.ts';
import { type IdentityWords, wordsIn } from '../locales/index.ts';
import { listMandates, type MandateRow, type MandateState } from '../queries/mandates.ts';

type Words = IdentityWords['acting'];
const path = '/my/acting';
const toneByState: Record<MandateState, Tone> = { offered: 'warn', active: 'ok', declined: 'bad', ended: 'idle' };

export const actingPage = page({
  path,
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load: async ({ tx, actor }) => {
    const mandates = await listMandates(tx, me(actor));
    return {
      idempotencyKey: newId(),
      asAgent: mandates.filter((mandate) => mandate.agentId === actor.personId),
      asPrincipal: mandates.filter((mandate) => mandate.principalId === actor.personId),
    };
  },
  title: (_, { language }) => wordsIn(language).acting.title,
  view: ({ data, act, form: state }) => {
    const { acting: words, refusals } = wordsIn(act.language);
    const errors = formErrors(act.language, state, { own: refusals });
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <Errors errors={errors} />
        <Mandates title={words.forOthers} empty={words.nobodyForOthers} rows={data.asAgent} act={act} words={words} />
        <Mandates title={words.forMe} empty={words.nobodyForMe} rows={data.asPrincipal} act={act} words={words} />
        <Offer words={words} state={state} errors={errors} idempotencyKey={data.idempotencyKey} />
      </div>
    );
  },
  forms: {
    accept: form(contract.acceptMandate, () => path),
    end: form(contract.endMandate, () => path),
    offer: form(contract.offerMandate, () => path, toOffer),
  },
});

/** The three boxes become a day; commas become a list. */
function toOffer(fields: Readonly<Record<string, unknown>>) {
  const { items, 'untilOn-year': year, 'untilOn-month': month, 'untilOn-day': day, ...rest } = fields;
  return {
    ...rest,
    untilOn: dayFromParts({ year: textOf(year), month: textOf(month), day: textOf(day) }),
    items: textOf(items)
      .split(/[,，、\s]+/)
      .filter(Boolean),
  };
}

type MandatesProps = { title: string; empty: string; rows: readonly MandateRow[]; act: Act; words: Words };

function Mandates({ title, empty, rows, act, words }: MandatesProps) {
  const notes = (mandate: MandateRow) => [
    mandate.items?.join('、') ?? words.all,
    words.from(formatDay(mandate.fromOn, act.language, 'day')),
    words.until(formatDay(mandate.untilOn, act.language, 'day')),
    ...(mandate.proof ? [words.onPaper] : []),
  ];
  return (
    <section class="section">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <Empty text={empty} />
      ) : (
        <Rows
          rows={rows.map((mandate) => ({
            title: mandate.agentId === act.actor.personId ? mandate.principalName : mandate.agentName,
            note: notes(mandate).join(' · '),
            end: <MandateEnd mandate={mandate} act={act} words={words} />,
          }))}
        />
      )}
    </section>
  );
}

function MandateEnd({ mandate, act, words }: { mandate: MandateRow; act: Act; words: Words }) {
  const { mandateId, version, state } = mandate;
  const isMineToAccept = state === 'offered' && mandate.principalId === act.actor.personId;
  const ending = state === 'active' ? words.end : isMineToAccept ? words.decline : words.takeBack;
  return (
    <div class="acts">
      <Tag tone={toneByState[state]}>{words.states[state]}</Tag>
      {isMineToAccept && (
        <Form act="accept" hidden={{ mandateId, version }}>
          <Button size="small">{words.accept}</Button>
        </Form>
      )}
      {(state === 'active' || state === 'offered') && (
        <Form act="end" hidden={{ mandateId, version }}>
          <Button look="second" size="small">
            {ending}
          </Button>
        </Form>
      )}
    </div>
  );
}

type OfferProps = { words: Words; state: FormState | undefined; errors: ReturnType<typeof formErrors>; idempotencyKey: string };

function Offer({ words, state, errors, idempotencyKey }: OfferProps) {
  const kept = (name: string) => ({ name, value: valueOf(state, name), error: errorOf(errors, name) });
  const date = { year: valueOf(state, 'untilOn-year'), month: valueOf(state, 'untilOn-month'), day: valueOf(state, 'untilOn-day') };
  return (
    <section class="section">
      <h2>{words.offerTitle}</h2>
      <p class="hint">{words.told}</p>
      <Form act="offer" idempotencyKey={idempotencyKey}>
        <Choice
          {...kept('as')}
          label={words.as}
          options={[
            { value: 'principal', label: words.asPrincipal },
            { value: 'agent', label: words.asAgent },
          ]}
        />
        <TextInput {...kept('name')} label={words.name} />
        <TextInput {...kept('phone')} label={words.phone} type="tel" inputmode="tel" />
        <DateInput name="untilOn" label={words.untilOn} value={date} error={errorOf(errors, 'untilOn')} />
        <TextInput {...kept('items')} label={words.items} hint={words.itemsHint} optional />
        <Actions>
          <Button>{words.submit}</Button>
        </Actions>
      </Form>
    </section>
  );
}
