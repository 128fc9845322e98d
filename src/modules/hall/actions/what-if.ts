import { stopwatch } from '#kernel/clock.ts';
import type { Act, Action, Output } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { refuse } from '#kernel/result.ts';
import { addDays, localTime } from '#kernel/workdays.ts';
import { listBookingsOn } from '#modules/appointments/index.ts';
import type * as contract from '../contract/figures.ts';
import { type HallPlan, today } from '../plan.ts';
import { listDemand } from '../queries/figures.ts';
import { readQueue } from '../queue-now.ts';
import { drawVisitors, type Expected, meanOfDays, openMinutes, type Opening } from '../rules/demand.ts';
import { simulateDay } from '../rules/simulate.ts';
import { readableHall } from './figures.ts';

const runs = 20;
const historyDays = 28;
const enoughDays = 3;

/** What if two windows close and the cap is 30? The same simulated visitors meet both halls, so that only the change makes the difference. */
export const askWhatIf: Action<typeof contract.askWhatIf> = async (act, { venue, closed = '', cap, demandPercent = 100 }) => {
  const plan = await readableHall(act, venue);
  if ('refused' in plan) return plan;
  const numbers = closed
    .split(/[^\w]+/)
    .filter(Boolean)
    .map(Number);
  const isClosed = (windowNo: string) => numbers.includes(Number(windowNo));
  const windows = plan.windows.filter(({ special }) => !special);
  const left = windows.filter(({ windowNo }) => !isClosed(windowNo));
  if (left.length === 0) return refuse('no_window_left');
  const expected = await expectedDay(act, plan, demandPercent / 100);
  const asItWas = demandPercent === 100 ? expected : await expectedDay(act, plan, 1);
  const end = openMinutes(expected.spans);
  const play = (hall: HallPlan['windows'], people: number, demand: Expected) =>
    named(
      act,
      plan,
      meanOfDays(
        Array.from({ length: runs }, (_, seed) =>
          simulateDay({
            cap: people,
            visitors: drawVisitors(demand, seed + 1),
            windows: hall.map(({ windowNo, groups }) => ({ windowNo, groups, from: 0, to: end })),
          }),
        ),
      ),
    );
  const elapsed = stopwatch();
  const asItIs = play(windows, plan.cap, asItWas);
  const asAsked = play(left, cap ?? plan.cap, expected);
  return {
    on: expected.on,
    runs,
    milliseconds: Math.round((elapsed() / runs / 2) * 100) / 100,
    historyDays: expected.days,
    bookings: expected.bookings.length,
    cap: cap ?? plan.cap,
    closed: windows.filter(({ windowNo }) => isClosed(windowNo)).map(({ windowNo }) => windowNo),
    asItIs,
    asAsked,
  };
};

function named(act: Act, plan: HallPlan, day: ReturnType<typeof meanOfDays>): Output<typeof contract.askWhatIf>['asItIs'] {
  const nameOf = (group: string) => textIn(plan.groups.find((one) => one.group === group)?.name, act.language);
  return { ...day, groups: day.groups.map((row) => ({ ...row, name: nameOf(row.group) })) };
}

/** Today's bookings, and walk-ins as on the days before; a new hall has only what today has brought so far. */
async function expectedDay(act: Act, plan: HallPlan, factor: number): Promise<Expected & { readonly on: string; readonly days: number }> {
  const { venue, zone } = plan;
  const { on, spans } = await openDay(act, plan);
  const queue = await readQueue(act, plan);
  const bookings = await listBookingsOn(act.tx, venue, on);
  const before = await listDemand(act.tx, { venue, zone, from: addDays(queue.onDay, -historyDays), until: addDays(queue.onDay, -1) });
  const known = before.days >= enoughDays ? before : await listDemand(act.tx, { venue, zone, from: queue.onDay, until: queue.onDay });
  return {
    on,
    spans,
    days: before.days >= enoughDays ? before.days : 0,
    walkIns: known.rows.map(({ serviceGroup, minute, walkIns }) => ({
      group: serviceGroup,
      minute,
      expected: (walkIns / Math.max(1, known.days)) * factor,
    })),
    bookings: bookings
      .filter(({ state, special }) => !special && ['confirmed', 'arrived', 'served'].includes(state))
      .map(({ serviceGroup, startsAt, itemCode }) => ({ group: serviceGroup, minute: localTime(startsAt, zone).minute, item: itemCode })),
    service: (group, item, random) => queue.drawFor(group, item)(random),
  };
}

/** Today, or the next day on which the hall opens. */
async function openDay(act: Act, plan: HallPlan): Promise<{ on: string; spans: readonly Opening[] }> {
  const first = await today(act, plan.venue);
  for (let on = first, tries = 0; tries < 30; on = addDays(on, 1), tries += 1) {
    const spans = plan.spansOn(on).map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }));
    if (spans.length > 0) return { on, spans };
  }
  return { on: first, spans: [{ from: 540, to: 1020 }] };
}

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
