import type { Day } from '#kernel/workdays.ts';
import { addWorkdays, type Calendar, dayOf } from '#kernel/workdays.ts';

/** What supervision looks at among open cases; each number opens its list. `due1`: due today or on the next working day, and so on. */
export const watches = ['overdue', 'due1', 'due3', 'due5', 'paused', 'unclaimed', 'untouched', 'open'] as const;
export type Watch = (typeof watches)[number];
export type Counts = Readonly<Record<Watch, number>>;

/** Working days without any act after which a case counts as untouched 久拖未动. */
export const untouchedWorkdays = 5;

/** The days of one place that divide what is late from what is near. */
export type Horizon = {
  readonly region: string;
  readonly zone: string;
  readonly today: Day;
  readonly in1: Day;
  readonly in3: Day;
  readonly in5: Day;
  readonly untouchedSince: Day;
};

export function horizonOf(region: string, calendar: Calendar, { zone, now }: { zone: string; now: Date }): Horizon {
  const today = dayOf(now, zone);
  const after = (days: number) => addWorkdays(calendar, today, days);
  return { region, zone, today, in1: after(1), in3: after(3), in5: after(5), untouchedSince: after(-untouchedWorkdays) };
}

export type Group = Counts & {
  readonly unitCode: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly pauseReason: string | null;
};

const none: Counts = { overdue: 0, due1: 0, due3: 0, due5: 0, paused: 0, unclaimed: 0, untouched: 0, open: 0 };

export function sumOf(groups: readonly Counts[]): Counts {
  return groups.reduce<Counts>(
    (sum, group) => Object.fromEntries(watches.map((watch) => [watch, sum[watch] + group[watch]])) as Counts,
    none,
  );
}

export type Summed<Key> = Counts & { readonly key: Key };

/** Groups summed by what they share, those with most trouble first. */
export function sumBy<Key extends string>(groups: readonly Group[], keyOf: (group: Group) => Key | null): Summed<Key>[] {
  const keyed = groups.filter((group) => keyOf(group) !== null);
  return [...Map.groupBy(keyed, (group) => keyOf(group) as Key)]
    .map(([key, members]) => ({ key, ...sumOf(members) }))
    .sort((a, b) => b.overdue - a.overdue || b.due1 - a.due1 || b.open - a.open || (a.key < b.key ? -1 : 1));
}
