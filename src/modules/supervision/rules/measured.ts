/** Endings of one unit and item over a period, summed by the database. */
export type Measured = {
  readonly unitCode: string;
  readonly itemCode: string;
  readonly n: number;
  readonly onTime: number;
  readonly usedDays: number;
  readonly promisedDays: number;
  readonly statutoryDays: number | null;
  readonly dayUnit: 'workday' | 'day';
};

export type Share = { readonly part: number; readonly whole: number };

/** Fewer say nothing about how long a matter takes, and might point at a person. */
export const fewestShown = 5;

export function shareOf(measured: readonly Pick<Measured, 'n' | 'onTime'>[]): Share {
  return {
    part: measured.reduce((sum, { onTime }) => sum + onTime, 0),
    whole: measured.reduce((sum, { n }) => sum + n, 0),
  };
}

export type ItemDays = {
  readonly itemCode: string;
  readonly n: number;
  readonly used: number;
  readonly promised: number;
  readonly statutory: number | null;
  readonly unit: 'workday' | 'day';
};

/** 承诺压缩: what the law allows, what is promised, what it really took on average; nothing where too few were measured. */
export function compressionOf(measured: readonly Measured[]): ItemDays[] {
  return [...Map.groupBy(measured, ({ itemCode, dayUnit }) => `${itemCode} ${dayUnit}`).values()]
    .map((rows) => itemDays(rows))
    .filter((item) => item !== undefined)
    .sort((a, b) => b.n - a.n || (a.itemCode < b.itemCode ? -1 : 1));
}

function itemDays(rows: readonly Measured[]): ItemDays | undefined {
  const [first] = rows;
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  if (!first || n < fewestShown) return undefined;
  const used = rows.reduce((sum, row) => sum + row.usedDays, 0) / n;
  return {
    itemCode: first.itemCode,
    n,
    used: Math.round(used * 10) / 10,
    promised: Math.max(...rows.map((row) => row.promisedDays)),
    statutory: rows.reduce<number | null>(
      (most, row) => (row.statutoryDays === null ? most : Math.max(most ?? 0, row.statutoryDays)),
      null,
    ),
    unit: first.dayUnit,
  };
}
