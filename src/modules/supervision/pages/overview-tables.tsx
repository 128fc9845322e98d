import type { Act } from '#kernel/endpoint.ts';
import { type Column, formatShare, Scroll, Section, Table } from '#ui/index.ts';
import type { Overview } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import type { Counts, Watch } from '../rules/watch.ts';
import { handOverPath, listPath, type Narrowing } from './address.ts';

const shown: readonly Watch[] = ['overdue', 'due1', 'due3', 'due5', 'paused', 'unclaimed', 'untouched', 'open'];

/** One column a number; what is not nothing opens its list. */
function countColumns<Row extends { counts: Counts }>(
  act: Act,
  narrow: (row: Row) => Narrowing,
  without: readonly Watch[] = [],
): Column<Row>[] {
  const { columns } = wordsIn(act.language);
  return shown
    .filter((watch) => !without.includes(watch))
    .map((watch) => ({
      key: watch,
      label: columns[watch],
      right: true,
      onCard: watch === 'overdue' || watch === 'due1' || watch === 'open',
      cell: (row) =>
        row.counts[watch] === 0 ? <span class="muted">0</span> : <a href={listPath(watch, narrow(row))}>{row.counts[watch]}</a>,
    }));
}

export function UnitTable({ units, act }: { units: Overview['units']; act: Act }) {
  const words = wordsIn(act.language);
  if (units.length === 0) return null;
  return (
    <Section title={words.unitsTitle}>
      <Scroll label={words.unitsTitle}>
        <Table
          caption={words.unitsTitle}
          rows={units}
          rowKey={({ unitCode }) => unitCode}
          columns={[
            { key: 'unit', label: words.unit, strong: true, onCard: true, cell: ({ unitName }) => unitName },
            ...countColumns<Overview['units'][number]>(act, ({ unitCode }) => ({ unit: unitCode })),
            {
              key: 'onTime',
              label: words.onTime,
              right: true,
              cell: ({ onTime }) =>
                onTime.whole === 0 ? <span class="muted">—</span> : formatShare(onTime.part, onTime.whole, act.language),
            },
          ]}
        />
      </Scroll>
    </Section>
  );
}

export function OfficerTable({ officers, act, mayHandOver }: { officers: Overview['officers']; act: Act; mayHandOver: boolean }) {
  const words = wordsIn(act.language);
  if (officers.length === 0) return null;
  return (
    <Section title={words.officersTitle}>
      <Scroll label={words.officersTitle}>
        <Table
          caption={words.officersTitle}
          rows={officers}
          rowKey={({ personId }) => personId}
          columns={[
            { key: 'officer', label: words.officer, strong: true, onCard: true, cell: ({ name }) => name },
            ...countColumns<Overview['officers'][number]>(act, ({ personId }) => ({ holder: personId }), ['unclaimed']),
            ...(mayHandOver
              ? [
                  {
                    key: 'act',
                    label: words.handOver,
                    onCard: true,
                    cell: ({ personId, name }: Overview['officers'][number]) => (
                      <a href={handOverPath(personId)} aria-label={words.handOverOf(name)}>
                        {words.handOver}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Scroll>
    </Section>
  );
}
