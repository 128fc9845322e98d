import type { Act } from '#kernel/endpoint.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { page, redirect, type PageRequest } from '#kernel/page.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { Empty, SearchForm, Topline } from '#ui/index.ts';
import { todayIn } from '../../actions/on-case.ts';
import { viewCase, workFilter, workRow } from '../../actions/read.ts';
import { listWork } from '../../queries/work.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { states } from '../../rules/states.ts';
import { casePath, deskRoles } from './address.ts';
import { CaseTable } from './case-table.tsx';

const mostFound = 50;

/** A whole number leads straight to its case; anything else is looked for in names and phones, in ended cases too. */
async function load(act: Act, { query }: PageRequest) {
  const typed = (query['q'] ?? '').trim().slice(0, 200);
  const caseNo = parseHumanNumber(typed);
  if (caseNo && (await viewCase(act, caseNo))) return redirect(casePath(caseNo));
  const directory = await getDirectory(act.tx);
  const today = todayIn(directory, act.now);
  const filter = { ...(await workFilter(act, 'all', today)), states, search: caseNo ?? typed };
  const found = typed ? await listWork(act.tx, filter, { after: undefined, limit: mostFound }) : [];
  return {
    typed,
    zone: directory.zoneOf(directory.regions[0]?.code ?? 'CN'),
    rows: found.map((row) => workRow(row, act, today, directory)),
  };
}

export const searchPage = page({
  path: '/desk/search',
  shell: 'desk',
  may: deskRoles,
  load,
  title: (_, act) => deskWords(act.language).search,
  view: ({ data: { typed, zone, rows }, act: { language } }) => {
    const words = deskWords(language).found;
    return (
      <>
        <Topline title={words.title} />
        <div class="body">
          <SearchForm action="/desk/search" label={words.label} example={words.label} value={typed} />
          <p class="muted small">{words.lead}</p>
          {typed && (
            <p role="status">{rows.length === 0 ? '' : rows.length === mostFound ? words.many(mostFound) : words.some(rows.length)}</p>
          )}
          {typed && (
            <CaseTable
              rows={rows}
              caption={words.title}
              shown={{ language, zone, href: (row) => casePath(row.caseNo) }}
              empty={<Empty icon="search" text={words.none(typed)} />}
            />
          )}
        </div>
      </>
    );
  },
});
