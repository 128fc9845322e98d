import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { addDays } from '#kernel/workdays.ts';
import {
  Actions,
  BackLink,
  Button,
  Choice as Radios,
  DateInput,
  dayFromParts,
  errorOf,
  Errors,
  Form,
  formErrors,
  valueOf,
} from '#ui/index.ts';
import * as contract from '../../contract.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { languageIn, timesPath } from './address.ts';
import { type Choice, loadChoice, matterName } from './choice.ts';

type Data = Choice & { readonly idempotencyKey: string };
type Posted = Readonly<Record<string, unknown>>;
const parts = ['any', 'morning', 'afternoon'] as const;
const weekDays = 7;

const view: View<Data> = ({ data, act, form: posted }) => {
  const { language } = act;
  const all = portalWords(language);
  const words = all.wait;
  const { venue, item, today, partyMax, party, slots, idempotencyKey } = data;
  const errors = formErrors(language, posted, {
    own: appointmentsWords(language).refusals,
    labels: { fromOn: words.from, untilOn: words.until },
  });
  const day = (name: 'fromOn' | 'untilOn', preset: string) => {
    const [year, month, date] = preset.split('-');
    return {
      name,
      value: {
        year: valueOf(posted, `${name}.year`, year),
        month: valueOf(posted, `${name}.month`, month),
        day: valueOf(posted, `${name}.day`, date),
      },
      error: errorOf(errors, name),
    };
  };
  return (
    <div class="stack">
      <BackLink href={timesPath(language, { venue, item })} />
      <Errors errors={errors} />
      <h1>{words.title}</h1>
      <p>{all.times.about(matterName(data, act, all.times.advice), slots.minutes, textIn(data.hall.name, language))}</p>
      <p>{words.lead}</p>
      <Form act="join" hidden={{ venue, ...(item ? { item } : {}) }} idempotencyKey={idempotencyKey} keep={item ? { item } : undefined}>
        <DateInput label={words.from} {...day('fromOn', addDays(today, 1))} />
        <DateInput label={words.until} {...day('untilOn', addDays(today, weekDays))} />
        <Radios
          name="dayPart"
          label={words.part}
          value={valueOf(posted, 'dayPart', 'any')}
          options={parts.map((value) => ({ value, label: words.parts[value] }))}
        />
        <People partyMax={partyMax} party={party} posted={posted} act={act} />
        <Actions>
          <Button>{words.join}</Button>
        </Actions>
      </Form>
    </div>
  );
};

type PeopleProps = { partyMax: number; party: number; posted: FormState | undefined; act: Act };

function People({ partyMax, party, posted, act: { language } }: PeopleProps) {
  const { wait, times } = portalWords(language);
  const counts = Array.from({ length: Math.min(partyMax, 6) }, (_, index) => String(index + 1));
  return (
    <Radios
      name="party"
      label={wait.party}
      inline
      value={valueOf(posted, 'party', String(party))}
      options={counts.map((value) => ({ value, label: times.peopleCount(Number(value)) }))}
    />
  );
}

/** The three boxes of each day make one. */
function toEntry({ fromOn, untilOn, ...rest }: Posted): Posted {
  return { ...rest, fromOn: dayFromParts(fromOn ?? {}), untilOn: dayFromParts(untilOn ?? {}) };
}

/** Where nothing suits: freed places are offered here in turn, before anybody else sees them. */
export const waitPage = page({
  path: '/book/:venue/wait',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  islands: ['submit-once'],
  load: async (act, { params, query }) => {
    const choice = await loadChoice(act, { venue: params['venue'] ?? '', item: query['item'] }, query);
    return isRefusal(choice) ? choice : { ...choice, idempotencyKey: newId() };
  },
  title: (_, { language }) => portalWords(language).wait.title,
  view,
  forms: { join: form(contract.joinWaitlist, (_, request) => `/${languageIn(request)}/my/appointments?done=joined`, toEntry) },
});
