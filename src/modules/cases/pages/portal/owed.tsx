import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type PageRequest, redirect, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { mostFiles } from '#modules/catalogue/index.ts';
import { BackLink, Button, DocCard, Errors, type FieldError, FileInput, Form, formatDay, usePage } from '#ui/index.ts';
import { actsNow } from '../../actions/read.ts';
import { supply } from '../../contract/acts.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { casePath, languageIn } from './links.ts';
import { loadOwnCase, type OwnCase } from './own-case.ts';
import { type OwedPaper, owedOf } from './papers.ts';
import { fieldOfPaper, filesSent, paperError, postedFiles, uploadPath } from './posted-paper.ts';
import { Said } from './said.tsx';

type Owed = OwnCase & { readonly papers: readonly OwedPaper[] };

async function load(act: Act, { params }: PageRequest) {
  const own = await loadOwnCase(act, params['caseNo']);
  if (isRefusal(own)) return own;
  const papers = owedOf(own, act.language);
  const maySupply = actsNow(act.actor, own.file, own.situation).includes('supply');
  if (!maySupply || papers.length === 0) return redirect(casePath(act.language, own.file.caseNo));
  return { ...own, papers } satisfies Owed;
}

const view: View<Owed> = ({ data: { file, papers }, act, form: posted }) => {
  const words = portalWords(act.language);
  const error = paperError(act, posted);
  return (
    <>
      <BackLink href={casePath(act.language, file.caseNo)}>{words.backToCase}</BackLink>
      <Errors errors={error ? [error] : []} />
      <h1>{words.owed.title}</h1>
      <p>
        <Said text={file.itemName} /> <span class="caseno">{file.caseNo}</span>
      </p>
      <p class="lead mt-4">{words.owed.lead}</p>
      {papers.map((paper) => (
        <OwedCard key={paper.slot} paper={paper} version={file.version} posted={posted} error={error} />
      ))}
    </>
  );
};

type CardProps = { paper: OwedPaper; version: number; posted: FormState | undefined; error: FieldError | undefined };

/** One paper, by when it must follow, and where its files go. */
function OwedCard({ paper: { slot, name, by, document }, version, posted, error }: CardProps) {
  const { language } = usePage();
  const words = portalWords(language).papers;
  const field = fieldOfPaper(slot);
  return (
    <DocCard title={name} level={2} state={by ? { kind: 'owed', by: formatDay(by, language, 'weekday') } : { kind: 'mayFollow' }}>
      <Form act="supply" hidden={{ slot, version }} files>
        <FileInput
          name={field}
          label={
            <>
              {words.add}
              <span class="hide"> {name}</span>
            </>
          }
          hint={words.most(mostFiles(document))}
          upload={uploadPath}
          files={filesSent(posted, field, language)}
          many={mostFiles(document) > 1}
          error={error?.name === field ? error.text : undefined}
        />
        <p class="mt-4">
          <Button icon="up">
            {words.send}
            <span class="hide"> {name}</span>
          </Button>
        </p>
      </Form>
    </DocCard>
  );
}

export const owedPage = page({
  path: '/my/cases/:caseNo/owed',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load,
  title: ({ file }, { language }) => portalWords(language).of(portalWords(language).owed.title, textIn(file.itemName, language)),
  view,
  islands: ['submit-once', 'upload'],
  forms: {
    supply: form(
      supply,
      ({ caseNo }, request) => `${casePath(languageIn(request), caseNo)}?said=owed`,
      (fields) => ({ version: fields['version'], slot: fields['slot'], fileIds: postedFiles(fields) }),
    ),
  },
});
