import type { Act, Output } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { findItem, getCatalogue, type Item, type ListedItem } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { BackLink, Errors, formatInstant, formErrors, LinkButton, Rows, SearchForm, Section, Topline } from '#ui/index.ts';
import { listHalls } from '../../actions.ts';
import * as contract from '../../contract.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { withQuery } from '../portal/address.ts';
import { type Choice, loadChoice } from '../portal/choice.ts';
import { nearestFirst } from '../portal/hall-order.ts';
import { findBookable } from '../portal/find-item.ts';
import { type Paper, papersOf } from '../portal/papers-of.ts';
import { When } from '../portal/when.tsx';
import { bookingRoles, desk } from './halls.ts';
import { Booked, Who } from './phone-form.tsx';

const path = `${desk}/new`;
const mostFound = 8;

type Data = {
  readonly q: string;
  readonly found: readonly ListedItem[];
  readonly item: Item | undefined;
  readonly isAdvice: boolean;
  readonly halls: Output<typeof contract.listHalls>['rows'];
  readonly choice: Choice | undefined;
  readonly papers: readonly Paper[];
  readonly idempotencyKey: string;
};

async function load(act: Act, { query }: PageRequest): Promise<Data> {
  const q = (query['q'] ?? '').trim().slice(0, 100);
  const item = await findItem(act.tx, query['item'] || q, act.now);
  const isAdvice = query['q'] === '' || query['advice'] === '1';
  const found = q && !item ? findBookable(await getCatalogue(act.tx, act.now), q, mostFound) : [];
  const listed = item || isAdvice ? await listHalls(act, item ? { item: item.code } : {}) : undefined;
  const halls = listed && !isRefusal(listed) ? nearestFirst(listed.rows, item, await getDirectory(act.tx)) : [];
  const venue = halls.find((hall) => hall.venue === query['hall'])?.venue;
  const choice = venue ? await loadChoice(act, { venue, item: item?.code }, query) : undefined;
  return {
    q,
    found,
    item,
    isAdvice,
    halls,
    choice: choice && !isRefusal(choice) ? choice : undefined,
    papers: await papersOf(act, item?.code ?? null),
    idempotencyKey: newId(),
  };
}

function addressOf({ item, isAdvice }: Data, query: Readonly<Record<string, string | undefined>>): string {
  return withQuery(path, { item: item?.code, advice: !item && isAdvice ? '1' : undefined, ...query });
}

const view: View<Data> = ({ data, act, form: posted }) => {
  const { language } = act;
  const words = deskWords(language).phone;
  const result = posted?.result as Output<typeof contract.bookMany> | undefined;
  return (
    <>
      <Topline title={words.title} />
      <div class="body stack">
        <BackLink href={desk} />
        {result?.booked ? (
          <Booked result={result} papers={data.papers} next={path} act={act} />
        ) : (
          <>
            <Errors errors={problems(posted, result, act)} />
            <p class="muted">{words.lead}</p>
            <What data={data} act={act} />
            {data.halls.length > 0 && <Nearest data={data} act={act} />}
            {data.choice && <Times data={data} choice={data.choice} act={act} posted={posted} />}
          </>
        )}
      </div>
    </>
  );
};

/** The batch of one answers for its one person. */
function problems(posted: FormState | undefined, result: Output<typeof contract.bookMany> | undefined, { language }: Act) {
  const { refusals } = appointmentsWords(language);
  const words = deskWords(language).phone;
  const labels = { 'people.0.name': words.name, 'people.0.phone': words.phoneNo, 'people.0.at': words.pickTime };
  const refused = result?.rows[0]?.refused;
  const state = refused && posted ? { ...posted, refusal: refused } : posted;
  return formErrors(language, state, { own: refusals, labels });
}

function What({ data: { q, found, item, isAdvice }, act: { language } }: { data: Data; act: Act }) {
  const words = deskWords(language).phone;
  return (
    <section class="stack">
      <SearchForm action={path} label={words.item} example={words.itemHint} value={item ? textIn(item.name, language) : q} />
      {found.length > 0 && (
        <Section title={words.which}>
          <Rows
            two
            rows={found.map(({ code, name, unitName }) => ({
              title: textIn(name, language),
              note: textIn(unitName ?? {}, language),
              href: withQuery(path, { item: code }),
            }))}
          />
        </Section>
      )}
      {q && !item && found.length === 0 && <p role="status">{words.noItem(q)}</p>}
      {!item && !isAdvice && (
        <LinkButton look="second" href={withQuery(path, { advice: '1' })}>
          {portalWords(language).book.noItem}
        </LinkButton>
      )}
    </section>
  );
}

/** Each hall with its first free time: one press is the nearest place. */
function Nearest({ data, act: { language } }: { data: Data; act: Act }) {
  const words = deskWords(language).phone;
  const { halls } = portalWords(language);
  return (
    <Section title={words.nearest}>
      <Rows
        two
        rows={data.halls.map((hall) => {
          const at = hall.firstFree ?? undefined;
          return {
            title: at ? formatInstant(new Date(at), language, { zone: hall.zone, look: 'weekday' }) : halls.noneFree,
            note: `${hall.name} · ${hall.address}`,
            href: addressOf(data, { hall: hall.venue, on: at && dayOf(new Date(at), hall.zone), at }),
          };
        })}
      />
    </Section>
  );
}

function Times({ data, choice, act, posted }: { data: Data; choice: Choice; act: Act; posted: FormState | undefined }) {
  const to = (query: Readonly<Record<string, string | undefined>>) => addressOf(data, { hall: choice.venue, ...query });
  return (
    <>
      <h2>{textIn(choice.hall.name, act.language)}</h2>
      <div class="read">
        <When choice={choice} act={act} to={to} />
      </div>
      <Who choice={choice} idempotencyKey={data.idempotencyKey} act={act} posted={posted} />
    </>
  );
}

/** The clerk books while the caller speaks, and reads aloud what came of it. */
export const phonePage = page({
  path,
  shell: 'desk',
  may: bookingRoles,
  islands: ['submit-once'],
  load,
  title: (_, { language }) => deskWords(language).phone.title,
  view,
  forms: { book: form(contract.bookMany, () => undefined) },
});
