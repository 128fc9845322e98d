import { page } from '#kernel/page.ts';
import { Empty, formatInstant, Table } from '#ui/index.ts';
import { me } from '../actions/account.ts';
import { type IdentityWords, wordsIn } from '../locales/index.ts';
import { listViews, type View } from '../queries/views.ts';
import { settings } from '../settings.ts';

const pageLength = 50;

export const viewsPage = page({
  path: '/my/views',
  shell: 'portal',
  may: 'signed-in',
  load: async ({ tx, actor }, { query }) => {
    const before = /^\d{1,15}$/.test(query['before'] ?? '') ? Number(query['before']) : undefined;
    const found = await listViews(tx, me(actor), { before, limit: pageLength + 1 });
    const views = found.slice(0, pageLength);
    return { views, older: found.length > pageLength ? views.at(-1)?.viewId : undefined };
  },
  title: (_, { language }) => wordsIn(language).views.title,
  view: ({ data, act }) => {
    const words = wordsIn(act.language).views;
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Table<View>
          caption={words.caption}
          rows={data.views}
          rowKey={({ viewId }) => String(viewId)}
          empty={<Empty text={words.empty} icon="shield" />}
          columns={[
            { key: 'at', label: words.at, cell: ({ at }) => formatInstant(at, act.language, { zone: settings().zone, look: 'day' }) },
            { key: 'who', label: words.who, cell: ({ actorName, actorUnit }) => whoText(words, actorName, actorUnit) },
            { key: 'what', label: words.what, cell: ({ what }) => whatText(words, what) },
            { key: 'why', label: words.why, cell: ({ why }) => words.reasons[why] ?? why },
          ]}
        />
        {data.older && (
          <p>
            <a href={`?before=${data.older}`}>{words.older}</a>
          </p>
        )}
      </div>
    );
  },
});

type Words = IdentityWords['views'];

function whoText(words: Words, name: string, unit: string | null): string {
  if (name === '') return words.someone;
  return unit ? `${name} · ${unit}` : name;
}

/** `case HC7K-4M2P-9XQ6` → the word for the thing, then its number. */
function whatText(words: Words, what: string): string {
  const [thing = '', ...number] = what.split(' ');
  return [words.things[thing] ?? thing, ...number].join(' ');
}
