import type { Act } from '#kernel/endpoint.ts';
import { Details, formatDay, formatNumber, Section, Table } from '#ui/index.ts';
import type { Overview } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { listPath } from './address.ts';
import { Columns, Legend, type Part, StackedBars, ThreeLines } from './charts.tsx';

const unitsDrawn = 10;
const itemsDrawn = 8;

/** How near each unit's cases are to their days: overlapping counts become parts that lie side by side. */
function partsOf({ counts }: Overview['units'][number], act: Act): Part[] {
  const words = wordsIn(act.language);
  const { overdue, due1, due3, due5, paused, open } = counts;
  return [
    { kind: 'bad', label: words.watches.overdue, count: overdue },
    { kind: 'warn', label: words.later.in1, count: due1 },
    { kind: 'near', label: words.later.in3, count: due3 - due1 },
    { kind: 'far', label: words.later.in5, count: due5 - due3 },
    { kind: 'idle', label: words.beyond, count: open - overdue - due5 - paused },
    { kind: 'hold', label: words.watches.paused, count: paused },
  ];
}

export function Deadlines({ units, act }: { units: Overview['units']; act: Act }) {
  const [first] = units;
  if (!first) return null;
  const rows = units.slice(0, unitsDrawn).map((unit) => ({
    key: unit.unitCode,
    label: unit.unitName,
    href: listPath('open', { unit: unit.unitCode }),
    parts: partsOf(unit, act),
  }));
  return (
    <Section title={wordsIn(act.language).deadlinesTitle}>
      <Legend parts={partsOf(first, act)} />
      <StackedBars rows={rows} />
    </Section>
  );
}

/** 承诺时限 against the law and against what it really took; n stands beside it, and what was measured too rarely is left out. */
export function Compression({ items, act: { language } }: { items: Overview['items']; act: Act }) {
  const words = wordsIn(language);
  const days = (count: number, unit: 'workday' | 'day') => words.days[unit](formatNumber(count, language, 1));
  const linesOf = ({ statutory, promised, used }: Overview['items'][number]): Part[] => [
    { kind: 'idle', label: words.statutory, count: statutory ?? 0 },
    { kind: 'far', label: words.promised, count: promised },
    { kind: 'ok', label: words.used, count: used },
  ];
  return (
    <Section title={words.itemsTitle} aside={words.few}>
      {items[0] ? <Legend parts={linesOf(items[0])} /> : <p class="muted">{words.fewYet}</p>}
      <ThreeLines
        rows={items
          .slice(0, itemsDrawn)
          .map((item) => ({ key: item.itemCode, label: item.itemName, note: words.n(item.n), lines: linesOf(item) }))}
      />
      {items.length > 0 && (
        <Details summary={words.numbers} icon="chart">
          <Table
            caption={words.itemsTitle}
            rows={items}
            rowKey={(item) => `${item.itemCode} ${item.unit}`}
            columns={[
              { key: 'item', label: words.item, cell: (item) => item.itemName, onCard: true },
              {
                key: 'law',
                label: words.statutory,
                right: true,
                cell: (item) => (item.statutory === null ? '—' : days(item.statutory, item.unit)),
              },
              { key: 'promised', label: words.promised, right: true, cell: (item) => days(item.promised, item.unit), onCard: true },
              { key: 'used', label: words.used, right: true, cell: (item) => days(item.used, item.unit), onCard: true },
              { key: 'n', label: words.measured, right: true, cell: (item) => words.n(item.n), onCard: true },
            ]}
          />
        </Details>
      )}
    </Section>
  );
}

export function Finished({ days, act: { language } }: { days: Overview['finished']; act: Act }) {
  const words = wordsIn(language);
  const decided = days.filter(({ onTime, late }) => onTime + late > 0);
  const total = decided.reduce((sum, { onTime, late }) => sum + onTime + late, 0);
  const parts = ({ onTime, late }: { onTime: number; late: number }): Part[] => [
    { kind: 'ok', label: words.onTime, count: onTime },
    { kind: 'bad', label: words.late, count: late },
  ];
  if (total === 0) return null;
  return (
    <Section title={words.finishedTitle} aside={`${words.total} ${total}`}>
      <Legend parts={parts({ onTime: 0, late: 0 })} />
      <Columns
        columns={days.map((day) => ({ key: day.on, parts: parts(day) }))}
        label={`${words.finishedTitle}: ${total}`}
        from={formatDay(days[0]?.on ?? '', language, 'short')}
        to={formatDay(days.at(-1)?.on ?? '', language, 'short')}
      />
      <Details summary={words.numbers} icon="chart">
        <Table
          caption={words.finishedTitle}
          rows={decided}
          rowKey={({ on }) => on}
          columns={[
            { key: 'on', label: words.day, cell: ({ on }) => formatDay(on, language, 'weekday') },
            { key: 'onTime', label: words.onTime, right: true, cell: ({ onTime }) => onTime },
            { key: 'late', label: words.late, right: true, cell: ({ late }) => late },
          ]}
        />
      </Details>
    </Section>
  );
}
