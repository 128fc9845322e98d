import type { Language } from '#kernel/locale.ts';
import { ClockChip, type Column, formatDay, Scroll, Table, Tag, type TableProps } from '#ui/index.ts';
import { dayIn } from '#ui/index.ts';
import type { WorkRow } from '../../contract/read.ts';
import { type DeskWords, deskWords } from '../../locales/desk/index.ts';
import { casesWords } from '../../locales/index.ts';
import { clockState } from './clock-state.ts';

type Shown = { language: Language; zone: string; href: (row: WorkRow) => string };

/** The work list as a table, the same wherever cases are listed. */
export function CaseTable({
  rows,
  caption,
  shown,
  ...more
}: { rows: readonly WorkRow[]; caption: string; shown: Shown } & Pick<TableProps<WorkRow>, 'selection' | 'empty'>) {
  if (rows.length === 0) return <>{more.empty}</>;
  return (
    <Scroll label={caption}>
      <Table caption={caption} columns={columnsOf(shown)} rows={rows} rowKey={(row) => row.caseNo} keys {...more} />
    </Scroll>
  );
}

function columnsOf({ language, zone, href }: Shown): Column<WorkRow>[] {
  const words = deskWords(language).list;
  return [
    { key: 'no', label: words.no, strong: true, onCard: true, cell: (row) => <a href={href(row)}>{row.caseNo}</a> },
    { key: 'item', label: words.item, cut: true, onCard: true, cell: (row) => <span title={row.itemName}>{row.itemName}</span> },
    { key: 'who', label: words.applicant, cut: true, onCard: true, cell: (row) => row.applicantName },
    { key: 'stage', label: words.stage, onCard: true, cell: (row) => stageWords(row, deskWords(language)) },
    { key: 'due', label: words.due, onCard: true, cell: (row) => <ClockChip clock={clockState(row, language)} /> },
    {
      key: 'hint',
      label: words.hint,
      onCard: true,
      cell: (row) => (row.lane !== 'normal' || row.pausedAt) && <Hints row={row} language={language} zone={zone} />,
    },
    { key: 'holder', label: words.holder, cell: (row) => row.holderName ?? <span class="muted">{words.nobody}</span> },
    {
      key: 'received',
      label: words.received,
      right: true,
      cell: (row) => formatDay(dayIn(new Date(row.receivedAt), zone), language, 'short'),
    },
  ];
}

/** What is being done with it now: the open stage where there is one, else the state. */
export function stageWords({ state, stage }: Pick<WorkRow, 'state' | 'stage'>, words: DeskWords): string {
  const key = stage?.split(':')[0] as keyof DeskWords['stages'] | undefined;
  return (state === 'review' && key && words.stages[key]) || words.states[state];
}

function Hints({ row, language, zone }: { row: WorkRow; language: Language; zone: string }) {
  const { lanes } = casesWords(language);
  const words = deskWords(language).list;
  return (
    <span class="hints">
      {row.lane === 'tolerance' && <Tag tone="warn">{lanes.tolerance}</Tag>}
      {row.lane === 'green' && <Tag tone="info">{lanes.green}</Tag>}
      {row.pausedAt && <Tag tone="hold">{words.since(formatDay(dayIn(new Date(row.pausedAt), zone), language, 'short'))}</Tag>}
    </span>
  );
}
