import type { Output } from '#kernel/endpoint.ts';
import type * as contract from '../../contract.ts';
import type { Plan } from '../../rules/plan.ts';

type Load = Output<typeof contract.getLoad>;
/** Of a group's window time of a day, how much is booked, in cells of five minutes; a window counts with its first group. */
export type GroupUse = { readonly group: string; readonly booked: number; readonly of: number };
export type Peak = { readonly at: string; readonly people: number; readonly cap: number };

export function useByGroup({ rows }: Load, plan: Plan): GroupUse[] {
  const groupOf = new Map(plan.windows.map(({ windowNo, groups }) => [windowNo, groups[0] ?? '']));
  const windows = rows.filter(({ kind, ref }) => kind === 'window' && groupOf.has(ref));
  return [...Map.groupBy(windows, ({ ref }) => groupOf.get(ref) ?? '')].map(([group, own]) => {
    const cells = own.flatMap((window) => window.cells);
    const sum = (count: (cell: (typeof cells)[number]) => number) => cells.reduce((total, cell) => total + count(cell), 0);
    return { group, booked: sum(({ bookings }) => bookings), of: sum(({ bookingCap }) => bookingCap) };
  });
}

/** When the hall is fullest by what is booked. */
export function peakOf({ rows }: Load): Peak | undefined {
  const cells = rows.find(({ kind }) => kind === 'hall')?.cells ?? [];
  const fullest = cells.reduce<(typeof cells)[number] | undefined>(
    (most, cell) => (cell.persons > (most?.persons ?? 0) ? cell : most),
    undefined,
  );
  return fullest && { at: fullest.at, people: fullest.persons, cap: fullest.personCap };
}
