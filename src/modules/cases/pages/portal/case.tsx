import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { documentWords, filesById, type MyFile } from '#modules/documents/index.ts';
import { BackLink, Errors, type FieldError, formatInstant, formErrors, maskName, Notice, Section, Timeline } from '#ui/index.ts';
import * as acts from '../../contract/acts.ts';
import { writeMessage } from '../../contract/together.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { findRating, listCaseMessages, type MessageRow, type Rating } from '../../queries/lists.ts';
import { fileIdsIn } from '../../rules/papers.ts';
import { endStates } from '../../rules/states.ts';
import { CaseMessages } from './case-messages.tsx';
import { Given, Others, Papers } from './case-parts.tsx';
import { CaseStatus, CaseTime, OwedPapers } from './case-status.tsx';
import { courseOf } from './course.ts';
import { loadOwnCase, type OwnCase } from './own-case.ts';
import { Said } from './said.tsx';
import { Who } from './who.tsx';

export type CasePage = OwnCase & {
  readonly messages: readonly MessageRow[];
  readonly files: ReadonlyMap<string, MyFile>;
  readonly rating: Rating | undefined;
  readonly key: string;
};

async function load(act: Act, { params }: PageRequest) {
  const own = await loadOwnCase(act, params['caseNo']);
  if (isRefusal(own)) return own;
  const messages = await listCaseMessages(act.tx, own.file.caseId);
  const files = await filesById(act.tx, [...fileIdsIn(own.file.slots), ...messages.flatMap(({ fileIds }) => fileIds)]);
  return { ...own, messages, files, rating: await findRating(act.tx, own.file.caseId), key: newId() } satisfies CasePage;
}

const view: View<CasePage> = ({ data, act, request, form: posted }) => {
  const { language } = act;
  const words = portalWords(language);
  const { file, told, zone } = data;
  const errors = errorsOf(act, posted);
  const said = { message: words.case.sentMessage, fix: words.fix.done, owed: words.owed.done, rate: words.rate.done }[
    request.query['said'] ?? ''
  ];
  return (
    <>
      <BackLink href={`/${language}/my`}>{words.backToMine}</BackLink>
      <Errors errors={errors} />
      {said && (
        <Notice tone="ok" live>
          {said}
        </Notice>
      )}
      <h1>
        <Said text={file.itemName} />
      </h1>
      <p>
        {words.case.number} <span class="caseno">{file.caseNo}</span>
      </p>
      <p class="muted">
        {maskName(file.applicantName)}
        {file.agentId && file.agentId === act.actor.personId && ` · ${words.case.agent(maskName(act.actor.name))}`}
      </p>
      <div class="cols">
        <div>
          <CaseStatus data={data} />
          <OwedPapers data={data} />
          <CaseTime data={data} />
          <Section title={words.case.course} aside={words.case.updated(formatInstant(file.touchedAt, language, { zone, look: 'short' }))}>
            <Timeline label={words.case.course} entries={courseOf(told, language)} />
          </Section>
          <CaseMessages {...data} idempotencyKey={data.key} posted={posted} errors={errors} isOpen={takesMessages(data)} />
        </div>
        <aside aria-label={words.case.others}>
          <Section title={words.case.who}>
            <Who contact={told.contact} supervision={data.situation.item.contact?.supervision} />
          </Section>
          <Papers data={data} />
          <Given data={data} />
          <Others data={data} act={act} />
        </aside>
      </div>
    </>
  );
};

function takesMessages({ file }: CasePage): boolean {
  return !endStates.includes(file.state) || file.state === 'closed';
}

function errorsOf({ language }: Act, posted: FormState | undefined): FieldError[] {
  const words = portalWords(language).case;
  const own = { ...documentWords(language).refusals, ...casesWords(language).refusals };
  return formErrors(language, posted, { own, labels: { body: words.messageLabel } });
}

export const casePage = page({
  path: '/my/cases/:caseNo',
  shell: 'portal',
  may: 'signed-in',
  load,
  title: ({ file }, { language }) =>
    portalWords(language).of(`${casesWords(language).states[file.state]} · ${textIn(file.itemName, language)}`, file.caseNo),
  view,
  islands: ['submit-once', 'upload'],
  forms: {
    message: form(writeMessage, (_, { path }) => `${path}?said=message#messages`),
    withdraw: form(acts.withdraw, (_, { path }) => path),
  },
});
