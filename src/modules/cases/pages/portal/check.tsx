import { newId } from '#kernel/ids.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type PageRequest, type View } from '#kernel/page.ts';
import { channelsWords } from '#modules/channels/index.ts';
import {
  BackLink,
  Button,
  Errors,
  Form,
  formatInstant,
  formErrors,
  Notice,
  Prose,
  type FieldError,
  Section,
  StickyBar,
  Summary,
  maskName,
  maskPhone,
} from '#ui/index.ts';
import * as contract from '../../contract/apply.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { labelOf } from './answer-text.tsx';
import { type Application, isApplication, loadApplication, missingPapers, standingOf } from './application.ts';
import { type Limit, limitsNow, limitText } from './limits.ts';
import { casePath, draftPath, languageIn } from './links.ts';
import { paperName } from './papers.ts';
import { openKeys } from '#modules/catalogue/index.ts';
import { AnswerSections, DeliverySummary, PaperSummary } from './summary-rows.tsx';

type Checked = Application & { readonly key: string; readonly limits: { answer: Limit | undefined; result: Limit } };

async function load(act: Act, { params }: PageRequest) {
  const application = await loadApplication(act, params['draftId']);
  if (!isApplication(application)) return application;
  return { ...application, key: newId(), limits: await limitsNow(act, application.item) } satisfies Checked;
}

const view: View<Checked> = ({ data, act, form: posted }) => {
  const { language } = act;
  const { check, ...words } = portalWords(language);
  const { draft, zone, applicant } = data;
  const { ready } = standingOf(data);
  const savedAt = formatInstant(new Date(draft.updatedAt), language, { zone, look: 'short' });
  return (
    <>
      <BackLink href={draftPath(language, draft.draftId)}>{words.backToTasks}</BackLink>
      <Errors errors={refusalOf(act, posted)} />
      <Notice tone="warn">
        <p>
          <b>{`${words.notSent}${language.startsWith('zh') ? '。' : '. '}`}</b>
          {check.warn}
        </p>
      </Notice>
      <h1>{check.title}</h1>
      {!ready && (
        <div class="mt-4">
          <Missing data={data} act={act} />
        </div>
      )}
      {applicant && (
        <div class="mt-5">
          <Summary rows={[{ label: check.applicant, value: `${maskName(applicant.name)} ${maskPhone(applicant.phone)}` }]} />
        </div>
      )}
      <AnswerSections data={data} act={act} />
      <PaperSummary data={data} act={act} />
      <DeliverySummary data={data} act={act} />
      <After limits={data.limits} act={act} />
      <StickyBar label={check.button}>
        <Form act="submit" idempotencyKey={data.key}>
          <Button wide size="big" {...(ready ? {} : { why: 'not-ready' })}>
            {check.button}
          </Button>
        </Form>
        <span class="small muted" id="not-ready">
          {ready ? check.bar(savedAt) : check.closed}
        </span>
      </StickyBar>
    </>
  );
};

/** What keeps it from being sent, each with the way there. */
function Missing({ data, act: { language } }: { data: Application; act: Act }) {
  const { check, delivery } = portalWords(language);
  const { item, answers, context, asked, papers, draft } = data;
  const open = openKeys(item, answers, context);
  const slots = missingPapers(data);
  const to = (rest: string) => draftPath(language, draft.draftId, rest);
  const links = [
    ...asked
      .filter(({ key }) => open.has(key))
      .map((question) => ({ href: to(`/q/${question.key}?from=check`), text: labelOf(question, language) })),
    ...papers
      .filter(({ slot }) => slots.includes(slot))
      .map((paper) => ({ href: to('/documents'), text: paperName(paper, { ...data, language }) })),
    ...(draft.delivery.way ? [] : [{ href: to('/delivery'), text: delivery.title }]),
  ];
  return (
    <Notice tone="bad" title={check.missing}>
      <Prose>
        <ul>
          {links.map(({ href, text }) => (
            <li key={text}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </Prose>
    </Notice>
  );
}

function After({ limits: { answer, result }, act: { language } }: { limits: Checked['limits']; act: Act }) {
  const { check } = portalWords(language);
  return (
    <Section title={check.after}>
      <Prose>
        <ol>
          <li>{check.afterNo}</li>
          {answer && <li>{check.afterAnswer(limitText(answer, language))}</li>}
          <li>{check.afterResult(limitText(result, language))}</li>
        </ol>
      </Prose>
      <p class="mt-4">{check.truth}</p>
    </Section>
  );
}

/** A channel that closed meanwhile says which ways are open instead. */
function refusalOf({ language }: Act, posted: FormState | undefined): FieldError[] {
  if (posted?.problems) return [{ name: '', text: casesWords(language).refusals.answers_invalid }];
  const errors = formErrors(language, posted, { own: casesWords(language).refusals });
  const instead = posted?.refusal?.facts['instead'];
  if (!Array.isArray(instead) || instead.length === 0) return errors;
  const { channels, and } = channelsWords(language);
  const ways = instead.map((name) => channels[name as keyof typeof channels]).join(and);
  return [...errors, { name: '', text: portalWords(language).check.instead(ways) }];
}

export const checkPage = page({
  path: '/drafts/:draftId/check',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load,
  title: ({ item }, { language }) => {
    const words = portalWords(language);
    return words.of(words.of(words.notSent, words.check.title), textIn(item.name, language));
  },
  view,
  islands: ['submit-once'],
  forms: { submit: form(contract.submitDraft, ({ caseNo }, request) => casePath(languageIn(request), caseNo, '/done')) },
});
