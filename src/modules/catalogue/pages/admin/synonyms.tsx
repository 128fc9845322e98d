import type { Act, Output } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { languages } from '#kernel/locale.ts';
import { form, type FormState, page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { centreZone } from '#modules/identity/index.ts';
import {
  BackLink,
  Button,
  Empty,
  errorOf,
  Errors,
  Form,
  formatInstant,
  formatNumber,
  formErrors,
  languageNames,
  Notice,
  Section,
  Table,
  TextArea,
  Topline,
  valueOf,
} from '#ui/index.ts';
import { listSynonyms, listZeroHits } from '../../actions/synonyms.ts';
import * as contract from '../../contract.ts';
import { type AdminWords, adminWords } from '../../locales/admin/index.ts';
import { wordsIn } from '../../locales/index.ts';
import { Line, Small } from './draft/kit.tsx';
import { type Part, sayings, written } from './draft/read.ts';

type Synonym = Output<typeof contract.listSynonyms>['rows'][number];
type ZeroHit = Output<typeof contract.listZeroHits>['rows'][number];
type Words = AdminWords['synonyms'];
const mostShown = 100;
const path = '/admin/synonyms';

/** What people say and what items call it; and what was looked for in vain, which wants one or an item. */
export const synonymsPage = page({
  path,
  shell: 'desk',
  may: ['admin'],
  load: async (act, { query }) => {
    const [all, zero] = [await listSynonyms(act, {}), await listZeroHits(act, {})];
    if (isRefusal(all)) return all;
    if (isRefusal(zero)) return zero;
    const q = (query['q'] ?? '').trim().toLowerCase();
    const found = all.rows.filter(({ said, meant }) => [...said, ...meant].some((word) => word.toLowerCase().includes(q)));
    const edited = all.rows.find(({ synonymId }) => synonymId === query['edit']);
    return { q, found, all: all.rows.length, zero: zero.rows, edited, wanted: query['said'], saved: query['saved'], newId: newId() };
  },
  title: (_, { language }) => adminWords(language).synonyms.title,
  view: ({ data, act, form: state }) => {
    const { language } = act;
    const words = adminWords(language).synonyms;
    const errors = formErrors(language, state, { own: wordsIn(language).refusals, labels: { said: words.said, meant: words.meant } });
    return (
      <>
        <Topline title={words.title} find={{ action: path, label: words.find, ...(data.q ? { value: data.q } : {}) }} />
        <div class="body stack">
          <BackLink href="/admin/items">{adminWords(language).item.back}</BackLink>
          <Errors errors={errors} />
          {data.saved && !state && <Notice tone="ok" title={words.saved} live />}
          <Edit data={data} state={state} words={words} errors={errors} />
          <Section title={words.list} aside={words.count(formatNumber(data.found.length, language))}>
            <List rows={data.found.slice(0, mostShown)} words={words} />
            {data.found.length > mostShown && <p class="muted small">{words.more(mostShown)}</p>}
          </Section>
          <Section title={words.inVain}>
            <p class="hint mb-4">{words.inVainHint}</p>
            <InVain rows={data.zero} act={act} words={words} />
          </Section>
        </div>
      </>
    );
  },
  forms: {
    save: form(contract.putSynonym, () => `${path}?saved=1`, toSynonym),
    remove: form(contract.deleteSynonym, () => `${path}?saved=1`),
  },
});

function toSynonym(fields: Part) {
  const { synonymId, said, meant, language, version } = fields;
  return { synonymId, said: sayings(said) ?? [], meant: sayings(meant) ?? [], language: written(language), version };
}

type EditProps = {
  data: { edited: Synonym | undefined; wanted: string | undefined; newId: string };
  state: FormState | undefined;
  words: Words;
  errors: ReturnType<typeof formErrors>;
};

function Edit({ data: { edited, wanted, newId: fresh }, state, words, errors }: EditProps) {
  const hidden = edited ? { synonymId: edited.synonymId, version: edited.version } : { synonymId: fresh };
  return (
    <details class="add" open={edited !== undefined || wanted !== undefined || errors.length > 0}>
      <summary>{edited ? words.change : words.add}</summary>
      <Form act="save" hidden={hidden} keep={edited ? { edit: edited.synonymId } : undefined} label={edited ? words.change : words.add}>
        <div class="halves">
          <TextArea
            name="said"
            label={words.said}
            hint={words.oneALine}
            value={valueOf(state, 'said', edited?.said.join('\n') ?? wanted)}
            error={errorOf(errors, 'said')}
          />
          <TextArea
            name="meant"
            label={words.meant}
            hint={words.oneALine}
            value={valueOf(state, 'meant', edited?.meant.join('\n'))}
            error={errorOf(errors, 'meant')}
          />
        </div>
        <Line>
          <Small
            name="language"
            label={words.language}
            value={valueOf(state, 'language', edited?.language ?? '')}
            options={languages.map((value) => ({ value, label: languageNames[value].full }))}
            none={words.anyLanguage}
          />
        </Line>
        <div class="acts mt-4">
          <Button>{words.save}</Button>
        </div>
      </Form>
    </details>
  );
}

function List({ rows, words }: { rows: readonly Synonym[]; words: Words }) {
  return (
    <Table<Synonym>
      caption={words.list}
      rows={rows}
      rowKey={({ synonymId }) => synonymId}
      empty={<Empty text={words.none} href={path} />}
      columns={[
        { key: 'said', label: words.said, onCard: true, cell: ({ said }) => <span class="wrap-text">{said.join(words.and)}</span> },
        { key: 'meant', label: words.meant, onCard: true, cell: ({ meant }) => <span class="wrap-text">{meant.join(words.and)}</span> },
        { key: 'language', label: words.language, cell: ({ language }) => (language ? languageNames[language].full : words.anyLanguage) },
        {
          key: 'acts',
          label: words.acts,
          onCard: true,
          cell: ({ synonymId, said }) => (
            <div class="entry-acts">
              <a href={`${path}?edit=${synonymId}`}>
                {words.change}
                <span class="hide"> {said[0]}</span>
              </a>
              <Form act="remove" hidden={{ synonymId }}>
                <button class="text-btn" type="submit">
                  {words.remove}
                  <span class="hide"> {said[0]}</span>
                </button>
              </Form>
            </div>
          ),
        },
      ]}
    />
  );
}

function InVain({ rows, act: { language }, words }: { rows: readonly ZeroHit[]; act: Act; words: Words }) {
  return (
    <Table<ZeroHit>
      caption={words.inVain}
      rows={rows.slice(0, mostShown)}
      rowKey={(row) => row.words}
      empty={<Empty text={words.noneInVain} icon="search" />}
      columns={[
        { key: 'words', label: words.asked, onCard: true, cell: (row) => row.words },
        { key: 'count', label: words.times, onCard: true, right: true, cell: ({ asked }) => formatNumber(asked, language) },
        { key: 'language', label: words.language, cell: (row) => languageNames[row.language].full },
        {
          key: 'last',
          label: words.last,
          cell: ({ lastAt }) => formatInstant(new Date(lastAt), language, { zone: centreZone(), look: 'day' }),
        },
        {
          key: 'make',
          label: words.acts,
          onCard: true,
          cell: (row) => <a href={`${path}?said=${encodeURIComponent(row.words)}`}>{words.make}</a>,
        },
      ]}
    />
  );
}
