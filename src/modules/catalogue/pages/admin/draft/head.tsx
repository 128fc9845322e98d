import type { Act } from '#kernel/endpoint.ts';
import type { FormState, PageRequest } from '#kernel/page.ts';
import { centreZone } from '#modules/identity/index.ts';
import { Errors, formatInstant, formErrors, Notice } from '#ui/index.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { wordsIn } from '../../../locales/index.ts';
import { changeDraft } from '../../../rules/change-draft.ts';
import { typedChanges } from './changes-form.ts';
import { Differences } from './differences.tsx';
import type { DraftData } from './load.ts';
import { changesBetween } from './plan-changes.ts';
import type { Part } from './read.ts';

type HeadProps = { data: DraftData; act: Act; request: PageRequest; form: FormState | undefined };

/** The item with what was typed and not kept, so that nothing is typed twice. */
export function shownItem({ item }: DraftData, form: FormState | undefined, request: PageRequest): Part {
  if (form?.name !== 'save') return item;
  return changeDraft(item, typedChanges(form.values, request)) ?? item;
}

/** What became of the last press: kept; overtaken by somebody, with what now stands there; or refused. */
export function SaveState({ data, act, request, form }: HeadProps) {
  const { language } = act;
  const words = editorWords(language);
  if (form?.refusal?.code === 'stale_version') {
    const at = formatInstant(new Date(data.draft.updatedAt), language, { zone: centreZone(), look: 'day' });
    const changes = changesBetween(data.item, shownItem(data, form, request));
    return (
      <div role="alert">
        <Notice tone="warn" title={words.overtaken(data.savedBy, at)}>
          <p>{changes.length > 0 ? words.overtakenKeep : words.overtakenSame}</p>
          {changes.length > 0 && <Differences changes={changes} before={data.item} after={data.item} language={language} />}
        </Notice>
      </div>
    );
  }
  const errors = formErrors(language, form, { own: wordsIn(language).refusals });
  if (errors.length > 0) return <Errors errors={errors} />;
  return request.query['saved'] === '1' && !form ? <Notice tone="ok" title={words.saved} live /> : null;
}
