import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { languages, textIn } from '#kernel/locale.ts';
import { form, type FormState, page } from '#kernel/page.ts';
import { type Day, dayOf } from '#kernel/workdays.ts';
import {
  Actions,
  Button,
  Choice,
  DateInput,
  dayFromParts,
  Empty,
  errorOf,
  Errors,
  Filters,
  Form,
  formatDay,
  formatInstant,
  formErrors,
  languageNames,
  Notice,
  Select,
  Summary,
  Table,
  TextInput,
  Topline,
  valueOf,
} from '#ui/index.ts';
import * as contract from '../contract.ts';
import { type Directory, getDirectory } from '../directory.ts';
import { type DirectoryWords, wordsIn } from '../locales/index.ts';
import type { AddedChange } from '../queries.ts';
import type { KnownCalendar } from '../rules/calendars.ts';
import { type Month, monthsOf } from '../rules/year.ts';

type Words = DirectoryWords['calendars'];
const path = '/admin/calendars';

export const calendarsPage = page({
  path,
  shell: 'desk',
  may: ['admin', 'supervisor', 'planner'],
  load: async ({ tx, now }, { query }) => {
    const directory = await getDirectory(tx);
    const place = query['calendar'] && directory.has(query['calendar']) ? query['calendar'] : 'CN';
    const known = directory.calendarOf(place);
    const year = /^(19|20|21)\d\d$/.test(query['year'] ?? '') ? Number(query['year']) : Number(dayOf(now, known.zone).slice(0, 4));
    const changes = directory.changes.filter((change) => change.calendar === place && change.day.startsWith(String(year)));
    return { directory, place, known, year, changes, months: monthsOf(known, year), idempotencyKey: newId() };
  },
  title: (_, { language }) => wordsIn(language).calendars.title,
  view: ({ data, act, form: state }) => {
    const { calendars: words, refusals } = wordsIn(act.language);
    const { directory, place, known, year, changes, months } = data;
    const errors = formErrors(act.language, state, { own: refusals });
    const options = placesOf(directory, words, act);
    const to = (other: number) => `?calendar=${encodeURIComponent(place)}&year=${other}`;
    return (
      <>
        <Topline title={words.title} />
        <div class="body stack">
          <Errors errors={errors} />
          <Filters fields={[{ name: 'calendar', label: words.choose, options, value: place }]} keep={{ year: String(year) }} />
          <nav class="acts">
            <a href={to(year - 1)}>{words.before(year - 1)}</a>
            <b>{words.year(year)}</b>
            <a href={to(year + 1)}>{words.after(year + 1)}</a>
          </nav>
          {!known.isPublished(`${year}-07-01`) && <Notice tone="warn">{words.unpublished}</Notice>}
          <Year words={words} act={act} known={known} months={months} caption={words.caption(place, year)} />
          <section class="section">
            <h2>{words.changesTitle}</h2>
            <Changes words={words} act={act} zone={known.zone} changes={changes} />
          </section>
          {act.actor.grants.some(({ role }) => role === 'admin') && (
            <AddChange words={words} state={state} errors={errors} place={place} options={options} idempotencyKey={data.idempotencyKey} />
          )}
        </div>
      </>
    );
  },
  forms: { add: form(contract.addCalendarChange, ({ days }) => `${path}?year=${days[0]?.slice(0, 4)}`, toChange) },
});

function toChange(fields: Readonly<Record<string, unknown>>) {
  const { calendar, worked, reason } = fields;
  const day = (name: string) => {
    const part = (key: string) => fields[`${name}-${key}`] as string | undefined;
    return dayFromParts({ year: part('year'), month: part('month'), day: part('day') });
  };
  return { calendar, worked, reason: reason ?? {}, from: day('from'), to: day('to') };
}

function placesOf(directory: Directory, words: Words, { language }: Act) {
  const places = [...directory.regions.filter((region) => region.calendar || region.parentCode), ...directory.venues];
  return [
    ...['CN', 'VN'].map((code) => ({ value: code, label: words.state[code] ?? code })),
    ...places.map(({ code, name }) => ({ value: code, label: textIn(name, language) })),
  ];
}

type YearProps = { words: Words; act: Act; known: KnownCalendar; months: readonly Month[]; caption: string };

/** One line a month: how many working days, then what differs from the plain week and why. */
function Year({ words, act, known, months, caption }: YearProps) {
  const said = (days: readonly Day[]) =>
    days
      .map((day) => [formatDay(day, act.language, 'weekday'), textIn(known.nameOf(day), act.language)].filter(Boolean).join(' '))
      .join('; ');
  return (
    <section class="section" aria-label={caption}>
      <Summary
        look="tight"
        rows={months.map(({ month, workdays, off, worked }) => ({
          label: words.monthNames[month - 1] as string,
          value: words.workdays(workdays),
          source: [off.length > 0 ? words.off(said(off)) : '', worked.length > 0 ? words.worked(said(worked)) : '']
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </section>
  );
}

type ChangesProps = { words: Words; act: Act; zone: string; changes: readonly AddedChange[] };

function Changes({ words, act, zone, changes }: ChangesProps) {
  return (
    <Table<AddedChange>
      caption={words.changesCaption}
      rows={changes}
      rowKey={({ changeId }) => changeId}
      empty={<Empty text={words.noChanges} icon="calendar" />}
      columns={[
        { key: 'day', label: words.day, onCard: true, cell: ({ day }) => formatDay(day, act.language, 'long') },
        { key: 'what', label: words.what, onCard: true, cell: ({ worked }) => (worked ? words.isWorked : words.isOff) },
        { key: 'reason', label: words.reason, onCard: true, cell: ({ reason }) => textIn(reason, act.language) },
        { key: 'at', label: words.announced, cell: ({ announcedAt }) => formatInstant(announcedAt, act.language, { zone, look: 'day' }) },
      ]}
    />
  );
}

type AddProps = {
  words: Words;
  state: FormState | undefined;
  errors: ReturnType<typeof formErrors>;
  place: string;
  options: readonly { value: string; label: string }[];
  idempotencyKey: string;
};

function AddChange({ words, state, errors, place, options, idempotencyKey }: AddProps) {
  const parts = (name: string) => ({
    year: valueOf(state, `${name}-year`),
    month: valueOf(state, `${name}-month`),
    day: valueOf(state, `${name}-day`),
  });
  const choices = [
    { value: 'false', label: words.isOff },
    { value: 'true', label: words.isWorked },
  ];
  return (
    <section class="section">
      <h2>{words.addTitle}</h2>
      <p class="hint">{words.addHint}</p>
      <Form act="add" idempotencyKey={idempotencyKey}>
        <Select name="calendar" label={words.calendar} options={options} value={valueOf(state, 'calendar', place)} />
        <DateInput name="from" label={words.from} value={parts('from')} error={errorOf(errors, 'from')} />
        <DateInput name="to" label={words.to} value={parts('to')} error={errorOf(errors, 'to')} />
        <Choice
          name="worked"
          label={words.theseDays}
          options={choices}
          value={valueOf(state, 'worked')}
          error={errorOf(errors, 'worked')}
        />
        {languages.map((language) => (
          <TextInput
            key={language}
            name={`reason.${language}`}
            label={words.reasonIn(languageNames[language].full)}
            value={valueOf(state, `reason.${language}`)}
            optional={language !== 'zh-Hans'}
          />
        ))}
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </section>
  );
}
