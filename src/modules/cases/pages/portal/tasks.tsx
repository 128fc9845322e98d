import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type View } from '#kernel/page.ts';
import type { SectionProgress } from '#modules/catalogue/index.ts';
import {
  Button,
  Details,
  Form,
  formatInstant,
  LinkButton,
  Notice,
  Steps,
  type Task,
  TaskList,
  type TaskState,
  uiWords,
} from '#ui/index.ts';
import * as contract from '../../contract/apply.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { answerText } from './answer-text.tsx';
import { type Application, loadApplication, missingPapers, standingOf } from './application.ts';
import { draftPath, languageIn } from './links.ts';
import { ApplicationHead } from './head.tsx';

const taskStates: Record<SectionProgress['state'], TaskState> = {
  'not-started': 'todo',
  'in-progress': 'doing',
  completed: 'done',
  'cannot-start': 'later',
};

function sectionTasks(application: Application, { language }: Act): Task[] {
  const { item, sections, draft, asked, answers } = application;
  const words = portalWords(language).tasks;
  return sections.map((progress) => {
    const section = item.sections.find(({ key }) => key === progress.section);
    const left = progress.asked - progress.answered;
    const first = asked.find((question) => question.section === progress.section);
    const told = first && progress.state === 'completed' ? answerText(first, answers[first.key], language) : undefined;
    const note =
      progress.state === 'in-progress'
        ? words.questionsLeft(left)
        : (told ?? (progress.asked > 0 ? words.questions(progress.asked) : undefined));
    return {
      label: textIn(section?.name, language),
      state: taskStates[progress.state],
      ...(note ? { note } : {}),
      ...(progress.first ? { href: draftPath(language, draft.draftId, `/q/${progress.first}`) } : {}),
    };
  });
}

function paperTasks(application: Application, { language }: Act): Task[] {
  const { papers, draft } = application;
  if (papers.length === 0) return [];
  const words = portalWords(language).tasks;
  const missing = missingPapers(application).length;
  const state = missing === 0 ? 'done' : missing < papers.length ? 'doing' : 'todo';
  return [
    { label: words.upload, note: words.papersNote(papers.length, missing), state, href: draftPath(language, draft.draftId, '/documents') },
  ];
}

function lastTasks(application: Application, { language }: Act): Task[] {
  const { draft } = application;
  const { tasks, delivery } = portalWords(language);
  const { ready } = standingOf(application);
  const way = draft.delivery.way;
  return [
    {
      label: tasks.delivery,
      state: way ? 'done' : 'todo',
      ...(way ? { note: delivery.ways[way] } : {}),
      href: draftPath(language, draft.draftId, '/delivery'),
    },
    ready
      ? { label: tasks.check, state: 'todo', href: draftPath(language, draft.draftId, '/check') }
      : { label: tasks.check, note: tasks.checkLater, state: 'later' },
  ];
}

const view: View<Application> = ({ data, act }) => {
  const { language } = act;
  const { draft, zone, changed } = data;
  const words = portalWords(language);
  const { done, of, ready, goOn } = standingOf(data);
  const papers = paperTasks(data, act);
  const groups = [
    { title: words.tasks.about, tasks: sectionTasks(data, act) },
    ...(papers.length > 0 ? [{ title: words.tasks.papers, tasks: papers }] : []),
    { title: words.tasks.finish, tasks: lastTasks(data, act) },
  ];
  return (
    <>
      <ApplicationHead application={data} act={act} />
      <p class="lead mt-4">{ready ? words.tasks.ready : words.tasks.progress(done, of - done)}</p>
      <Steps at={done} of={of}>
        {uiWords(language).progress.done(done, of)}
      </Steps>
      <p class="small muted">{words.savedAt(formatInstant(new Date(draft.updatedAt), language, { zone, look: 'short' }))}</p>
      {changed.length > 0 && <Notice tone="warn">{words.tasks.moved}</Notice>}
      {groups.map(({ title, tasks }) => (
        <TaskList key={title} title={title} tasks={tasks} />
      ))}
      <p class="mt-5">
        <LinkButton href={draftPath(language, draft.draftId, goOn)} wide>
          {ready ? words.tasks.check : words.tasks.go}
        </LinkButton>
      </p>
      <Details summary={words.tasks.discard} icon="cross">
        <p>{words.tasks.discardWarn}</p>
        <Form act="discard">
          <Button look="danger">{words.tasks.discardYes}</Button>
        </Form>
      </Details>
    </>
  );
};

export const tasksPage = page({
  path: '/drafts/:draftId',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load: (act, { params }) => loadApplication(act, params['draftId']),
  title: ({ item }, { language }) => portalWords(language).of(portalWords(language).notSent, textIn(item.name, language)),
  view,
  islands: ['submit-once'],
  forms: { discard: form(contract.discardDraft, (_, request) => `/${languageIn(request)}/my`) },
});
