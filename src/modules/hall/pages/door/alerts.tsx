import type { Act } from '#kernel/endpoint.ts';
import { page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { Empty, formatInstant, Scroll, Table, Tag, Topline } from '#ui/index.ts';
import { listAlerts } from '../../actions/alerts.ts';
import type { Alert } from '../../contract/alerts.ts';
import { doorWords } from '../../locales/door/index.ts';

export const alertReaders = ['gate', 'supervisor', 'head', 'window'] as const;

/** 隔离上报: what is open, the most pressing first. No names and no readings in the list. */
export const alertsPage = page({
  path: '/desk/alerts',
  shell: 'desk',
  may: alertReaders,
  load: async (act) => {
    const listed = await listAlerts(act, {});
    return isRefusal(listed) ? listed : { rows: listed.rows, directory: await getDirectory(act.tx) };
  },
  title: (_, { language }) => doorWords(language).alerts.title,
  view: ({ data: { rows, directory }, act }) => {
    const words = doorWords(act.language).alerts;
    const time = (at: string, venue: string) => formatInstant(new Date(at), act.language, { zone: directory.zoneOf(venue), look: 'short' });
    return (
      <>
        <Topline title={words.title} />
        <div class="body stack">
          <p class="muted">{words.lead}</p>
          {rows.length === 0 ? (
            <Empty text={words.none} />
          ) : (
            <Scroll label={words.title}>
              <Table
                caption={words.title}
                rows={rows}
                rowKey={({ alertNo }) => alertNo}
                columns={[
                  {
                    key: 'no',
                    label: words.no,
                    strong: true,
                    onCard: true,
                    cell: ({ alertNo }) => <a href={`/desk/alerts/${alertNo}`}>{alertNo}</a>,
                  },
                  { key: 'state', label: words.state, onCard: true, cell: (row) => <StateTag row={row} act={act} /> },
                  { key: 'due', label: words.due, onCard: true, cell: ({ dueBy, venue }) => time(dueBy, venue) },
                  { key: 'raised', label: words.raised, cell: ({ raisedAt, venue }) => time(raisedAt, venue) },
                  { key: 'told', label: words.told, onCard: true, cell: ({ told }) => told ?? '—' },
                ]}
              />
            </Scroll>
          )}
        </div>
      </>
    );
  },
});

export function StateTag({ row, act }: { row: Pick<Alert, 'state' | 'overdue'>; act: Act }) {
  const words = doorWords(act.language).alerts;
  const isLate = row.overdue && row.state !== 'closed' && row.state !== 'reported';
  const tone = row.state === 'closed' ? 'idle' : isLate ? 'bad' : row.state === 'reported' ? 'info' : 'warn';
  return (
    <Tag tone={tone}>
      {words.states[row.state]}
      {isLate && ` · ${words.overdue}`}
    </Tag>
  );
}
