import type { Action } from '#kernel/endpoint.ts';
import type * as contract from '../contract.ts';
import { daysBack, itemNames, type Looked, look, measuredDays, refusedDays } from '../looked.ts';
import { countRefused, type DayCount, listByDay, listMeasured } from '../queries/endings.ts';
import { countGroups } from '../queries/open.ts';
import { compressionOf, type Measured, shareOf } from '../rules/measured.ts';
import { type Counts, type Group, sumBy, sumOf, watches } from '../rules/watch.ts';

const mostUnits = 200;
const mostOfficers = 100;
const mostItems = 50;
const chartDays = 28;
const dayMs = 86_400_000;

/** Five statements, however many cases there are. */
export const getOverview: Action<typeof contract.getOverview> = async (act) => {
  const looked = await look(act);
  const { scope, now, today } = looked;
  const groups = await countGroups(act.tx, looked);
  const since = daysBack(today, measuredDays);
  const measured = await listMeasured(act.tx, scope, since);
  const refusedSince = new Date(now.getTime() - refusedDays * dayMs);
  const finished = await listByDay(act.tx, scope, daysBack(today, chartDays - 1));
  const nameOf = await itemNames(act);
  return {
    asOf: now.toISOString(),
    totals: countsOf(sumOf(groups)),
    paused: sumBy(groups, ({ pauseReason }) => pauseReason).map(({ key, paused }) => ({ reason: key, count: paused })),
    notAccepted: { count: await countRefused(act.tx, scope, refusedSince), since: refusedSince.toISOString() },
    onTime: { ...shareOf(measured), since },
    units: unitsOf(groups, measured, looked),
    officers: officersOf(groups),
    items: compressionOf(measured)
      .slice(0, mostItems)
      .map((item) => ({ ...item, itemName: nameOf(item.itemCode) })),
    finished: everyDay(finished, today),
  };
};

/** A sum without the key it was made by. */
function countsOf(counts: Counts): Counts {
  return Object.fromEntries(watches.map((watch) => [watch, counts[watch]])) as Counts;
}

function unitsOf(groups: readonly Group[], measured: readonly Measured[], { unitName }: Looked): contract.Overview['units'] {
  return sumBy(groups, ({ unitCode }) => unitCode)
    .slice(0, mostUnits)
    .map(({ key, ...counts }) => ({
      unitCode: key,
      unitName: unitName(key),
      counts: countsOf(counts),
      onTime: shareOf(measured.filter(({ unitCode }) => unitCode === key)),
    }));
}

function officersOf(groups: readonly Group[]): contract.Overview['officers'] {
  const names = new Map(groups.map(({ holderId, holderName }) => [holderId, holderName]));
  return sumBy(groups, ({ holderId }) => holderId)
    .slice(0, mostOfficers)
    .map(({ key, ...counts }) => ({ personId: key, name: names.get(key) ?? '', counts: countsOf(counts) }));
}

/** Days without a decision stand in the chart too. */
function everyDay(finished: readonly DayCount[], today: string): contract.Overview['finished'] {
  const byDay = new Map(finished.map((day) => [day.onDay, day]));
  return Array.from({ length: chartDays }, (_, back) => daysBack(today, chartDays - 1 - back)).map((on) => {
    const { n, onTime } = byDay.get(on) ?? { n: 0, onTime: 0 };
    return { on, onTime, late: n - onTime };
  });
}
