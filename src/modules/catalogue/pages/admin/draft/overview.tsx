import { form, page } from '#kernel/page.ts';
import { Button, Form, LinkButton, Section } from '#ui/index.ts';
import * as contract from '../../../contract.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { DraftFrame, draftHref, draftName } from './frame.tsx';
import { SaveState } from './head.tsx';
import { loadDraft } from './load.ts';
import { Problems } from './problems.tsx';

/** Where a draft stands: what still keeps it from being published, and the way to its sections. */
export const draftPage = page({
  path: '/admin/drafts/:draftId',
  shell: 'desk',
  may: ['admin'],
  load: (act, { params }) => loadDraft(act, params['draftId'] ?? ''),
  title: (data, { language }) => editorWords(language).draftOf(draftName(data, language)),
  view: ({ data, act, request, form: state }) => {
    const words = editorWords(act.language);
    const { draft, item } = data;
    return (
      <DraftFrame data={data} act={act} current="">
        <SaveState data={data} act={act} request={request} form={state} />
        <h2>{words.overview}</h2>
        <p class="hint mb-4">{draft.basedOn === null ? words.fromNothing : words.basedOn(draft.basedOn)}</p>
        <Section title={words.problems}>
          <Problems draftId={draft.draftId} item={item} problems={draft.problems} language={act.language} />
        </Section>
        <div class="acts mt-4">
          <LinkButton look="second" href={draftHref(draft.draftId, 'basics')}>
            {words.start}
          </LinkButton>
        </div>
        <details class="add mt-6">
          <summary>{words.discard}</summary>
          <Form act="discard" hidden={{ version: draft.version }}>
            <p class="mb-4">{words.discardSure}</p>
            <Button look="danger">{words.discard}</Button>
          </Form>
        </details>
      </DraftFrame>
    );
  },
  forms: { discard: form(contract.discardDraft, () => '/admin/items') },
});
