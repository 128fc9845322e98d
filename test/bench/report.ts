import { type Measured, median } from './load.ts';

/** What a row was measured by, one entry a round. `database`: the same statements by PostgreSQL's own tool, transactions a second. */
export type Row = {
  readonly name: string;
  readonly product: Measured[];
  readonly reference: Measured[];
  readonly least: Measured[];
  readonly database: number[];
};

/** One line a row: medians over the rounds, least and most in brackets; ratios are made within a round. */
export function lineOf(row: Row): Record<string, string | number> {
  const { product, reference, least, database } = row;
  const all = [...product, ...reference, ...least];
  const rates = (list: readonly Measured[]) => list.map(({ perSecond }) => perSecond);
  return {
    work: row.name,
    'ours /s': spread(rates(product)),
    'bare /s': spread(rates(reference)),
    'ours ÷ bare': spread(ratios(rates(product), rates(reference)), 2),
    'ours ÷ least': spread(ratios(rates(product), rates(least)), 2),
    'ours ÷ pgbench': spread(ratios(rates(product), database), 2),
    'p99 ms ours, bare': `${median(product.map(({ p99 }) => p99))}, ${reference.length > 0 ? median(reference.map(({ p99 }) => p99)) : '–'}`,
    'cpu ms ours, bare': `${cpu(product)}, ${reference.length > 0 ? cpu(reference) : '–'}`,
    wrong: all.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}

/** Processor time of one request: in the server + in PostgreSQL. */
function cpu(list: readonly Measured[]): string {
  return `${median(list.map(({ serverCpuMs }) => serverCpuMs)).toFixed(2)} + ${median(list.map(({ databaseCpuMs }) => databaseCpuMs)).toFixed(2)}`;
}

function ratios(ours: readonly number[], theirs: readonly number[]): number[] {
  return ours.map((one, round) => one / (theirs[round] ?? Number.NaN)).filter(Number.isFinite);
}

function spread(values: readonly number[], digits = 0): string {
  if (values.length === 0) return '–';
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return `${middle} (${least}–${most})`;
}
