import type { Act } from '#kernel/endpoint.ts';
import { form, page } from '#kernel/page.ts';
import { dayIn, Empty, formatDay, Pagination, Topline } from '#ui/index.ts';
import * as contract from '../../contract.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { casePath, deskRoles, inboxPath, readList, setFilters, trailFrom, withQuery } from './address.ts';
import { BatchNotice } from './batch-notice.tsx';
import { writeResults } from './batch-results.ts';
import { type BatchAct, Bulk, batchInput, bulkForm } from './bulk.tsx';
import { CaseTable } from './case-table.tsx';
import { InboxFilters } from './inbox-filters.tsx';
import { type Inbox, kept, loadInbox } from './inbox-load.ts';
import { SaveView, ViewTabs } from './inbox-views.tsx';
import { viewLabel } from './views.ts';

const batchForm = (name: BatchAct) =>
  form(
    contract.batch,
    ({ results }, request) => withQuery('/desk/inbox', { ...kept(request), ...writeResults(name, results) }),
    batchInput(name),
  );

export const inboxPage = page({
  path: '/desk/inbox',
  shell: 'desk',
  may: deskRoles,
  load: loadInbox,
  title: ({ list }, act) => `${viewLabel(list.view, act)} · ${deskWords(act.language).inbox}`,
  view: ({ data, act, request, form: state }) => {
    const { language } = act;
    const words = deskWords(language);
    const { list, rows, nextCursor, cursor, zone } = data;
    const trail = trailFrom(list);
    return (
      <>
        <Topline title={words.inbox} find={{ action: '/desk/search', label: words.find }}>
          <span class="muted">{formatDay(dayIn(act.now, zone), language, 'weekday')}</span>
        </Topline>
        <ViewTabs data={data} act={act} />
        {request.query['save'] === '1' && <SaveView data={data} act={act} form={state} />}
        <InboxFilters data={data} act={act} />
        <BatchNotice results={data.results} language={language} form={state} />
        <CaseTable
          rows={rows}
          caption={words.list.caption(viewLabel(list.view, act))}
          shown={{ language, zone, href: (row) => casePath(row.caseNo, { list: trail }) }}
          selection={{ name: 'cases', value: (row) => `${row.caseNo}@${row.version}`, label: (row) => row.caseNo, form: bulkForm }}
          empty={<Nothing data={data} act={act} />}
        />
        <Pagination
          previous={cursor ? inboxPath(list) : undefined}
          previousLabel={words.list.first}
          next={nextCursor ? inboxPath(list, { cursor: nextCursor }) : undefined}
        />
        {rows.length > 0 && <Bulk act={act} directory={data.directory} keep={kept(request)} />}
      </>
    );
  },
  forms: {
    claim: batchForm('claim'),
    release: batchForm('release'),
    accept: batchForm('accept'),
    'finish-stage': batchForm('finish-stage'),
    sign: batchForm('sign'),
    remind: batchForm('remind'),
    'hand-over': batchForm('hand-over'),
    save: form(
      contract.saveView,
      ({ query }) => `/desk/inbox?${query}`,
      (fields, request) => ({
        ...fields,
        query: trailFrom(readList(request.query)),
      }),
    ),
    drop: form(contract.deleteView, (_, request) => withQuery('/desk/inbox', { ...kept(request), save: '1' })),
  },
});

function Nothing({ data: { list }, act }: { data: Inbox; act: Act }) {
  const words = deskWords(act.language).list;
  const isNarrowed = setFilters(list).length > 0;
  return (
    <div class="body">
      {isNarrowed ? (
        <Empty icon="search" text={words.emptyFiltered} href={inboxPath({ view: list.view })} />
      ) : (
        <Empty icon="tick" text={words.empty} />
      )}
    </div>
  );
}
