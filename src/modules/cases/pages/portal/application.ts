import type { Act } from '#kernel/endpoint.ts';
import { type Redirect, redirect } from '#kernel/page.ts';
import { problemsOf } from '#kernel/parse.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import {
  type Answers,
  askedQuestions,
  checkSlots,
  findItem,
  findItemVersion,
  type FormContext,
  type Item,
  moveAnswers,
  type Question,
  type SectionProgress,
  sectionProgress,
  type SlotState,
  slotStates,
} from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { findPerson, type Person } from '#modules/identity/index.ts';
import { getDraft } from '../../actions/drafts.ts';
import * as contract from '../../contract/apply.ts';
import { casePath } from './links.ts';

/** A draft with all that its pages are drawn from: the item in force, the answers moved over to it, what these answers call for. */
export type Application = {
  readonly draft: contract.Draft;
  readonly item: Item;
  readonly answers: Answers;
  readonly asked: readonly Question[];
  readonly context: FormContext;
  readonly papers: readonly SlotState[];
  readonly sections: readonly SectionProgress[];
  /** Questions whose meaning changed with a new version of the item. */
  readonly changed: readonly string[];
  readonly applicant: Person | undefined;
  readonly zone: string;
};

export async function loadApplication(act: Act, draftId = ''): Promise<Application | Redirect | Refusal> {
  if (problemsOf(contract.getDraft.input, { draftId }).length > 0) return refuse('not_found');
  const draft = await getDraft(act, { draftId });
  if (isRefusal(draft)) return draft;
  if (draft.sentCaseNo) return redirect(casePath(act.language, draft.sentCaseNo));
  const before = await findItemVersion(act.tx, draft.itemCode, draft.itemVersion);
  const item = (await findItem(act.tx, draft.itemCode, act.now)) ?? before;
  if (!item) return refuse('not_found');
  const zone = (await getDirectory(act.tx)).zoneOf(item.unit);
  const context = { today: dayOf(act.now, zone) };
  const moved = before && before.version !== item.version ? moveAnswers(draft.answers, { from: before, to: item }, context) : undefined;
  const answers = moved?.answers ?? draft.answers;
  return {
    draft,
    item,
    answers,
    context,
    zone,
    changed: moved?.changed ?? [],
    asked: askedQuestions(item, answers, context),
    papers: slotStates(item, answers, { slots: draft.slots as never }),
    sections: sectionProgress(item, answers, context),
    applicant: await findPerson(act.tx, draft.onBehalfOf ?? act.actor.personId ?? ''),
  };
}

/** The page's application, or whatever stands in its place. */
export function isApplication(loaded: Application | Redirect | Refusal): loaded is Application {
  return 'draft' in loaded;
}

/** Papers that still have to come. */
export function missingPapers({ item, answers, draft }: Application): string[] {
  return checkSlots(item, answers, { slots: draft.slots as never }).map(({ slot }) => slot);
}

export type Standing = { readonly done: number; readonly of: number; readonly ready: boolean; readonly goOn: string };

/** How far it is, and the page to go on with (below the draft's own address). */
export function standingOf(application: Application): Standing {
  const { sections, papers, draft } = application;
  const steps = [
    ...sections.map(({ state, first }) => ({ done: state === 'completed', page: `/q/${first ?? ''}` })),
    ...(papers.length > 0 ? [{ done: missingPapers(application).length === 0, page: '/documents' }] : []),
    { done: draft.delivery.way !== undefined, page: '/delivery' },
  ];
  const open = steps.find((step) => !step.done);
  return { done: steps.filter((step) => step.done).length, of: steps.length, ready: !open, goOn: open?.page ?? '/check' };
}
