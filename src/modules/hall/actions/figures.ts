import type { Act, Action } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { refuse } from '#kernel/result.ts';
import { addDays, instantAt, isDay } from '#kernel/workdays.ts';
import type * as contract from '../contract/figures.ts';
import { belongsTo, findPlan, type HallPlan } from '../plan.ts';
import { listForecasts, listGroupDays, listHalfHours, listWindowUse } from '../queries/figures.ts';
import { calibrate } from '../rules/forecast.ts';

const calibrationDays = 30;
export const figureReaders = ['planner', 'supervisor', 'head', 'window', 'admin'] as const;

/** The plan of a hall whose numbers somebody may see. */
export async function readableHall(act: Act, venue: string) {
  const plan = await findPlan(act, venue);
  if (!plan) return refuse('unknown_venue');
  return (await belongsTo(act, venue, figureReaders)) ? plan : refuse('outside_your_unit');
}

export const getQueueDay: Action<typeof contract.getQueueDay> = async (act, { venue, on }) => {
  const plan = await readableHall(act, venue);
  if ('refused' in plan) return plan;
  if (!isDay(on)) return refuse('no_such_day');
  const day = { venue, onDay: on, zone: plan.zone };
  const [from, end] = [instantAt(on, 0, plan.zone), instantAt(addDays(on, 1), 0, plan.zone)];
  const until = end < act.now ? end : act.now;
  const forecasts = await listForecasts(act.tx, { venue, from: addDays(on, 1 - calibrationDays), until: on });
  return {
    venue,
    on,
    groups: groupsOf(act, plan, await listGroupDays(act.tx, day)),
    windows: windowsOf(plan, await listWindowUse(act.tx, { ...day, from, until })),
    halfHours: (await listHalfHours(act.tx, day)).map(({ minute, ...row }) => ({ from: clockOf(minute), ...row })),
    calibration: { days: calibrationDays, ...calibrate(forecasts) },
  };
};

function groupsOf(act: Act, plan: HallPlan, rows: Awaited<ReturnType<typeof listGroupDays>>) {
  const rowByGroup = new Map(rows.map(({ serviceGroup, ...row }) => [serviceGroup, row]));
  const none = { taken: 0, served: 0, missed: 0, waiting: 0, waitP50: null, waitP90: null, serviceMean: null };
  return plan.groups.map(({ group, name }) => ({ group, name: textIn(name, act.language), ...(rowByGroup.get(group) ?? none) }));
}

function windowsOf(plan: HallPlan, rows: Awaited<ReturnType<typeof listWindowUse>>) {
  const rowById = new Map(rows.map(({ windowId, ...row }) => [windowId, row]));
  const none = { served: 0, openMinutes: 0, busyMinutes: 0 };
  return plan.windows.map(({ windowId, windowNo }) => ({ windowNo, ...(rowById.get(windowId) ?? none) }));
}

export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
