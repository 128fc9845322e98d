import { type Language, languages, textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import {
  BackLink,
  Empty,
  formatNumber,
  formatShare,
  languageNames,
  Notice,
  Pagination,
  Scroll,
  Table,
  Tabs,
  Topline,
  withQuery,
} from '#ui/index.ts';
import { measureCatalogue, type Measured } from '../../completeness.ts';
import { adminWords } from '../../locales/admin/index.ts';

const pageLength = 50;

/** What each language still lacks, the most asked-for items first. */
export const translationsPage = page({
  path: '/admin/translations',
  shell: 'desk',
  may: ['admin'],
  load: async ({ tx, now }, { query, path }) => {
    const all = await measureCatalogue(tx, now);
    const language = languages.find((one) => one === query['in']) ?? 'vi';
    const lagging = all.filter(({ found }) => found.gaps[language] > 0);
    const at = Math.min(Math.max(Number(query['at'] ?? 0) || 0, 0), Math.max(0, lagging.length - 1));
    const gaps = languages.map((one) => ({
      language: one,
      texts: all.reduce((sum, { found }) => sum + found.gaps[one], 0),
      items: all.filter(({ found }) => found.gaps[one] > 0).length,
    }));
    const texts = all.reduce((sum, { found }) => sum + found.texts, 0);
    return {
      gaps,
      texts,
      count: all.length,
      language,
      at,
      total: lagging.length,
      rows: lagging.slice(at, at + pageLength),
      address: `${path}?${new URLSearchParams(query)}`,
    };
  },
  title: (_, act) => adminWords(act.language).translations.title,
  view: ({ data, act }) => {
    const words = adminWords(act.language).translations;
    const to = (place: number) => withQuery(data.address, 'at', String(place));
    return (
      <>
        <Topline title={words.title} />
        <div class="body stack">
          <BackLink href="/admin/items">{adminWords(act.language).item.back}</BackLink>
          <Overview data={data} reader={act.language} />
          <Notice>{words.traditional}</Notice>
          <Tabs
            label={words.title}
            tabs={data.gaps.map(({ language, items }) => ({
              label: languageNames[language].full,
              href: `?in=${language}`,
              current: language === data.language,
              count: items,
            }))}
          />
          <Scroll label={words.itemsLacking(languageNames[data.language].full)}>
            <Lagging rows={data.rows} wanted={data.language} reader={act.language} />
          </Scroll>
          <Pagination
            previous={data.at > 0 ? to(Math.max(0, data.at - pageLength)) : undefined}
            next={data.at + pageLength < data.total ? to(data.at + pageLength) : undefined}
            {...(data.total > 0 ? { range: { from: data.at + 1, to: Math.min(data.at + pageLength, data.total), of: data.total } } : {})}
          />
        </div>
      </>
    );
  },
});

type Gaps = { gaps: readonly { language: Language; texts: number; items: number }[]; texts: number; count: number };

function Overview({ data: { gaps, texts, count }, reader }: { data: Gaps; reader: Language }) {
  const words = adminWords(reader).translations;
  return (
    <Table<Gaps['gaps'][number]>
      caption={words.overview}
      rows={gaps}
      rowKey={({ language }) => language}
      columns={[
        { key: 'language', label: words.language, onCard: true, cell: ({ language }) => languageNames[language].full },
        { key: 'texts', label: words.textsThere, onCard: true, right: true, cell: (row) => formatShare(texts - row.texts, texts, reader) },
        { key: 'items', label: words.itemsWhole, onCard: true, right: true, cell: (row) => formatShare(count - row.items, count, reader) },
      ]}
    />
  );
}

function Lagging({ rows, wanted, reader }: { rows: readonly Measured[]; wanted: Language; reader: Language }) {
  const words = adminWords(reader).translations;
  return (
    <Table<Measured>
      caption={words.itemsLacking(languageNames[wanted].full)}
      rows={rows}
      rowKey={({ listed }) => listed.code}
      empty={<Empty text={words.none} />}
      columns={[
        {
          key: 'name',
          label: words.item,
          onCard: true,
          cell: ({ listed }) => <a href={`/admin/items/${listed.code}`}>{textIn(listed.name, reader)}</a>,
        },
        { key: 'code', label: words.code, cell: ({ listed }) => listed.code },
        {
          key: 'gap',
          label: words.lacking,
          onCard: true,
          right: true,
          cell: ({ found }) => words.of(formatNumber(found.gaps[wanted], reader), formatNumber(found.texts, reader)),
        },
        { key: 'nameToo', label: words.name, cell: ({ listed }) => (listed.name[wanted] ? words.has : words.lacks) },
      ]}
    />
  );
}
