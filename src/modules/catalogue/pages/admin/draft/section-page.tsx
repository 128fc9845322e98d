import { form, page } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { ActionBar, Button, Form } from '#ui/index.ts';
import * as contract from '../../../contract.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { actForm, saveForm } from './changes-form.ts';
import { DraftFrame, draftHref, draftName } from './frame.tsx';
import { SaveState, shownItem } from './head.tsx';
import { addedEntry, EntryListView } from './lists.tsx';
import { loadDraft } from './load.ts';
import { isEntryList, partNames, placeOf } from './place.ts';
import { Problems } from './problems.tsx';
import { listOf, textOf } from './read.ts';
import { sectionByPart } from './sections.ts';
import { WalksView } from './walks.tsx';

/** One section of a draft. */
export const sectionPage = page({
  path: '/admin/drafts/:draftId/:part',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { params }) => {
    const part = partNames.find((name) => name === params['part']);
    if (!part) return refuse('not_found');
    const data = await loadDraft(act, params['draftId'] ?? '');
    return isRefusal(data) ? data : { ...data, part: part };
  },
  title: (data, { language }) => `${editorWords(language).parts[data.part]} · ${draftName(data, language)}`,
  view: ({ data, act, request, form: state }) => {
    const { language } = act;
    const words = editorWords(language);
    const { draft, item, part, places } = data;
    const section = sectionByPart[part];
    const here = draft.problems.filter((problem) => placeOf(problem.path, item, language).part === part);
    return (
      <DraftFrame data={data} act={act} current={part}>
        <SaveState data={data} act={act} request={request} form={state} />
        <h2>{words.parts[part]}</h2>
        <p class="hint mb-4">{words.about[part]}</p>
        {here.length > 0 && <Problems draftId={draft.draftId} item={item} problems={here} language={language} />}
        {isEntryList(part) && <EntryListView data={data} act={act} list={part} />}
        {part === 'walks' && <WalksView data={data} act={act} />}
        {section && (
          <Form act="save" hidden={{ version: draft.version }} label={words.parts[part]}>
            <section.Fields item={shownItem(data, state, request)} language={language} words={words} places={places} />
            <ActionBar note={words.saveNote}>
              <Button>{words.save}</Button>
            </ActionBar>
          </Form>
        )}
      </DraftFrame>
    );
  },
  forms: {
    save: saveForm,
    act: actForm,
    add: form(
      contract.changeDraft,
      ({ draftId, item }, { params }) =>
        draftHref(draftId, `${params['part']}/${textOf(listOf(item[params['part'] ?? '']).at(-1)?.['key'])}`),
      addedEntry,
    ),
  },
});
