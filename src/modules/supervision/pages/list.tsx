import { hasRole } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { form, page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { casesWords, remindEndpoint } from '#modules/cases/index.ts';
import {
  BackLink,
  Button,
  ClockChip,
  type ClockState,
  type Column,
  Empty,
  Errors,
  Form,
  formatInstant,
  formErrors,
  Pagination,
  Scroll,
  Table,
  Tag,
  Topline,
} from '#ui/index.ts';
import { listWatched } from '../actions/lists.ts';
import { type Watched, watchers } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { look } from '../looked.ts';
import { type Watch, watches } from '../rules/watch.ts';
import { handOverPath, listPath, type Narrowing } from './address.ts';

/** What the address asks for; what it gets wrong is left out. */
function askedFor(query: Readonly<Record<string, string>>): Narrowing & { what: Watch; cursor?: string } {
  const holder = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(query['holder'] ?? '')?.[0];
  const { unit, reason, cursor } = query as { unit?: string; reason?: string; cursor?: string };
  return {
    what: watches.find((watch) => watch === query['what']) ?? 'open',
    ...(holder ? { holder } : {}),
    ...(unit ? { unit: unit.slice(0, 120) } : {}),
    ...(reason ? { reason: reason.slice(0, 60) } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

export const listPage = page({
  path: '/desk/supervision/list',
  shell: 'desk',
  may: watchers,
  load: async (act, { query }) => {
    const asked = askedFor(query);
    const found = await listWatched(act, asked as Parameters<typeof listWatched>[1]);
    if (isRefusal(found)) return found;
    const { zone, unitName } = await look(act);
    return { ...found, asked, zone, unit: asked.unit ? unitName(asked.unit) : '' };
  },
  title: ({ asked }, { language }) => wordsIn(language).watches[asked.what],
  view: ({ data: { rows, asked, nextCursor, zone, unit }, act, form: state }) => {
    const words = wordsIn(act.language);
    const { what, holder, reason, cursor: _, ...rest } = asked;
    const pauses: Readonly<Record<string, string>> = casesWords(act.language).pauses;
    const officer = holder ? (rows[0]?.holderName ?? '') : '';
    return (
      <>
        <Topline title={words.watches[what]}>
          <span class="muted">{words.narrowed(unit, officer, reason ? (pauses[reason] ?? reason) : '')}</span>
        </Topline>
        <div class="over-table">
          <BackLink href="/desk/supervision">{words.title}</BackLink>
          <Errors errors={formErrors(act.language, state, { own: casesWords(act.language).refusals })} />
          {holder && rows.length > 0 && hasRole(act.actor, ['supervisor', 'head']) && (
            <p>
              <a href={handOverPath(holder)}>{words.handOverOf(officer)}</a>
            </p>
          )}
        </div>
        {rows.length === 0 ? (
          <Empty text={words.noneHere} icon="tick" href="/desk/supervision" action={words.title} />
        ) : (
          <WatchedTable rows={rows} act={act} zone={zone} caption={words.watches[what]} />
        )}
        <Pagination next={nextCursor ? listPath(what, { ...rest, holder, reason, cursor: nextCursor }) : undefined} />
      </>
    );
  },
  forms: { remind: form(remindEndpoint, (_, { query }) => listPath(askedFor(query).what, askedFor(query))) },
});

function WatchedTable({ rows, act, zone, caption }: { rows: readonly Watched[]; act: Act; zone: string; caption: string }) {
  return (
    <Scroll label={caption}>
      <Table caption={caption} rows={rows} rowKey={({ caseNo }) => caseNo} columns={columnsFor(act, zone)} keys />
    </Scroll>
  );
}

function columnsFor(act: Act, zone: string): Column<Watched>[] {
  const words = wordsIn(act.language);
  const mayPress = hasRole(act.actor, ['supervisor', 'head']);
  return [
    { key: 'no', label: words.caseNo, strong: true, onCard: true, cell: ({ caseNo }) => <a href={`/desk/cases/${caseNo}`}>{caseNo}</a> },
    { key: 'item', label: words.item, cut: true, onCard: true, cell: ({ itemName }) => <span title={itemName}>{itemName}</span> },
    { key: 'unit', label: words.unit, cell: ({ unitName }) => unitName },
    { key: 'due', label: words.due, onCard: true, cell: (row) => <ClockChip clock={clockOf(row, act)} /> },
    { key: 'officer', label: words.officer, cell: ({ holderName }) => holderName ?? <span class="muted">{words.nobody}</span> },
    {
      key: 'touched',
      label: words.touched,
      right: true,
      cell: ({ touchedAt }) => formatInstant(new Date(touchedAt), act.language, { zone, look: 'short' }),
    },
    ...(mayPress ? [{ key: 'press', label: words.remind, onCard: true, cell: (row: Watched) => <Press row={row} act={act} /> }] : []),
  ];
}

/** Once a case and day; whoever has it in hand is told. */
function Press({ row: { caseNo, version, remindedToday }, act }: { row: Watched; act: Act }) {
  const words = wordsIn(act.language);
  if (remindedToday) return <Tag tone="ok">{words.reminded}</Tag>;
  return (
    <Form act="remind" hidden={{ caseNo, version }} label={words.remindFor(caseNo)}>
      <Button look="second" size="small">
        {words.remind}
        <span class="hide"> {caseNo}</span>
      </Button>
    </Form>
  );
}

function clockOf({ pausedAt, pauseReason, dueOn, daysLeft }: Watched, { language }: Act): ClockState {
  const pauses: Readonly<Record<string, string>> = casesWords(language).pauses;
  if (pausedAt) return { kind: 'paused', reason: pauses[pauseReason ?? ''] ?? pauseReason ?? undefined };
  if (!dueOn || daysLeft === null) return { kind: 'notStarted' };
  if (daysLeft < 0) return { kind: 'overdue', count: -daysLeft };
  return daysLeft === 0 ? { kind: 'today' } : { kind: 'left', count: daysLeft };
}
