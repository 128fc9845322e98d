import type { Act } from '#kernel/endpoint.ts';
import { page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { dayIn, Empty, formatDay, Section, Topline } from '#ui/index.ts';
import { countViews, listCases } from '../../actions/read.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { casePath, deskRoles, inboxPath, trailFrom, type ViewName } from './address.ts';
import { CaseTable } from './case-table.tsx';
import { viewLabel, viewsFor } from './views.ts';

const rowsShown = 8;

async function rowsOf(act: Act, view: ViewName) {
  const found = await listCases(act, { view, limit: rowsShown });
  return isRefusal(found) ? [] : found.rows;
}

/** Where a working day begins: what is late, what is due today, what one holds; every number opens its list. */
export const todayPage = page({
  path: '/desk',
  shell: 'desk',
  may: deskRoles,
  load: async (act) => {
    const directory = await getDirectory(act.tx);
    const zone = directory.zoneOf(directory.regions[0]?.code ?? 'CN');
    const counts = await countViews(act, {});
    const [first, mine] = [await rowsOf(act, 'all'), await rowsOf(act, 'mine')];
    const on = dayIn(act.now, zone);
    const due = first.filter((row) => row.dueOn !== null && row.dueOn <= on && !row.pausedAt);
    return { zone, on, counts: isRefusal(counts) ? {} : counts, due, mine };
  },
  title: (_, act) => deskWords(act.language).today,
  view: ({ data: { zone, on, counts, due, mine }, act }) => {
    const { language } = act;
    const words = deskWords(language);
    const shown = (view: ViewName) => ({
      language,
      zone,
      href: (row: { caseNo: string }) => casePath(row.caseNo, { list: trailFrom({ view }) }),
    });
    return (
      <>
        <Topline title={words.today} find={{ action: '/desk/search', label: words.find }}>
          <span class="muted">{formatDay(on, language, 'weekday')}</span>
        </Topline>
        <div class="body">
          <ul class="tally">
            {viewsFor(act.actor).map((view) => (
              <li key={view} class={view === 'overdue' && counts[view] ? 'bad' : undefined}>
                <a href={inboxPath({ view })}>
                  <b>{counts[view] ?? 0}</b>
                  {viewLabel(view, act)}
                </a>
              </li>
            ))}
          </ul>
          <Section title={words.home.late}>
            <CaseTable rows={due} caption={words.home.late} shown={shown('all')} empty={<Empty icon="tick" text={words.home.lateNone} />} />
          </Section>
          <Section title={words.home.mine}>
            <CaseTable
              rows={mine}
              caption={words.home.mine}
              shown={shown('mine')}
              empty={<Empty text={words.home.mineNone} href={inboxPath({ view: 'unclaimed' })} action={words.home.takeOne} />}
            />
          </Section>
        </div>
      </>
    );
  },
});
