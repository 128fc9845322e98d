import type { Act } from '#kernel/endpoint.ts';
import { form, type FormState, page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { BackLink, Button, DateInput, dayFromParts, errorOf, Errors, Form, formErrors, Notice, Section, Topline } from '#ui/index.ts';
import * as contract from '../../../contract.ts';
import { findItemVersion, todayAt } from '../../../held.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { wordsIn } from '../../../locales/index.ts';
import type { Change } from '../../../rules/difference.ts';
import { countUsage, type ItemUsage } from '../../../usage.ts';
import { Differences } from './differences.tsx';
import { changesBetween } from './plan-changes.ts';
import { draftHref, draftName } from './frame.tsx';
import { type DraftData, loadDraft } from './load.ts';
import { Problems } from './problems.tsx';
import { type Part, partOf } from './read.ts';
import { toDraftItem } from '../../../draft-item.ts';

type Publishing = DraftData & { changes: readonly Change[]; before: Part; today: string; usage: ItemUsage | undefined };

/** The last look before a version holds: what changes, whom it touches, what still stands in its way. */
export const publishPage = page({
  path: '/admin/drafts/:draftId/publish',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { params }): Promise<Publishing | Exclude<Awaited<ReturnType<typeof loadDraft>>, DraftData>> => {
    const data = await loadDraft(act, params['draftId'] ?? '');
    if (isRefusal(data)) return data;
    const { draft, item } = data;
    const based = draft.basedOn === null ? undefined : await findItemVersion(act.tx, draft.itemCode, draft.basedOn);
    const before = based ? partOf(toDraftItem(based)) : {};
    return {
      ...data,
      changes: changesBetween(before, item),
      before,
      today: todayAt(act.now)[item['jurisdiction'] === 'VN' ? 'VN' : 'CN'],
      usage: await countUsage(act.tx, draft.itemCode),
    };
  },
  title: (data, { language }) => editorWords(language).publishOf(draftName(data, language)),
  view: ({ data, act, form: state }) => {
    const { language } = act;
    const words = editorWords(language);
    const { draft, item, changes, before } = data;
    return (
      <>
        <Topline title={words.publishOf(draftName(data, language))} />
        <div class="body stack">
          <BackLink href={draftHref(draft.draftId)}>{words.backToDraft}</BackLink>
          <Errors
            errors={formErrors(language, state, { own: wordsIn(language).refusals, labels: { effectiveFrom: words.effectiveFrom } })}
          />
          {draft.problems.length > 0 && (
            <Section title={words.problems}>
              <Problems draftId={draft.draftId} item={item} problems={draft.problems} language={language} />
            </Section>
          )}
          <Section title={words.whatChanges} aside={words.changeCount(changes.length)}>
            {changes.length === 0 ? (
              <p>{words.sameAsBefore}</p>
            ) : (
              <Differences changes={changes} before={before} after={item} language={language} />
            )}
          </Section>
          <Touched usage={data.usage} act={act} />
          <PublishForm data={data} act={act} state={state} />
        </div>
      </>
    );
  },
  forms: {
    publish: form(
      contract.publishDraft,
      ({ itemCode, version }) => `/admin/items/${itemCode}?published=${version}`,
      ({ version, effectiveFrom }) => ({ version, effectiveFrom: dayFromParts(partOf(effectiveFrom)) }),
    ),
  },
});

function Touched({ usage, act }: { usage: ItemUsage | undefined; act: Act }) {
  const words = editorWords(act.language);
  return (
    <Section title={words.whomItTouches}>
      <ul class="dots">
        <li>{usage ? words.draftsMove(usage.drafts) : words.draftsMoveUncounted}</li>
        <li>{usage ? words.casesKeep(usage.cases) : words.casesKeepUncounted}</li>
      </ul>
    </Section>
  );
}

function PublishForm({ data: { draft, today }, act: { language }, state }: { data: Publishing; act: Act; state: FormState | undefined }) {
  const words = editorWords(language);
  const errors = formErrors(language, state, { own: wordsIn(language).refusals });
  const hasErrors = draft.problems.some(({ level }) => level === 'error');
  const typed = (part: string) => state?.values[`effectiveFrom.${part}`] as string | undefined;
  const [year, month, day] = today.split('-');
  return (
    <Section title={words.effectiveFrom}>
      {hasErrors && (
        <Notice tone="bad" title={words.notYet}>
          <p id="why-not">{words.notYetWhy}</p>
        </Notice>
      )}
      <Form act="publish" hidden={{ version: draft.version }}>
        <DateInput
          name="effectiveFrom"
          label={words.firstDay}
          hint={words.firstDayHint}
          value={{ year: typed('year') ?? year, month: typed('month') ?? month, day: typed('day') ?? day }}
          error={errorOf(errors, 'effectiveFrom')}
        />
        <div class="acts mt-4">
          <Button size="big" why={hasErrors ? 'why-not' : undefined}>
            {words.publishNow}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
