import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type Page, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { BackLink, Button, Details, Errors, Form, formatInstant, formErrors, LinkButton, Rows, Steps, StickyBar } from '#ui/index.ts';
import * as contract from '../../contract.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { languageIn, signInPath, telOf, timesPath, withQuery } from './address.ts';
import { Alternatives } from './alternatives.tsx';
import { type Choice, kept, loadChoice, matterName } from './choice.ts';
import { When, WhoComes } from './when.tsx';

type Data = Choice & { readonly idempotencyKey: string };

const view: View<Data> = ({ data, act, form: posted }) => {
  const { language } = act;
  const all = portalWords(language);
  const words = all.times;
  const { venue, item, slots } = data;
  const to = (query: Readonly<Record<string, string | undefined>>) => timesPath(language, { venue, item }, query);
  return (
    <>
      <BackLink href={withQuery(`/${language}/book/halls`, { item })} />
      <Errors errors={formErrors(language, posted, { own: appointmentsWords(language).refusals })} />
      {posted?.refusal?.code === 'booked_already' && (
        <p class="mb-3">
          <a href={`/${language}/my/appointments`}>{all.book.mine}</a>
        </p>
      )}
      <Alternatives refusal={posted?.refusal} item={item} directory={data.directory} act={act} />
      <Steps at={2} of={3} label={all.step} />
      <h1>{words.title}</h1>
      <p class="mt-2">{words.about(matterName(data, act, words.advice), slots.minutes, textIn(data.hall.name, language))}</p>
      <WhoComes choice={data} act={act} action={to({})} />
      <When choice={data} act={act} to={to} />
      <NoneFits data={data} act={act} />
      <Chosen data={data} act={act} />
    </>
  );
};

function NoneFits({ data: { venue, item, hall }, act: { language } }: { data: Choice; act: Act }) {
  const all = portalWords(language);
  const words = all.times;
  return (
    <Details summary={words.noneFits}>
      <Rows
        rows={[
          { title: words.wait, href: withQuery(`/${language}/book/${encodeURIComponent(venue)}/wait`, { item }) },
          { title: words.otherHalls, href: withQuery(`/${language}/book/halls`, { item }) },
          { title: words.otherWays, href: item ? `/${language}/how-now/${item}` : `/${language}/how-now` },
          { title: all.ticket.phone(hall.phone), href: telOf(hall.phone) },
        ]}
      />
    </Details>
  );
}

/** The time that was chosen, always in sight; it is taken only by the button. */
function Chosen({ data, act: { actor, language } }: { data: Data; act: Act }) {
  const words = portalWords(language).times;
  const { chosen, venue, item, slots, party, special, idempotencyKey } = data;
  if (!chosen) return null;
  const here = timesPath(language, { venue, item }, { ...kept(data), at: chosen.at });
  return (
    <div id="chosen">
      <StickyBar label={words.chosenTime}>
        <div class="sticky-text">
          <b>{formatInstant(new Date(chosen.at), language, { zone: slots.zone, look: 'weekday' })}</b>
          {actor.kind !== 'person' && (
            <>
              <br />
              <span class="small muted">{words.signInNote}</span>
            </>
          )}
        </div>
        {actor.kind === 'person' ? (
          <Form
            act="hold"
            keep={{ ...definedOnly(kept(data)), at: chosen.at }}
            hidden={{ venue, ...(item ? { item } : {}), at: chosen.at, party, special: String(special) }}
            idempotencyKey={idempotencyKey}
          >
            <Button>{words.hold}</Button>
          </Form>
        ) : (
          <LinkButton href={signInPath(language, here)}>{words.signIn}</LinkButton>
        )}
      </StickyBar>
    </div>
  );
}

function definedOnly(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function timesPage(path: string): Page {
  return page({
    path,
    shell: 'portal',
    width: 'read',
    may: 'anyone',
    islands: ['submit-once'],
    load: async (act, { params, query }) => {
      const choice = await loadChoice(act, { venue: params['venue'] ?? '', item: params['code'] }, query);
      return isRefusal(choice) ? choice : { ...choice, idempotencyKey: newId() };
    },
    title: (_, { language }) => portalWords(language).times.title,
    view,
    forms: { hold: form(contract.hold, ({ holdId }, request) => `/${languageIn(request)}/book/holds/${holdId}`) },
  });
}

export const hallTimesPage = timesPage('/book/:venue');
export const itemTimesPage = timesPage('/book/:venue/:code');
