import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { addDays, dayOf } from '#kernel/workdays.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { type Horizon, horizonOf } from './rules/watch.ts';
import { type Scope, scopeOf } from './scope.ts';

/** What every question of supervision begins with: whose cases, on which day, and how things are called. */
export type Looked = {
  readonly scope: Scope;
  readonly now: Date;
  readonly zone: string;
  readonly today: string;
  readonly horizons: readonly Horizon[];
  readonly unitName: (code: string) => string;
};

export async function look(act: Act): Promise<Looked> {
  const directory = await getDirectory(act.tx);
  const zone = directory.zoneOf(directory.regions[0]?.code ?? 'CN');
  return {
    scope: scopeOf(act.actor),
    now: act.now,
    zone,
    today: dayOf(act.now, zone),
    horizons: directory.regions.map(({ code }) =>
      horizonOf(code, directory.calendarOf(code), { zone: directory.zoneOf(code), now: act.now }),
    ),
    unitName: (code) => textIn(directory.unitByCode.get(code)?.name, act.language) || code,
  };
}

/** How many days back decisions and ratings are measured, and refusals listed. */
export const measuredDays = 90;
export const refusedDays = 30;

export function daysBack(today: string, days: number): string {
  return addDays(today, -days);
}

export async function itemNames(act: Act): Promise<(code: string) => string> {
  const { byCode } = await getCatalogue(act.tx, act.now);
  return (code) => textIn(byCode.get(code)?.name, act.language) || code;
}
