import { page } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { ActionBar, BackLink, Button, Form } from '#ui/index.ts';
import { form } from '#kernel/page.ts';
import * as contract from '../../../contract.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { actForm, saveForm } from './changes-form.ts';
import { Columns, addedColumn } from './columns.tsx';
import { DraftFrame, draftHref, draftName } from './frame.tsx';
import { SaveState, shownItem } from './head.tsx';
import { loadDraft } from './load.ts';
import { lanesOf } from './parts/stage.tsx';
import { type EntryList, entryName, isEntryList, placeOf } from './place.ts';
import { Problems } from './problems.tsx';
import { listOf, type Part } from './read.ts';
import { formByList } from './sections.ts';

/** One question, one paper or one stage of a draft; with `?column=` a column of a list question. */
export const entryPage = page({
  path: '/admin/drafts/:draftId/:part/:key',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { params, query }) => {
    const { part: list = '', key = '' } = params;
    const data = await loadDraft(act, params['draftId'] ?? '');
    if (isRefusal(data)) return data;
    const { column } = query;
    if (!isEntryList(list) || !ownEntry(data.item, { list, key, column })) return refuse('not_found');
    return { ...data, list, key, column };
  },
  title: ({ item, list, key, column, ...data }, { language }) =>
    `${entryName(ownEntry(item, { list, key, column }) ?? {}, list, language)} · ${draftName({ item, ...data }, language)}`,
  view: ({ data, act, request, form: state }) => {
    const { language } = act;
    const words = editorWords(language);
    const { draft, item, list, key, column, places } = data;
    const shown = shownItem(data, state, request);
    const own = ownEntry(shown, data) ?? {};
    const { Fields } = formByList[list];
    const back = column ? `${list}/${key}` : list;
    const here = draft.problems.filter((problem) => placeOf(problem.path, item, language).href.split('#')[0] === pageOf(data));
    return (
      <DraftFrame data={data} act={act} current={list}>
        <BackLink href={draftHref(draft.draftId, back)}>{words.parts[list]}</BackLink>
        <SaveState data={data} act={act} request={request} form={state} />
        <h2>{entryName(ownEntry(item, data) ?? {}, list, language)}</h2>
        <p class="small muted mb-4">{words.keyIs(column ?? key)}</p>
        {here.length > 0 && <Problems draftId={draft.draftId} item={item} problems={here} language={language} />}
        <Form act="save" keep={column ? { column } : undefined} hidden={{ version: draft.version }} label={words.parts[list]}>
          <Fields item={shown} own={own} key_={column ?? key} inList={column && key} language={language} words={words} places={places} />
          <ActionBar note={words.saveNote}>
            <Button>{words.save}</Button>
          </ActionBar>
        </Form>
        {own['type'] === 'list' && !column && <Columns data={data} list={own} language={language} />}
      </DraftFrame>
    );
  },
  forms: { save: saveForm, act: actForm, add: form(contract.changeDraft, (_, { path }) => path, addedColumn) },
});

type Which = { list: EntryList; key: string; column?: string | undefined };

function ownEntry(item: Part, { list, key, column }: Which): Part | undefined {
  const entries = list === 'stages' ? lanesOf(item) : listOf(item[list]);
  const own = entries.find((entry) => entry['key'] === key);
  return column === undefined ? own : listOf(own?.['of']).find((one) => one['key'] === column);
}

function pageOf({ list, key, column }: Which): string {
  return `${list}/${encodeURIComponent(key)}${column ? `?column=${column}` : ''}`;
}
