import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { centreZone, personsById } from '#modules/identity/index.ts';
import {
  BackLink,
  Button,
  DateInput,
  dayFromParts,
  errorOf,
  Errors,
  Form,
  formatDay,
  formatInstant,
  formErrors,
  LinkButton,
  Notice,
  Section,
  Table,
  Tag,
  TextInput,
  type Tone,
  Topline,
  valueOf,
} from '#ui/index.ts';
import * as contract from '../../contract.ts';
import { getCatalogue, itemOf, todayAt } from '../../held.ts';
import type { Item } from '../../item.ts';
import { type AdminWords, adminWords } from '../../locales/admin/index.ts';
import { wordsIn } from '../../locales/index.ts';
import { findDraftOf } from '../../queries/drafts.ts';
import { listVersions } from '../../queries/items.ts';
import { completenessOf } from '../../rules/completeness.ts';
import { draftHref } from './draft/frame.tsx';
import { partOf } from './draft/read.ts';
import { Score } from './items.tsx';

type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];
type State = 'now' | 'coming' | 'past' | 'retired';

/** One item through time: its versions, the draft being written, and the acts on it. Looking at it makes no draft. */
export const itemPage = page({
  path: '/admin/items/:code',
  shell: 'desk',
  may: ['admin'],
  load: async ({ tx, now }, { params }) => {
    const code = params['code'] ?? '';
    const versions = await listVersions(tx, code);
    const draft = await findDraftOf(tx, code);
    const [newest] = versions;
    if (!newest) return refuse('not_found');
    const item = await itemOf(tx, newest);
    const today = todayAt(now)[item.jurisdiction];
    const writers = await personsById(
      tx,
      versions.flatMap(({ publishedBy }) => publishedBy ?? []),
    );
    const successor = newest.successor ? (await getCatalogue(tx, now)).byCode.get(newest.successor) : undefined;
    return { code, versions, draft, item, newest, today, writers, successor, idempotencyKey: newId() };
  },
  title: ({ item }, { language }) => textIn(item.name, language),
  view: ({ data, act, request, form: state }) => {
    const { language } = act;
    const { item: words } = adminWords(language);
    const { code, item, draft } = data;
    const published = request.query['published'];
    return (
      <>
        <Topline title={textIn(item.name, language)}>
          <LinkButton look="second" href={`/${language}/services/${code}`}>
            {words.seeGuide}
          </LinkButton>
          {draft ? <LinkButton href={draftHref(draft.draftId)}>{words.continue}</LinkButton> : <Begin data={data} words={words} />}
        </Topline>
        <div class="body stack">
          <BackLink href="/admin/items">{words.back}</BackLink>
          <Errors errors={formErrors(language, state, { own: wordsIn(language).refusals })} />
          {published && <Notice tone="ok" title={words.published(published)} live />}
          <Measure item={item} words={words} />
          <Section title={words.versions}>
            <Versions data={data} act={act} words={words} />
          </Section>
          {data.newest.effectiveTo === null && <Retire data={data} act={act} state={state} words={words} />}
        </div>
      </>
    );
  },
  forms: {
    begin: form(
      contract.openDraft,
      ({ draftId }) => draftHref(draftId),
      (_, { params }) => ({ itemCode: params['code'] }),
    ),
    retire: form(
      contract.retireItem,
      (_, { path }) => path,
      (fields, { params }) => ({ ...fields, lastDay: dayFromParts(partOf(fields['lastDay'])), itemCode: params['code'] }),
    ),
  },
});

type Words = AdminWords['item'];
type Data = {
  code: string;
  versions: readonly VersionRow[];
  item: Item;
  newest: VersionRow;
  today: string;
  writers: Awaited<ReturnType<typeof personsById>>;
  successor: { name: Item['name'] } | undefined;
  idempotencyKey: string;
};

function Begin({ data, words }: { data: Data; words: Words }) {
  return (
    <Form act="begin" idempotencyKey={data.idempotencyKey}>
      <Button>{words.begin}</Button>
    </Form>
  );
}

function Measure({ item, words }: { item: Item; words: Words }) {
  const found = completenessOf(item);
  const names = found.missing.map((element) => words.elements[element]);
  return (
    <p>
      <Score score={found.score} /> {words.complete}
      {names.length > 0 && ` ${words.missing(names)}`}
      {found.gaps.vi > 0 && ` ${words.gap('vi', found.gaps.vi, found.texts)}`}
      {found.gaps.en > 0 && ` ${words.gap('en', found.gaps.en, found.texts)}`}
    </p>
  );
}

const tones: Readonly<Record<State, Tone>> = { now: 'ok', coming: 'info', past: 'idle', retired: 'hold' };

function stateOf(row: VersionRow, { versions, today }: Pick<Data, 'versions' | 'today'>): State {
  if (row.effectiveTo !== null && row.effectiveTo < today) return 'retired';
  if (row.effectiveFrom > today) return 'coming';
  const inForce = versions.find(({ effectiveFrom }) => effectiveFrom <= today);
  return inForce === row ? 'now' : 'past';
}

function Versions({ data, act: { language }, words }: { data: Data; act: Act; words: Words }) {
  return (
    <Table<VersionRow>
      caption={words.versions}
      rows={data.versions}
      rowKey={({ itemVersionId }) => itemVersionId}
      columns={[
        { key: 'version', label: words.version, onCard: true, strong: true, cell: ({ version }) => String(version) },
        {
          key: 'state',
          label: words.state,
          onCard: true,
          cell: (row) => {
            const state = stateOf(row, data);
            return <Tag tone={tones[state]}>{words.states[state]}</Tag>;
          },
        },
        { key: 'from', label: words.from, onCard: true, cell: ({ effectiveFrom }) => formatDay(effectiveFrom, language, 'day') },
        { key: 'to', label: words.to, cell: ({ effectiveTo }) => (effectiveTo ? formatDay(effectiveTo, language, 'day') : '') },
        {
          key: 'by',
          label: words.by,
          cell: ({ publishedAt, publishedBy }) =>
            [formatInstant(publishedAt, language, { zone: centreZone(), look: 'day' }), data.writers.get(publishedBy ?? '')?.name]
              .filter(Boolean)
              .join(' · '),
        },
      ]}
    />
  );
}

type RetireProps = { data: Data; act: Act; state: FormState | undefined; words: Words };

function Retire({ data, act: { language }, state, words }: RetireProps) {
  const own = state?.name === 'retire' ? state : undefined;
  const errors = formErrors(language, own, { own: wordsIn(language).refusals });
  const typed = (part: string) => valueOf(own, `lastDay.${part}`);
  return (
    <details class="add" open={own !== undefined}>
      <summary>{words.retire}</summary>
      <Form act="retire" hidden={{ version: data.newest.version }}>
        <p class="hint mb-4">{words.retireHint}</p>
        <DateInput
          name="lastDay"
          label={words.lastDay}
          value={{ year: typed('year'), month: typed('month'), day: typed('day') }}
          error={errorOf(errors, 'lastDay')}
        />
        <TextInput
          name="successor"
          label={words.successor}
          hint={words.successorHint}
          value={valueOf(own, 'successor')}
          error={errorOf(errors, 'successor')}
          optional
          width="short"
        />
        <div class="acts mt-4">
          <Button look="danger">{words.retire}</Button>
        </div>
      </Form>
    </details>
  );
}

/** A new item begins with its code. */
export const newItemPage = page({
  path: '/admin/items/new',
  shell: 'desk',
  may: ['admin'],
  load: async () => ({ idempotencyKey: newId() }),
  title: (_, { language }) => adminWords(language).item.newTitle,
  view: ({ data, act: { language }, form: state }) => {
    const { item: words } = adminWords(language);
    const errors = formErrors(language, state, { own: wordsIn(language).refusals });
    const open = state?.refusal?.code === 'draft_open' ? String(state.refusal.facts['draftId']) : undefined;
    return (
      <>
        <Topline title={words.newTitle} />
        <div class="body stack">
          <BackLink href="/admin/items">{words.back}</BackLink>
          <Errors errors={errors} />
          {open && (
            <p>
              <a href={draftHref(open)}>{words.continue}</a>
            </p>
          )}
          <Form act="begin" idempotencyKey={data.idempotencyKey}>
            <TextInput
              name="itemCode"
              label={words.code}
              hint={words.codeHint}
              value={valueOf(state, 'itemCode')}
              error={errorOf(errors, 'itemCode')}
              width="short"
            />
            <div class="acts mt-4">
              <Button>{words.begin}</Button>
            </div>
          </Form>
        </div>
      </>
    );
  },
  forms: { begin: form(contract.openDraft, ({ draftId }) => draftHref(draftId)) },
});
