import type { Act, Output } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { findItem, getCatalogue, type Item } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { BackLink, Button, Errors, Form, formatDay, formatTime, formErrors, Notice, Rows, Section, TextInput, valueOf } from '#ui/index.ts';
import { listHalls } from '../../actions.ts';
import * as contract from '../../contract.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { bookingRoles } from '../desk/halls.ts';
import { withQuery } from './address.ts';
import { findBookable } from './find-item.ts';
import { nearestFirst } from './hall-order.ts';
import { halfDaysFor, type HalfDay } from './half-days.ts';
import { WhatAndWhere } from './many-ask.tsx';
import { Results } from './many-results.tsx';

export type Group = {
  readonly item: Item | undefined;
  readonly halls: Output<typeof contract.listHalls>['rows'];
  readonly venue: string | undefined;
  readonly people: number;
  readonly halfDays: readonly HalfDay[] | undefined;
  readonly chosen: HalfDay | undefined;
  readonly idempotencyKey: string;
};

const mostPeople = 40;

/** By its code, else the best hit for the words. */
async function itemFor({ tx, now }: Act, typed: string): Promise<Item | undefined> {
  const words = typed.trim().slice(0, 100);
  if (!words) return undefined;
  const exact = await findItem(tx, words, now);
  const [best] = exact ? [] : findBookable(await getCatalogue(tx, now), words, 1);
  return exact ?? (best && findItem(tx, best.code, now));
}

async function load(act: Act, { query }: PageRequest): Promise<Group> {
  const item = await itemFor(act, query['item'] ?? '');
  const listed = await listHalls(act, item ? { item: item.code } : {});
  const halls = isRefusal(listed) ? [] : nearestFirst(listed.rows, item, await getDirectory(act.tx));
  const venue = halls.find((hall) => hall.venue === query['hall'])?.venue;
  const people = Math.min(mostPeople, Math.max(1, Number(query['people']) || 5));
  const halfDays = venue ? await halfDaysFor(act, { venue, item: item?.code, people }) : undefined;
  const chosen = halfDays?.find(({ on, part }) => on === query['on'] && part === query['part']);
  return { item, halls, venue, people, halfDays, chosen, idempotencyKey: newId() };
}

function addressOf({ item, venue, people }: Group, { language }: Act, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/${language}/book/many`, { item: item?.code, hall: venue, people: String(people), ...query });
}

const view: View<Group> = ({ data, act, form: posted }) => {
  const { language } = act;
  const words = deskWords(language).batch;
  const result = posted?.result as Output<typeof contract.bookMany> | undefined;
  if (result) return <Results result={result} again={`/${language}/book/many`} act={act} />;
  const { refusals } = appointmentsWords(language);
  return (
    <div class="stack">
      <BackLink href={`/${language}/book`} />
      <Errors errors={formErrors(language, posted, { own: refusals, labels: { people: words.nobody } })} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <WhatAndWhere group={data} act={act} />
      {data.halfDays && <HalfDays data={data} act={act} />}
      {data.chosen && <People data={data} chosen={data.chosen} act={act} posted={posted} />}
    </div>
  );
};

function HalfDays({ data, act }: { data: Group; act: Act }) {
  const { language } = act;
  const words = deskWords(language).batch;
  const { times } = portalWords(language);
  if (data.halfDays?.length === 0)
    return (
      <Notice tone="warn">
        <p>{words.noHalfDay}</p>
      </Notice>
    );
  return (
    <Section title={words.halfDays}>
      <Rows
        rows={(data.halfDays ?? []).map(({ on, part, free }) => ({
          title: times.on(formatDay(on, language, 'weekday'), times[part]),
          note: words.free(free),
          href: `${addressOf(data, act, { on, part })}#people`,
        }))}
      />
    </Section>
  );
}

function People({ data, chosen, act: { language }, posted }: { data: Group; chosen: HalfDay; act: Act; posted: FormState | undefined }) {
  const { batch: words, phone } = deskWords(language);
  const { venue, item, people, idempotencyKey } = data;
  const keep = { ...(item ? { item: item.code } : {}), hall: venue ?? '', people: String(people), on: chosen.on, part: chosen.part };
  return (
    <Section title={words.rows} id="people">
      <p class="hint">{words.skip}</p>
      <Form
        act="book"
        hidden={{ venue: venue ?? '', on: chosen.on, ...(item ? { item: item.code } : {}) }}
        idempotencyKey={idempotencyKey}
        keep={keep}
      >
        {chosen.times.map((at, index) => {
          const name = (field: string) => `people.${index}.${field}`;
          const value = (field: string) => valueOf(posted, name(field));
          return (
            <fieldset key={index} class="sheet mb-3">
              <legend class="h3">{words.row(index + 1, formatTime(new Date(at), language, chosen.zone))}</legend>
              <input type="hidden" name={name('at')} value={at} />
              <TextInput name={name('name')} label={phone.name} value={value('name')} autocomplete="off" />
              <TextInput name={name('phone')} label={phone.phoneNo} type="tel" width="short" value={value('phone')} autocomplete="off" />
              <TextInput name={name('number')} label={phone.number} optional value={value('number')} autocomplete="off" />
            </fieldset>
          );
        })}
        <Button>{words.book}</Button>
      </Form>
    </Section>
  );
}

/** Rows that were left empty are nobody. */
function toBatch({ people, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const rows = Object.values((people ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>);
  return { ...rest, people: rows.filter(({ name, phone, number }) => name !== '' || phone !== '' || number !== '') };
}

/** 村干部代办: many people in one half-day, each with a time, a ticket and an answer of their own. */
export const manyPage = page({
  path: '/book/many',
  shell: 'portal',
  width: 'read',
  may: [...bookingRoles, 'cadre'],
  islands: ['submit-once'],
  load,
  title: ({ item }, { language }) => {
    const { title } = deskWords(language).batch;
    return item ? `${title} · ${textIn(item.name, language)}` : title;
  },
  view,
  forms: { book: form(contract.bookMany, () => undefined, toBatch) },
});
