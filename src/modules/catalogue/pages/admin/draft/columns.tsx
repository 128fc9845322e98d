import type { Language } from '#kernel/locale.ts';
import type { PageRequest } from '#kernel/page.ts';
import { Actions, Button, Form, Section } from '#ui/index.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { EntryActs } from './acts.tsx';
import { draftHref } from './frame.tsx';
import { Line, Small, Texts } from './kit.tsx';
import type { DraftData } from './load.ts';
import { optionsOf } from './part.ts';
import { entryName } from './place.ts';
import { listOf, type Part, texts, textOf, written } from './read.ts';

type Props = { data: DraftData; list: Part; language: Language };

/** What is asked of every row of a list question. */
export function Columns({ data: { draft }, list, language }: Props) {
  const words = editorWords(language);
  const { fields, values, hints } = words;
  const key = textOf(list['key']);
  const columns = listOf(list['of']);
  const typeNames: Readonly<Record<string, string>> = values.types;
  return (
    <Section title={fields.of} id="f-of">
      <ol class="entries">
        {columns.map((column, index) => {
          const name = entryName(column, 'questions', language);
          const own = textOf(column['key']);
          return (
            <li key={own}>
              <span class="entry-name">
                <a href={draftHref(draft.draftId, `questions/${key}?column=${own}`)}>{name}</a>
                <small>
                  {own} · {typeNames[textOf(column['type'])]}
                </small>
              </span>
              <EntryActs
                version={draft.version}
                path={`questions.${key}.of.${own}`}
                name={name}
                acts={[...(index > 0 ? [{ act: 'move', by: -1 } as const] : []), { act: 'remove' }]}
              />
            </li>
          );
        })}
      </ol>
      <details class="add">
        <summary>{words.addColumn}</summary>
        <Form act="add" hidden={{ version: draft.version }} label={words.addColumn}>
          <Texts name="ask" label={fields.ask} value={undefined} />
          <Line>
            <Small name="type" label={fields.type} value="text" options={optionsOf(values.types).filter(({ value }) => value !== 'list')} />
            <Small name="key" label={fields.key} hint={hints.newKey} />
          </Line>
          <Actions>
            <Button look="second" icon="plus">
              {words.addColumn}
            </Button>
          </Actions>
        </Form>
      </details>
    </Section>
  );
}

export function addedColumn(fields: Part, { params }: PageRequest) {
  const ask = texts(fields['ask']);
  const column = { key: written(fields['key']) ?? '', type: written(fields['type']) ?? 'text', ...(ask && { ask }) };
  return { version: fields['version'], changes: [{ path: `questions.${params['key']}.of`, do: 'add', value: column }] };
}
