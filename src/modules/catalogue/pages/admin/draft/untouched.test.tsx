import { globSync, readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { unflatten } from '#kernel/parse.ts';
import { isRefusal } from '#kernel/result.ts';
import { InLanguage } from '#ui/index.ts';
import { toDraftItem } from '../../../draft-item.ts';
import { loadItem } from '../../../load-item.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { changeDraft } from '../../../rules/change-draft.ts';
import type { FieldProps } from './part.ts';
import { lanesOf } from './parts/stage.tsx';
import { type EntryList, entryLists } from './place.ts';
import { listOf, type Part, partOf, textOf } from './read.ts';
import { formByList, sectionByPart } from './sections.ts';

const folder = new URL('../../../../../../data/catalogue/items/', import.meta.url);
const items = globSync('*.yaml', { cwd: folder }).map((name) => {
  const loaded = loadItem(readFileSync(new URL(name, folder), 'utf8'));
  if (isRefusal(loaded)) throw new Error(name);
  return [name, partOf(toDraftItem(loaded.item))] as const;
});
const props = (item: Part): FieldProps => ({ item, language: 'vi', words: editorWords('vi'), places: { units: [] } as never });

/** What a browser would post of a form that nobody touched. */
function posted(html: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const add = (name: string | undefined, value: string) => {
    if (name === undefined) return;
    const plain = value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    fields[name] = name in fields ? [fields[name], plain].flat() : plain;
  };
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of html.matchAll(/<input[^>]*>/g))
    if (!tag.includes('type="checkbox"') || / checked(?=[ >/])/.test(tag)) add(attribute(tag, 'name'), attribute(tag, 'value') ?? '');
  for (const [tag, text = ''] of html.matchAll(/<textarea[^>]*>([^<]*)<\/textarea>/g)) add(attribute(tag, 'name'), text);
  for (const [select] of html.matchAll(/<select.*?<\/select>/gs)) {
    const options = [...select.matchAll(/<option[^>]*>/g)].map(([tag]) => tag);
    const chosen = options.find((tag) => / selected(?=[ >/])/.test(tag)) ?? options[0] ?? '';
    add(attribute(select, 'name'), attribute(chosen, 'value') ?? '');
  }
  return unflatten(fields);
}

function drawn(view: unknown): string {
  return renderToString(<InLanguage language="vi">{view as never}</InLanguage>);
}

test.each(items)('%s: saving a section that nobody touched changes nothing', (_, item) => {
  for (const [part, section] of Object.entries(sectionByPart)) {
    const fields = posted(drawn(<section.Fields {...props(item)} />));
    expect(changeDraft(item, section.read(fields)), part).toEqual(item);
  }
});

const entriesOf = (item: Part, list: EntryList) => (list === 'stages' ? lanesOf(item) : listOf(item[list]));

test.each(items)('%s: saving a question, a paper or a stage that nobody touched changes nothing', (_, item) => {
  for (const list of entryLists)
    for (const own of entriesOf(item, list)) {
      const { Fields, read } = formByList[list];
      const key = textOf(own['key']);
      const fields = posted(drawn(<Fields {...props(item)} own={own} key_={key} />));
      expect(changeDraft(item, read(fields, `${list}.${key}`)), `${list}.${key}`).toEqual(item);
      for (const column of listOf(list === 'questions' ? own['of'] : [])) {
        const name = textOf(column['key']);
        const row = posted(drawn(<Fields {...props(item)} own={column} key_={name} inList={key} />));
        expect(changeDraft(item, read(row, `${list}.${key}.of.${name}`)), `${key}.${name}`).toEqual(item);
      }
    }
});
