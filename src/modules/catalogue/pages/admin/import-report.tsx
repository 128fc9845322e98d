import type { Act, Output } from '#kernel/endpoint.ts';
import { page, sendFile } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { centreZone } from '#modules/identity/index.ts';
import {
  BackLink,
  Empty,
  Facts,
  Filters,
  formatInstant,
  formatNumber,
  LinkButton,
  Notice,
  Pagination,
  Scroll,
  Table,
  Tag,
  Topline,
  withQuery,
} from '#ui/index.ts';
import { getImport } from '../../actions/imports.ts';
import type * as contract from '../../contract.ts';
import type { ReportRow } from '../../contract/imports.ts';
import { adminWords } from '../../locales/admin/index.ts';
import { reasonOf } from './import-reason.ts';

type Run = Output<typeof contract.getImport>;
const pageLength = 100;

async function loadRun(act: Act, importId: string) {
  return /^[0-9a-f-]{36}$/.test(importId) ? getImport(act, { importId }) : refuse('not_found');
}

/** What became of one file: counts, and every row that is doubtful or was left out, with the reason in words. */
export const importReportPage = page({
  path: '/admin/imports/:importId',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { params, query, path }) => {
    const run = await loadRun(act, params['importId'] ?? '');
    if (isRefusal(run)) return run;
    const { level, code } = query;
    const chosen = run.rows.filter((row) => (!level || row.level === level) && (!code || row.code === code));
    const at = Math.min(Math.max(Number(query['at'] ?? 0) || 0, 0), Math.max(0, chosen.length - 1));
    return { run, rows: chosen.slice(at, at + pageLength), total: chosen.length, at, query, path };
  },
  title: ({ run }, { language }) => adminWords(language).imports.reportOf(run.fileName ?? ''),
  view: ({ data, act }) => {
    const { language } = act;
    const words = adminWords(language).imports;
    const { run, rows, total, at, path, query } = data;
    const address = `${path}?${new URLSearchParams(query)}`;
    const to = (place: number) => withQuery(address, 'at', String(place));
    return (
      <>
        <Topline title={words.reportOf(run.fileName ?? words.formats[run.format])}>
          <LinkButton look="second" icon="down" href={`${path}/report.csv`} download>
            {words.csv}
          </LinkButton>
        </Topline>
        <div class="body stack">
          <BackLink href="/admin/imports">{words.title}</BackLink>
          <Counts run={run} act={act} />
          {run.changed === 0 && <Notice>{words.nothingNew}</Notice>}
          <Narrowing data={data} act={act} />
          <Scroll label={words.rows}>
            <Rows rows={rows} act={act} />
          </Scroll>
          <Pagination
            previous={at > 0 ? to(Math.max(0, at - pageLength)) : undefined}
            next={at + pageLength < total ? to(at + pageLength) : undefined}
            {...(total > 0 ? { range: { from: at + 1, to: Math.min(at + pageLength, total), of: total } } : {})}
          />
        </div>
      </>
    );
  },
});

function Counts({ run, act: { language } }: { run: Run; act: Act }) {
  const words = adminWords(language).imports;
  const facts = (['accepted', 'warned', 'rejected', 'changed'] as const).map((key) => ({
    label: words[key],
    value: formatNumber(run[key], language),
    note: words.meaning[key],
  }));
  return (
    <>
      <Facts facts={facts} />
      <p class="small muted">{words.doneBy(formatInstant(new Date(run.at), language, { zone: centreZone() }), run.by)}</p>
    </>
  );
}

type Listed = { run: Run; query: Readonly<Record<string, string>>; path: string; total: number };

/** The reasons of this very report, the most frequent first, each by the words of its first row. */
function Narrowing({ data: { run, query, path, total }, act: { language } }: { data: Listed; act: Act }) {
  const words = adminWords(language).imports;
  const codes = [...Map.groupBy(run.rows, ({ code }) => code)].sort(([, a], [, b]) => b.length - a.length);
  const labelOf = (rows: readonly ReportRow[]) => `${reasonOf(rows[0] as ReportRow, language).slice(0, 40)} (${rows.length})`;
  return (
    <Filters
      action={path}
      fields={[
        {
          name: 'level',
          label: words.level,
          value: query['level'],
          options: (['error', 'warning'] as const).map((value) => ({ value, label: words.levels[value] })),
        },
        {
          name: 'code',
          label: words.reason,
          value: query['code'],
          options: codes.map(([value, rows]) => ({ value, label: labelOf(rows) })),
        },
      ]}
      set={query['level'] || query['code'] ? [{ label: words.filtered, without: path }] : []}
      result={words.rowCount(formatNumber(total, language))}
    />
  );
}

function Rows({ rows, act: { language } }: { rows: readonly ReportRow[]; act: Act }) {
  const words = adminWords(language).imports;
  return (
    <Table<ReportRow>
      caption={words.rows}
      rows={rows}
      rowKey={({ row, code, facts }) => `${row}/${code}/${JSON.stringify(facts)}`}
      empty={<Empty text={words.noDoubt} icon="tick" />}
      columns={[
        {
          key: 'row',
          label: words.row,
          right: true,
          onCard: true,
          strong: true,
          cell: ({ row }) => (row === 0 ? words.wholeFile : String(row)),
        },
        {
          key: 'level',
          label: words.level,
          onCard: true,
          cell: ({ level }) => <Tag tone={level === 'error' ? 'bad' : 'warn'}>{words.levels[level]}</Tag>,
        },
        { key: 'reason', label: words.reason, onCard: true, cell: (row) => <span class="wrap-text">{reasonOf(row, language)}</span> },
        ...(rows.some(({ facts }) => facts['itemCode'])
          ? [{ key: 'item', label: words.item, cell: ({ facts }: ReportRow) => itemLink(facts['itemCode']) }]
          : []),
      ]}
    />
  );
}

function itemLink(code: unknown) {
  return typeof code === 'string' ? <a href={`/admin/items/${code}`}>{code}</a> : null;
}

/** The same for a spreadsheet. */
export const importReportCsv = page({
  path: '/admin/imports/:importId/report.csv',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { params }) => {
    const run = await loadRun(act, params['importId'] ?? '');
    if (isRefusal(run)) return run;
    const words = adminWords(act.language).imports;
    const lines = run.rows.map((row) => [String(row.row), words.levels[row.level], row.code, reasonOf(row, act.language)]);
    const text = [[words.row, words.level, words.code, words.reason], ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n');
    return sendFile({ send: `\ufeff${text}\r\n`, type: 'text/csv; charset=utf-8', fileName: `import-${run.importId.slice(0, 8)}.csv` });
  },
  title: () => '',
  view: () => null,
});

/** Quoted as RFC 4180 says; what a spreadsheet would take for a formula is made plain text. */
function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}
