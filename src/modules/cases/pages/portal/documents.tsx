import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { type Form as PageForm, form, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import type { SlotState } from '#modules/catalogue/index.ts';
import { filesById, listMyFiles, type MyFile } from '#modules/documents/index.ts';
import { BackLink, Empty, Errors, type FieldError, LinkButton, Section, uiWords } from '#ui/index.ts';
import * as contract from '../../contract/apply.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { fileIdsIn } from '../../rules/papers.ts';
import { type Application, isApplication, loadApplication, missingPapers } from './application.ts';
import { draftPath } from './links.ts';
import { PaperCard } from './paper-card.tsx';
import { fillingOf, paperName } from './papers.ts';
import { fieldOfPaper, paperError, postedFiles } from './posted-paper.ts';

type Papers = Application & { readonly byId: ReadonlyMap<string, MyFile>; readonly earlier: readonly MyFile[] };

const mostEarlier = 12;

async function load(act: Act, { params }: PageRequest) {
  const application = await loadApplication(act, params['draftId']);
  if (!isApplication(application)) return application;
  const byId = await filesById(act.tx, fileIdsIn(application.draft.slots));
  const mine = await listMyFiles(act, { limit: 40 });
  const usable = isRefusal(mine)
    ? []
    : mine.rows.filter(({ fileId, scan }) => !byId.has(fileId) && scan !== 'infected' && scan !== 'unreadable');
  return {
    ...application,
    byId,
    earlier: usable.slice(0, mostEarlier),
  } satisfies Papers;
}

const view: View<Papers> = ({ data, act, form: posted }) => {
  const { language } = act;
  const words = portalWords(language);
  const { papers, draft } = data;
  const missing = missingPapers(data).length;
  const [given, asked] = [papers.filter(isGiven), papers.filter((paper) => !isGiven(paper))];
  const error = paperError(act, posted);
  return (
    <>
      <BackLink href={draftPath(language, draft.draftId)}>{words.backToTasks}</BackLink>
      <Errors errors={error ? [error] : []} />
      <h1>{words.papers.title}</h1>
      <p class="mt-4">
        {words.papers.summary(papers.length, papers.length - missing, missing)} {uiWords(language).file.limits('JPG, PNG, HEIC, PDF', 20)}
      </p>
      {papers.length === 0 && <Empty text={words.papers.none} icon="doc" />}
      {asked.length > 0 && <Group title={words.papers.toPrepare} papers={asked} data={data} act={act} error={error} />}
      {given.length > 0 && <Group title={words.papers.exempt} papers={given} data={data} act={act} error={undefined} />}
      <p class="mt-5">
        <LinkButton href={draftPath(language, draft.draftId, missing === 0 ? '/delivery' : '')} wide>
          {words.papers.continue}
        </LinkButton>
      </p>
    </>
  );
};

function isGiven({ way }: SlotState): boolean {
  return way === 'credential' || way === 'register';
}

type GroupProps = { title: string; papers: readonly SlotState[]; data: Papers; act: Act; error: FieldError | undefined };

function Group({ title, papers, data, act, error }: GroupProps) {
  return (
    <Section title={title}>
      {papers.map((paper) => (
        <PaperCard
          key={paper.slot}
          paper={paper}
          name={paperName(paper, { ...data, language: act.language })}
          files={(fillingOf(data.draft.slots, paper)?.fileIds ?? []).flatMap((fileId) => data.byId.get(fileId) ?? [])}
          earlier={data.earlier}
          error={error?.name === fieldOfPaper(paper.slot) ? error.text : undefined}
        />
      ))}
    </Section>
  );
}

/** Posted files stand under their card's own name. */
const oneSlot: PageForm['input'] = (fields) => {
  const add = postedFiles(fields);
  const { slot, remove, owed, committed } = fields;
  return remove || owed || committed || add.length > 0 ? { slot, remove, owed, committed, add } : {};
};

const here = (_: unknown, { path }: PageRequest) => path;

export const documentsPage = page({
  path: '/drafts/:draftId/documents',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load,
  title: ({ item }, { language }) => portalWords(language).of(portalWords(language).papers.title, textIn(item.name, language)),
  view,
  islands: ['submit-once', 'upload'],
  forms: {
    slot: form(contract.saveSlot, here, oneSlot),
    owed: form(contract.saveSlot, here, ({ slot }) => ({ slot })),
  },
});
