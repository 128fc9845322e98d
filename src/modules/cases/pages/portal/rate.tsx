import type { Act } from '#kernel/endpoint.ts';
import { form, page, type PageRequest, redirect, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { Actions, BackLink, Button, Choices, errorOf, Errors, Form, formErrors, TextArea, valueOf, valuesOf } from '#ui/index.ts';
import { actsNow } from '../../actions/read.ts';
import { rate } from '../../contract/acts.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { findRating } from '../../queries/lists.ts';
import { casePath, languageIn } from './links.ts';
import { loadOwnCase, type OwnCase } from './own-case.ts';
import { Faces } from './faces.tsx';
import { Said } from './said.tsx';

/** Once a matter, and only when there is something to judge. */
async function load(act: Act, { params }: PageRequest) {
  const own = await loadOwnCase(act, params['caseNo']);
  if (isRefusal(own)) return own;
  const isTime = actsNow(act.actor, own.file, own.situation).includes('rate') && !(await findRating(act.tx, own.file.caseId));
  return isTime ? own : redirect(casePath(act.language, own.file.caseNo));
}

const view: View<OwnCase> = ({ data: { file }, act: { language }, form: posted }) => {
  const words = portalWords(language).rate;
  const { grades, refusals } = casesWords(language);
  const errors = formErrors(language, posted, { own: refusals, labels: { grade: words.grade } });
  const aspects = Object.entries(words.aspectNames).map(([value, label]) => ({ value, label }));
  return (
    <>
      <BackLink href={casePath(language, file.caseNo)}>{portalWords(language).backToCase}</BackLink>
      <Errors errors={errors} />
      <h1>{words.title}</h1>
      <p>
        <Said text={file.itemName} /> <span class="caseno">{file.caseNo}</span>
      </p>
      <p class="muted">{words.lead}</p>
      <Form act="rate" hidden={{ version: file.version }}>
        <Faces names={grades} label={words.grade} value={valueOf(posted, 'grade')} error={errorOf(errors, 'grade')} />
        <Choices name="aspects" label={words.aspects} options={aspects} values={valuesOf(posted, 'aspects')} optional />
        <TextArea name="words" label={words.words} value={valueOf(posted, 'words', '')} error={errorOf(errors, 'words')} optional />
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
      </Form>
    </>
  );
};

export const ratePage = page({
  path: '/my/cases/:caseNo/rate',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load,
  title: ({ file }, { language }) => portalWords(language).of(portalWords(language).rate.title, file.caseNo),
  view,
  islands: ['submit-once'],
  forms: { rate: form(rate, ({ caseNo }, request) => `${casePath(languageIn(request), caseNo)}?said=rate`) },
});
