import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { type Form as PageForm, form, type FormState, page, type PageRequest, redirect, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { documentWords, filesById, type MyFile } from '#modules/documents/index.ts';
import { Actions, BackLink, Button, Errors, type FieldError, Form, formatDay, formErrors, Prose, TextArea, valueOf } from '#ui/index.ts';
import { answerCorrection } from '../../contract/acts.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import type { Correction } from '../../rules/case-file.ts';
import { fileIdsIn } from '../../rules/papers.ts';
import { FlagFields, flagName, flagsOf, type ShownFlag } from './flag-fields.tsx';
import { casePath, languageIn } from './links.ts';
import { loadOwnCase, type OwnCase } from './own-case.ts';
import { answerErrors, postedAnswer } from './posted-answer.ts';
import { Said } from './said.tsx';

type Fix = OwnCase & {
  readonly correction: Correction;
  readonly flags: readonly ShownFlag[];
  readonly files: ReadonlyMap<string, MyFile>;
};

async function load(act: Act, { params }: PageRequest) {
  const own = await loadOwnCase(act, params['caseNo']);
  if (isRefusal(own)) return own;
  const { file, situation } = own;
  if (file.state !== 'correction' || !file.correction) return redirect(casePath(act.language, file.caseNo));
  const flags = flagsOf(file, situation.item, act.language);
  const files = await filesById(act.tx, fileIdsIn(file.slots));
  return { ...own, correction: file.correction, flags, files } satisfies Fix;
}

const view: View<Fix> = ({ data, act, form: posted }) => {
  const { language } = act;
  const words = portalWords(language);
  const { file, correction, flags, files } = data;
  const errors = errorsOf(data, act, posted);
  return (
    <>
      <BackLink href={casePath(language, file.caseNo)}>{words.backToCase}</BackLink>
      <Errors errors={errors} />
      <h1>{words.fix.title}</h1>
      <p>
        <Said text={file.itemName} /> <span class="caseno">{file.caseNo}</span>
      </p>
      <p class="lead mt-4">{words.fix.lead(flags.length, formatDay(correction.dueOn, language))}</p>
      {correction.note && (
        <p>
          <b>{words.fix.note}</b> {correction.note}
        </p>
      )}
      <Prose>
        <ol>
          {flags.map(({ flag, name }) => (
            <li key={flag.path}>
              <a href={`#flag-${flagName(flag.path)}`}>{name}</a>
            </li>
          ))}
        </ol>
      </Prose>
      <Form act="fix" hidden={{ version: file.version }} files>
        {flags.map((shown) => (
          <FlagFields key={shown.flag.path} shown={shown} file={file} files={files} posted={posted} errors={errors} />
        ))}
        <div class="section">
          <TextArea name="contest" label={words.fix.contest} hint={words.fix.contestHint} value={valueOf(posted, 'contest', '')} optional />
        </div>
        <Actions>
          <Button>{words.fix.button}</Button>
        </Actions>
      </Form>
    </>
  );
};

/** The server names places as `answers.area`; the form's fields are called a little differently. */
function errorsOf({ flags }: Fix, { language }: Act, posted: FormState | undefined): FieldError[] {
  const labels = Object.fromEntries(flags.map(({ flag, name }) => [flag.path, name]));
  const own = { ...documentWords(language).refusals, ...casesWords(language).refusals };
  const open = posted?.refusal?.code === 'flags_open' ? posted.refusal.facts['paths'] : undefined;
  const errors = Array.isArray(open)
    ? open.map((path: string) => ({ name: path, text: casesWords(language).refusals.flags_open, label: labels[path] }))
    : posted?.refusal
      ? formErrors(language, posted, { own })
      : answerErrors(language, posted, labels);
  return errors.map((error) => ({ ...error, name: error.name.startsWith('slots.') ? flagName(error.name) : error.name }));
}

/** `slots-healthCertificates~0` → the slot's files; answers as they were posted. A paper without a new file keeps what it has. */
const corrected: PageForm['input'] = (fields) => {
  const answers = Object.entries((fields['answers'] ?? {}) as Record<string, unknown>).map(([key, value]) => [key, postedAnswer(value)]);
  const slots = Object.entries(fields).flatMap(([name, value]) => {
    const fileIds = [value].flat().filter((fileId) => fileId !== '' && fileId !== undefined);
    return name.startsWith('slots-') && fileIds.length > 0 ? [[name.slice('slots-'.length).replaceAll('~', '.'), { fileIds }]] : [];
  });
  return {
    version: fields['version'],
    ...(fields['contest'] ? { contest: fields['contest'] } : {}),
    ...(answers.length > 0 ? { answers: Object.fromEntries(answers) } : {}),
    ...(slots.length > 0 ? { slots: Object.fromEntries(slots) } : {}),
  };
};

export const fixPage = page({
  path: '/my/cases/:caseNo/fix',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load,
  title: ({ file }, { language }) => portalWords(language).of(portalWords(language).fix.title, textIn(file.itemName, language)),
  view,
  islands: ['submit-once', 'upload'],
  forms: { fix: form(answerCorrection, ({ caseNo }, request) => `${casePath(languageIn(request), caseNo)}?said=fix`, corrected) },
});
