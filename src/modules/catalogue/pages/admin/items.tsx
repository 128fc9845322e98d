import type { Act } from '#kernel/endpoint.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { Empty, Filters, formatNumber, LinkButton, Pagination, Scroll, Table, Tag, Topline, withQuery } from '#ui/index.ts';
import { measureCatalogue, type Measured } from '../../completeness.ts';
import { getCatalogue } from '../../held.ts';
import { itemKinds } from '../../item.ts';
import { type AdminWords, adminWords } from '../../locales/admin/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { listDraftRows } from '../../queries/drafts.ts';
import { search } from '../../rules/search/query.ts';
import { draftHref } from './draft/frame.tsx';

const pageLength = 50;
const lacks = {
  vi: ({ found }) => (found.gaps.vi ?? 0) > 0,
  en: ({ found }) => (found.gaps.en ?? 0) > 0,
  template: ({ found }) => found.lacksTemplate,
  generated: ({ listed }) => listed.generated,
  imported: ({ listed }) => listed.importedFrom !== null,
  draft: (_, { drafts }) => drafts,
  incomplete: ({ found }) => found.score < 100,
} as const satisfies Record<string, (row: Measured, known: { drafts: boolean }) => boolean>;
type Lack = keyof typeof lacks;
const orders = ['usual', 'score', 'name'] as const;

/** Every item in force with how complete it is. */
export const itemsPage = page({
  path: '/admin/items',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { query, path }) => {
    const drafts = new Map((await listDraftRows(act.tx)).map(({ code, draftId }) => [code, draftId]));
    const rows = (await chosen(act, query['q']?.trim() ?? '')).filter(
      (row) =>
        (!isLack(query['lack']) || lacks[query['lack']](row, { drafts: drafts.has(row.listed.code) })) &&
        (!query['kind'] || row.listed.kind === query['kind']) &&
        (!query['from'] || row.listed.jurisdiction === query['from']),
    );
    const sorted = query['order'] === 'score' ? [...rows].sort((a, b) => a.found.score - b.found.score) : rows;
    const at = Math.min(Math.max(Number(query['at'] ?? 0) || 0, 0), Math.max(0, rows.length - 1));
    const address = `${path}?${new URLSearchParams(query)}`;
    return { rows: sorted.slice(at, at + pageLength), at, total: rows.length, drafts, query, address };
  },
  title: (_, { language }) => adminWords(language).items.title,
  view: ({ data, act: { language } }) => {
    const words = adminWords(language).items;
    return (
      <>
        <Topline
          title={words.title}
          find={{ action: '/admin/items', label: words.find, ...(data.query['q'] ? { value: data.query['q'] } : {}) }}
        >
          <LinkButton look="second" href="/admin/translations">
            {words.translations}
          </LinkButton>
          <LinkButton look="second" href="/admin/synonyms">
            {words.synonyms}
          </LinkButton>
          <LinkButton href="/admin/items/new" icon="plus">
            {words.new}
          </LinkButton>
        </Topline>
        <Narrowing data={data} language={language} />
        <Scroll label={words.title}>
          <ItemsTable rows={data.rows} drafts={data.drafts} language={language} />
        </Scroll>
        <Paging {...data} />
      </>
    );
  },
});

async function chosen({ tx, now }: Act, q: string): Promise<readonly Measured[]> {
  const all = await measureCatalogue(tx, now);
  if (q === '') return all;
  const { index } = await getCatalogue(tx, now);
  const exact = all.filter(({ listed }) => listed.code === q);
  return exact.length > 0 ? exact : search(index, q, { limit: all.length, offset: 0 }).hits.flatMap(({ id }) => all[id] ?? []);
}

function isLack(value: string | undefined): value is Lack {
  return value !== undefined && value in lacks;
}

type Listed = { query: Readonly<Record<string, string>>; address: string; total: number; at: number };

function Narrowing({ data, language }: { data: Listed; language: Language }) {
  const { items: words } = adminWords(language);
  const { kinds } = portalWords(language);
  const { query, total } = data;
  const chips = [
    ...(isLack(query['lack']) ? [{ label: words.lacks[query['lack']], without: without(query, 'lack') }] : []),
    ...(query['kind'] ? [{ label: kinds[query['kind'] as 'licence'] ?? query['kind'], without: without(query, 'kind') }] : []),
    ...(query['from'] ? [{ label: words.jurisdictions[query['from']] ?? query['from'], without: without(query, 'from') }] : []),
    ...(query['q'] ? [{ label: `“${query['q']}”`, without: without(query, 'q') }] : []),
  ];
  return (
    <Filters
      action="/admin/items"
      keep={query['q'] ? { q: query['q'] } : {}}
      fields={[
        {
          name: 'lack',
          label: words.lack,
          value: query['lack'],
          options: Object.entries(words.lacks).map(([value, label]) => ({ value, label })),
        },
        { name: 'kind', label: words.kind, value: query['kind'], options: itemKinds.map((value) => ({ value, label: kinds[value] })) },
        {
          name: 'from',
          label: words.jurisdiction,
          value: query['from'],
          options: Object.entries(words.jurisdictions).map(([value, label]) => ({ value, label })),
        },
        {
          name: 'order',
          label: words.order,
          value: query['order'],
          options: orders.slice(1, 2).map((value) => ({ value, label: words.orders[value] ?? value })),
        },
      ]}
      set={chips}
      clear="/admin/items"
      result={words.found(formatNumber(total, language))}
    />
  );
}

function without(query: Readonly<Record<string, string>>, name: string): string {
  const { [name]: _, at: __, ...rest } = query;
  return `/admin/items?${new URLSearchParams(rest)}`;
}

function Paging({ address, at, total }: Listed) {
  const to = (place: number) => withQuery(address, 'at', String(place));
  return (
    <Pagination
      previous={at > 0 ? to(Math.max(0, at - pageLength)) : undefined}
      next={at + pageLength < total ? to(at + pageLength) : undefined}
      {...(total > 0 ? { range: { from: at + 1, to: Math.min(at + pageLength, total), of: total } } : {})}
    />
  );
}

type TableProps = { rows: readonly Measured[]; drafts: ReadonlyMap<string, string>; language: Language };

function ItemsTable({ rows, drafts, language }: TableProps) {
  const words = adminWords(language).items;
  return (
    <Table<Measured>
      caption={words.title}
      rows={rows}
      rowKey={({ listed }) => listed.code}
      empty={<Empty text={words.none} href="/admin/items" />}
      keys
      columns={[
        {
          key: 'name',
          label: words.name,
          onCard: true,
          cell: ({ listed }) => (
            <span class="wrap-text">
              <a href={`/admin/items/${listed.code}`}>{textIn(listed.name, language)}</a>
              <small class="muted"> {listed.code}</small>
            </span>
          ),
        },
        { key: 'unit', label: words.unit, cut: true, cell: ({ listed }) => textIn(listed.unitName ?? undefined, language) },
        { key: 'score', label: words.score, right: true, onCard: true, cell: ({ found }) => <Score score={found.score} /> },
        { key: 'lacks', label: words.lacking, onCard: true, cell: (row) => <span class="wrap-text">{lackingOf(row, words)}</span> },
        { key: 'origin', label: words.origin, cell: ({ listed }) => originOf(listed, words) },
        {
          key: 'version',
          label: words.version,
          onCard: true,
          cell: ({ listed }) => {
            const draftId = drafts.get(listed.code);
            return draftId ? <a href={draftHref(draftId)}>{words.draftOpen}</a> : words.versionNo(listed.version);
          },
        },
      ]}
    />
  );
}

export function Score({ score }: { score: number }) {
  return <Tag tone={score >= 90 ? 'ok' : score >= 50 ? 'warn' : 'idle'} icon="none">{`${score}%`}</Tag>;
}

function lackingOf({ found }: Measured, words: AdminWords['items']): string {
  const short = [
    found.gaps.vi > 0 && words.gap('vi', found.gaps.vi),
    found.gaps.en > 0 && words.gap('en', found.gaps.en),
    !found.hasForm && words.noForm,
    !found.hasFlow && words.noFlow,
    found.missing.length > 0 && words.elements(found.missing.length),
  ];
  return short.filter(Boolean).join(' · ');
}

function originOf({ generated, importedFrom }: Measured['listed'], words: AdminWords['items']): string {
  return generated ? words.generated : (importedFrom ?? words.writtenHere);
}
