import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { findItem, findItemVersion } from '#modules/catalogue/index.ts';
import { centreZone } from '#modules/identity/index.ts';
import { Empty, formatDay, formatInstant, maskName, Rows, Section, Tag } from '#ui/index.ts';
import { actedFor } from '../../actions/agent.ts';
import { listDrafts } from '../../actions/drafts.ts';
import { listMine } from '../../actions/read.ts';
import type { Draft } from '../../contract/apply.ts';
import type * as contract from '../../contract/read.ts';
import type { Output } from '#kernel/endpoint.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { type LatestMessage, listLatestMessages } from '../../queries/own.ts';
import { endStates } from '../../rules/states.ts';
import { casePath, draftPath } from './links.ts';
import { toneOf } from './tones.ts';

type Mine = {
  readonly drafts: readonly (Draft & { itemName: string })[];
  readonly cases: Output<typeof contract.listMine>['rows'];
  readonly nextCursor: string | null;
  readonly messages: readonly LatestMessage[];
};

const mostMessages = 3;

async function load(act: Act, { query }: PageRequest) {
  const cursor = query['cursor'];
  const listed = await listMine(act, { limit: 30, ...(cursor ? { cursor } : {}) });
  if (isRefusal(listed)) return listed;
  const drafts = await listDrafts(act, {});
  return {
    drafts: cursor || isRefusal(drafts) ? [] : await Promise.all(drafts.rows.map((draft) => named(act, draft))),
    cases: listed.rows,
    nextCursor: listed.nextCursor,
    messages: cursor ? [] : await listLatestMessages(act.tx, await actedFor(act), mostMessages),
  } satisfies Mine;
}

async function named(act: Act, draft: Draft) {
  const item = (await findItem(act.tx, draft.itemCode, act.now)) ?? (await findItemVersion(act.tx, draft.itemCode, draft.itemVersion));
  return { ...draft, itemName: textIn(item?.name, act.language) };
}

const view: View<Mine> = ({ data, act, request }) => {
  const { language } = act;
  const words = portalWords(language).mine;
  const { drafts, cases, messages, nextCursor } = data;
  const isEmpty = drafts.length === 0 && cases.length === 0;
  return (
    <>
      <h1>{words.title}</h1>
      {isEmpty && <Empty text={words.none} href={`/${language}/services`} action={words.find} icon="search" />}
      {drafts.length > 0 && <Drafts data={data} act={act} />}
      {cases.length > 0 && (
        <Section title={words.cases}>
          <Rows rows={cases.map((row) => caseRow(row, act))} />
          {nextCursor && (
            <p class="mt-4">
              <a href={`${request.path}?cursor=${nextCursor}`}>{words.more}</a>
            </p>
          )}
        </Section>
      )}
      {messages.length > 0 && <Messages data={data} act={act} />}
      <p class="plainlinks mt-5">
        <a href={`/${language}/track`}>{words.track}</a>
      </p>
    </>
  );
};

function Drafts({ data: { drafts }, act: { language } }: { data: Mine; act: Act }) {
  const { mine, tasks } = portalWords(language);
  return (
    <Section title={mine.drafts}>
      <Rows
        rows={drafts.map(({ draftId, itemName, updatedAt }) => ({
          title: itemName,
          note: mine.draftNote(formatInstant(new Date(updatedAt), language, { zone: centreZone(), look: 'short' })),
          href: draftPath(language, draftId),
          end: (
            <Tag tone="warn" icon="warn">
              {tasks.go}
            </Tag>
          ),
        }))}
      />
    </Section>
  );
}

function caseRow(row: Mine['cases'][number], { language, actor }: Act) {
  const words = portalWords(language).mine;
  const state = casesWords(language).states[row.state];
  const by = row.dueOn && !endStates.includes(row.state) ? words.due(formatDay(row.dueOn, language, 'short')) : '';
  const forOther = row.applicantName !== actor.name ? words.applicant(maskName(row.applicantName)) : '';
  return {
    title: row.itemName,
    note: [row.caseNo, by, forOther].filter(Boolean).join(' · '),
    href: casePath(language, row.caseNo),
    end: <Tag tone={toneOf(row.state)}>{state}</Tag>,
  };
}

function Messages({ data: { messages }, act: { language } }: { data: Mine; act: Act }) {
  const words = portalWords(language).mine;
  return (
    <Section title={words.messages}>
      <Rows
        rows={messages.map(({ caseNo, itemName, at, body }) => ({
          title: body.length > 60 ? `${body.slice(0, 60)}…` : body,
          note: `${textIn(itemName, language)} · ${formatInstant(at, language, { zone: centreZone(), look: 'short' })}`,
          href: `${casePath(language, caseNo)}#messages`,
        }))}
      />
    </Section>
  );
}

export const myPage = page({
  path: '/my',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load,
  title: (_, { language }) => portalWords(language).mine.title,
  view,
});
