import { page } from '#kernel/page.ts';
import { textIn } from '#kernel/locale.ts';
import { Views } from '#ui/index.ts';
import * as contract from '../../contract.ts';
import { deskRoles } from './address.ts';
import { ActBar } from './act-bar.tsx';
import { Done } from './after-act.tsx';
import { CaseHead } from './case-head.tsx';
import { type CaseDesk, loadCase, type TabName, tabs } from './case-load.ts';
import { type CaseProps, here, wordsOf } from './case-props.ts';
import { act, actForms } from './case-forms.ts';
import { Others } from './others.tsx';
import { Side } from './side.tsx';
import { ApplicationTab } from './tab-application.tsx';
import { ChecksTab } from './tab-checks.tsx';
import { DocumentsTab } from './tab-documents.tsx';
import { MessagesTab } from './tab-messages.tsx';
import { TimelineTab } from './tab-timeline.tsx';

const panes: Record<TabName, (props: CaseProps & { query: Readonly<Record<string, string>> }) => preact.VNode | null> = {
  application: ApplicationTab,
  documents: DocumentsTab,
  timeline: TimelineTab,
  messages: MessagesTab,
  checks: ChecksTab,
};

/** One case: what was applied for on the left, what is thought of it on the right, what can be done below. */
export const casePage = page({
  path: '/desk/cases/:caseNo',
  shell: 'desk',
  may: deskRoles,
  load: loadCase,
  title: ({ file }, { language }) => `${file.caseNo} · ${textIn(file.itemName, language)} · ${file.applicantName}`,
  view: ({ data, act: looking, request, form }) => {
    const props: CaseProps = { data, act: looking, form };
    const Pane = panes[data.tab];
    return (
      <>
        <CaseHead {...props} />
        <Tabs {...props} />
        <Done {...props} query={request.query} />
        <div class="split">
          <Pane {...props} query={request.query} />
          <Side {...props} query={request.query} />
        </div>
        <ActBar {...props} query={request.query} />
      </>
    );
  },
  forms: {
    ...actForms,
    message: act('message', contract.writeMessage),
  },
});

function Tabs(props: CaseProps) {
  const words = wordsOf(props);
  const { tab } = props.data;
  return (
    <Views
      label={words.tabsLabel}
      views={tabs.map((name) => ({
        label: words.tabs[name],
        href: here(props, { tab: name }),
        current: name === tab,
        ...countOf(name, props.data),
      }))}
      save={<Others {...props} />}
    />
  );
}

function countOf(name: TabName, { papers, log, messages }: CaseDesk): { count?: number } {
  const counts: Partial<Record<TabName, number>> = { documents: papers.length, timeline: log.length, messages: messages.length };
  return counts[name] === undefined ? {} : { count: counts[name] };
}
