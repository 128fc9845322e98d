import type { Act } from '#kernel/endpoint.ts';
import type { PageRequest } from '#kernel/page.ts';
import { Actions, Button, Form, Tag } from '#ui/index.ts';
import { type EditorWords, editorWords } from '../../../locales/editor/index.ts';
import { rowsOf } from '../../../rules/condition-rows.ts';
import { EntryActs } from './acts.tsx';
import { draftHref } from './frame.tsx';
import { Line, Small, Texts } from './kit.tsx';
import type { DraftData } from './load.ts';
import { optionsOf } from './part.ts';
import { type EntryList, entryName } from './place.ts';
import { listOf, type Part, texts, textOf, written } from './read.ts';
import { StagesView } from './stages.tsx';

type Props = { data: DraftData; act: Act; list: EntryList };

/** A list whose entries are pages of their own: in order, with their acts, and a way to add one. */
export function EntryListView({ data, act: { language }, list }: Props) {
  const words = editorWords(language);
  const { draft, item } = data;
  if (list === 'stages')
    return (
      <>
        <StagesView data={data} language={language} />
        <AddEntry list={list} item={item} version={draft.version} words={words} />
      </>
    );
  const entries = listOf(item[list]);
  return (
    <>
      <ol class="entries">
        {entries.map((entry, index) => {
          const name = entryName(entry, list, language);
          const key = textOf(entry['key']);
          return (
            <li key={key || index}>
              <span class="entry-name">
                {key ? <a href={draftHref(draft.draftId, `${list}/${key}`)}>{name || key}</a> : name}
                <small>
                  {key} · {factsOf(entry, list, words).join(' · ')}
                </small>
              </span>
              {entry['showIf'] !== undefined || entry['skipIf'] !== undefined ? (
                <Tag tone="info" icon="none">
                  {rowsOf(entry['showIf'] ?? entry['skipIf']) ? words.sometimes : words.ruled}
                </Tag>
              ) : null}
              <EntryActs
                version={draft.version}
                path={`${list}.${key || index}`}
                name={name}
                acts={[
                  ...(index > 0 ? [{ act: 'move', by: -1 } as const] : []),
                  ...(index < entries.length - 1 ? [{ act: 'move', by: 1 } as const] : []),
                  { act: 'remove' },
                ]}
              />
            </li>
          );
        })}
      </ol>
      <AddEntry list={list} item={item} version={draft.version} words={words} />
    </>
  );
}

function factsOf(entry: Part, list: EntryList, { values, fields }: EditorWords): string[] {
  const named = (names: Readonly<Record<string, string>>, value: unknown) => names[textOf(value)] ?? textOf(value);
  if (list === 'questions') return [named(values.types, entry['type']), ...(entry['optional'] ? [fields.optional] : [])];
  const ways = listOf(entry['from']).map((source) => named(values.ways, Object.keys(source)[0]));
  return [named(values.necessity, entry['necessity']), ways.join(' / '), ...(entry['owed'] ? [fields.owed] : [])].filter(Boolean);
}

type AddProps = { list: EntryList; item: Part; version: number; words: EditorWords };

/** The little that a new entry needs; the rest is written on its own page. */
function AddEntry({ list, item, version, words }: AddProps) {
  const { fields, values, hints } = words;
  const name = list === 'questions' ? 'ask' : 'name';
  const last = listOf(item['sections']).at(-1);
  return (
    <details class="add">
      <summary>{words.add[list]}</summary>
      <Form act="add" hidden={{ version, section: textOf(last?.['key']) }} label={words.add[list]}>
        <Texts
          name={name}
          label={list === 'questions' ? fields.ask : list === 'stages' ? fields['stages.name'] : fields.name}
          value={undefined}
        />
        <Line>
          {list === 'questions' && <Small name="type" label={fields.type} value="text" options={optionsOf(values.types)} />}
          <Small name="key" label={fields.key} hint={hints.newKey} />
        </Line>
        <Actions>
          <Button look="second" icon="plus">
            {words.add[list]}
          </Button>
        </Actions>
      </Form>
    </details>
  );
}

const newEntries: Readonly<Record<EntryList, (fields: Part) => Part>> = {
  questions: (fields) => {
    const type = written(fields['type']) ?? 'text';
    const choice = (key: string) => ({ key, name: {} });
    return {
      section: written(fields['section']),
      ask: texts(fields['ask']) ?? {},
      type,
      ...(type.startsWith('choice') && { choices: [choice('a'), choice('b')] }),
      ...(type === 'list' && { of: [{ key: 'name', type: 'person-name' }] }),
    };
  },
  documents: (fields) => ({ name: texts(fields['name']) ?? {}, necessity: 'main', from: [{ upload: { max: 2 } }] }),
  stages: (fields) => ({ ...(texts(fields['name']) && { name: texts(fields['name']) }), unit: 'self' }),
};

/** The form's input for a new entry of a list. */
export function addedEntry(fields: Part, { params }: PageRequest) {
  const list = params['part'] as EntryList;
  const entry = newEntries[list]?.(fields) ?? {};
  return { version: fields['version'], changes: [{ path: list, do: 'add', value: { key: written(fields['key']) ?? '', ...entry } }] };
}
