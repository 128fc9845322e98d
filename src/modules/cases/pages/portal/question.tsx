import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { type Form as PageForm, form, type FormState, page, type PageRequest, redirect, type View } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { nextQuestion, type Question } from '#modules/catalogue/index.ts';
import {
  Actions,
  BackLink,
  Button,
  Details,
  Errors,
  type FieldError,
  Form,
  formatInstant,
  formErrors,
  LinkButton,
  Steps,
  uiWords,
} from '#ui/index.ts';
import { findEarlierAnswer } from '../../actions/earlier.ts';
import * as contract from '../../contract/apply.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { labelOf } from './answer-text.tsx';
import { type Application, isApplication, loadApplication, standingOf } from './application.ts';
import { draftPath, languageIn } from './links.ts';
import { answerErrors, postedAnswer, typedIn, withoutRow } from './posted-answer.ts';
import { QuestionField } from './question-field.tsx';
import { RowsField } from './rows-field.tsx';

/** What is known already and where it comes from; it can be put right before it is sent. */
type Known = { readonly value: unknown; readonly source: string };
type Asked = Application & { readonly question: Question; readonly at: number; readonly known: Known | undefined };

async function load(act: Act, { params }: PageRequest) {
  const application = await loadApplication(act, params['draftId']);
  if (!isApplication(application)) return application;
  const at = application.asked.findIndex(({ key }) => key === params['key']);
  const question = application.asked[at];
  if (question) return { ...application, question, at, known: await knownOf(act, application, question) } satisfies Asked;
  const isKnown = application.item.questions.some(({ key }) => key === params['key']);
  return isKnown ? redirect(draftPath(act.language, application.draft.draftId)) : refuse('not_found');
}

const view: View<Asked> = ({ data, act, request, form: posted }) => {
  const { question, draft, asked, at } = data;
  const { language } = act;
  const isChange = request.query['from'] === 'check' || posted?.name === 'change';
  const before = asked[at - 1];
  const back = isChange
    ? draftPath(language, draft.draftId, '/check')
    : draftPath(language, draft.draftId, before ? `/q/${before.key}` : '');
  const errors = errorsOf(data, act, posted);
  return (
    <>
      <BackLink href={back} />
      <Errors errors={errors.map((error) => ({ ...error, name: firstControl(question, error.name) }))} />
      <Place data={data} act={act} />
      <Form act={isChange ? 'change' : 'answer'}>
        <Field data={data} errors={errors} posted={posted} more={request.query['more'] === '1'} />
        {question.why && <Details>{textIn(question.why, language)}</Details>}
        <Actions>
          <Button>{uiWords(language).form.continue}</Button>
          {question.optional && (
            <Button look="second" act="skip">
              {portalWords(language).question.skip}
            </Button>
          )}
          <LinkButton look="plain" href={draftPath(language, draft.draftId)}>
            {portalWords(language).later}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
};

function Place({ data: { item, question, at, asked }, act: { language } }: { data: Asked; act: Act }) {
  const section = item.sections.find(({ key }) => key === question.section);
  const step = portalWords(language).question.step(at + 1, asked.length);
  return (
    <Steps at={at + 1} of={asked.length}>
      {[textIn(section?.name, language), step].filter(Boolean).join(' · ')}
    </Steps>
  );
}

type FieldProps = { data: Asked; errors: readonly FieldError[]; posted: FormState | undefined; more: boolean };

function Field({ data, errors, posted, more }: FieldProps) {
  const { question, answers } = data;
  const typed = posted ? typedIn(posted, question.key) : undefined;
  const kept = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
  const prefilled = posted ? undefined : data.known;
  const value = posted ? typed : (kept ?? prefilled?.value);
  if (question.type === 'list') {
    const rows = (Array.isArray(value) ? value : []) as Record<string, unknown>[];
    const shown = more && !posted ? [...rows, {}] : rows;
    return (
      <RowsField question={question} name={question.key} rows={shown} errors={errors} asHeading acts={{ add: 'add', remove: 'remove' }} />
    );
  }
  const error = errors.find(({ name }) => name === question.key || name.startsWith(`${question.key}.`))?.text;
  return <QuestionField question={question} name={question.key} value={value} error={error} source={prefilled?.source} asHeading />;
}

/** From the account, else from an earlier application; nothing where something was answered. */
async function knownOf(
  act: Act,
  { draft, answers, applicant, item, context, zone }: Application,
  question: Question,
): Promise<Known | undefined> {
  if (!applicant || draft.sentCaseNo || Object.hasOwn(answers, question.key)) return undefined;
  const { question: words } = portalWords(act.language);
  const from = question.prefill && 'profile' in question.prefill ? question.prefill.profile : undefined;
  const profile = from && { name: applicant.name, phone: applicant.phone, email: applicant.email, idNo: null, address: null }[from];
  if (profile) return { value: profile, source: words.fromProfile };
  const earlier = await findEarlierAnswer(act, { question, item, applicantId: applicant.personId, context });
  if (!earlier) return undefined;
  const on = formatInstant(earlier.at, act.language, { zone, look: 'day' });
  return { value: earlier.value, source: words.fromEarlier(textIn(earlier.item.name, act.language), on) };
}

function errorsOf({ question }: Asked, { language }: Act, posted: FormState | undefined): FieldError[] {
  if (posted?.refusal) return formErrors(language, posted, { own: casesWords(language).refusals });
  const labels = Object.fromEntries(
    (question.of ?? []).flatMap((column) =>
      Array.from({ length: 50 }, (_, row) => [
        `${question.key}.${row}.${column.key}`,
        `${portalWords(language).question.row(row + 1)} ${labelOf(column, language)}`,
      ]),
    ),
  );
  return answerErrors(language, posted, labels);
}

/** A mistake of a whole list leads to its first field. */
function firstControl(question: Question, name: string): string {
  const column = question.of?.[0]?.key;
  return column && name === question.key ? `${name}.0.${column}` : name;
}

const answer: PageForm['input'] = (fields, { params }) => ({ value: postedAnswer(fields[params['key'] ?? '']) });
const withoutOne: PageForm['input'] = (fields, { params }) => ({
  value: withoutRow(fields[params['key'] ?? ''], Number(fields['removeRow'])),
});
const onwards = (draft: contract.Draft, request: PageRequest, from = '') =>
  draftPath(languageIn(request), draft.draftId, `/next?after=${request.params['key']}${from}`);

export const questionPage = page({
  path: '/drafts/:draftId/q/:key',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load,
  title: ({ question, item }, { language }) => portalWords(language).of(labelOf(question, language), textIn(item.name, language)),
  view,
  islands: ['submit-once'],
  forms: {
    answer: form(contract.saveAnswer, (draft, request) => onwards(draft, request), answer),
    change: form(contract.saveAnswer, (draft, request) => onwards(draft, request, '&from=check'), answer),
    skip: form(
      contract.saveAnswer,
      (draft, request) => onwards(draft, request),
      () => ({}),
    ),
    add: form(
      contract.saveAnswer,
      ({ answers }, { path, params }) =>
        `${path}?more=1#f-${params['key']}-${(answers[params['key'] ?? ''] as unknown[] | null)?.length ?? 0}`,
      answer,
    ),
    remove: form(contract.saveAnswer, (_, { path }) => path, withoutOne),
  },
});

/** Nothing to see: leads on to the next question that is open, else to the task list, or back to where the answers are looked over. */
export const nextPage = page({
  path: '/drafts/:draftId/next',
  shell: 'portal',
  may: 'signed-in',
  load: async (act, { params, query }) => {
    const application = await loadApplication(act, params['draftId']);
    if (!isApplication(application)) return application;
    const { item, answers, context, draft } = application;
    const after = query['after'];
    const next = nextQuestion(item, answers, { ...context, ...(after ? { after } : {}) });
    const isReady = query['from'] === 'check' && standingOf(application).ready;
    return redirect(draftPath(act.language, draft.draftId, isReady ? '/check' : next ? `/q/${next.key}` : ''));
  },
  title: () => '',
  view: () => null,
});
