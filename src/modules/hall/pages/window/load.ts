import { hasRole } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { isRefusal } from '#kernel/result.ts';
import { findBooking, type HallBooking } from '#modules/appointments/index.ts';
import { listCasesOf } from '#modules/cases/index.ts';
import { findItemInForce, type Item } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { logView } from '#modules/identity/index.ts';
import { listQueue } from '../../actions/tickets.ts';
import { windowsOf } from '../../actions/windows.ts';
import type { QueueRow } from '../../contract/tickets.ts';
import type { Window } from '../../contract/windows.ts';
import { belongsTo, type HallPlan, listPlans, today } from '../../plan.ts';
import { dayOfWindow, type WindowDay } from '../../queries/figures.ts';
import { findVisitFor, listStaying, type QueueVisit } from '../../queries/queue-visits.ts';
import { findTicket } from '../../queries/tickets.ts';
import { findWindowOf } from '../../queries/windows.ts';
import { discipline } from '../../rules/queue.ts';

export type Visitor = {
  readonly booking: HallBooking | undefined;
  readonly visit: QueueVisit | undefined;
  readonly item: Item | undefined;
  readonly note: string | null;
  readonly cases: Awaited<ReturnType<typeof listCasesOf>>;
};
export type AtMyWindow = {
  readonly plan: HallPlan;
  readonly window: Window;
  readonly windows: readonly Window[];
  readonly queue: readonly QueueRow[];
  readonly visitor: Visitor | undefined;
  readonly day: WindowDay;
  readonly staying: Awaited<ReturnType<typeof listStaying>>;
};
export type Choosing = { readonly plan: HallPlan | undefined; readonly windows: readonly Window[]; readonly own: string | undefined };
export type Data = { readonly at: AtMyWindow } | { readonly choosing: Choosing };

/** Where the officer sits, with the visitor in hand; or the windows there are to sit down at. */
export async function load(act: Act): Promise<Data> {
  const plans = await listPlans(act);
  const mine = act.actor.personId ? await findWindowOf(act.tx, act.actor.personId) : undefined;
  const plan = plans.find(({ venue }) => venue === mine?.venue);
  if (!mine || !plan) return { choosing: await choosing(act, plans) };
  const windows = await windowsOf(act, plan);
  const window = windows.find(({ windowId }) => windowId === mine.windowId);
  if (!window) return { choosing: await choosing(act, plans) };
  const queue = await listQueue(act, { venue: plan.venue, window: window.windowId });
  const onDay = await today(act, plan.venue);
  return {
    at: {
      plan,
      window,
      windows,
      queue: isRefusal(queue) ? [] : queue.rows,
      visitor: window.ticketNo ? await visitorOf(act, plan.venue, { onDay, ticketNo: window.ticketNo }) : undefined,
      day: await dayOfWindow(act.tx, window.windowId, onDay),
      staying: await listStaying(act.tx, {
        venue: plan.venue,
        onDay,
        before: new Date(act.now.getTime() - discipline.leavingMinutes * 60_000),
      }),
    },
  };
}

async function choosing(act: Act, plans: readonly HallPlan[]): Promise<Choosing> {
  const officer = act.actor.personId ? (await getDirectory(act.tx)).officerById(act.actor.personId) : undefined;
  const near = [...plans].sort((a, b) => Number(b.venue === officer?.venueCode) - Number(a.venue === officer?.venueCode));
  for (const plan of near) {
    if (!(await belongsTo(act, plan.venue, ['window', 'reviewer']))) continue;
    const windows = await windowsOf(act, plan);
    return { plan, windows, own: windows.find(({ windowNo }) => Number(windowNo) === officer?.windowNo)?.windowId };
  }
  return { plan: undefined, windows: [], own: undefined };
}

/** Whoever looks at a person's open matters is written down. */
async function visitorOf(act: Act, venue: string, { onDay, ticketNo }: { onDay: string; ticketNo: string }): Promise<Visitor | undefined> {
  const ticket = await findTicket(act.tx, { venue, onDay, ticketNo });
  if (!ticket) return undefined;
  const { personId, bookingNo, visitId, itemCode } = ticket;
  const maySee = personId !== null && hasRole(act.actor, ['window', 'reviewer']);
  if (maySee) logView(act, { subjectId: personId, what: `ticket ${ticketNo}`, why: 'window' });
  return {
    booking: bookingNo ? await findBooking(act.tx, bookingNo) : undefined,
    visit: visitId || bookingNo ? await findVisitFor(act.tx, { visitId, bookingNo, venue }) : undefined,
    item: itemCode ? await findItemInForce(act.tx, itemCode, act.now) : undefined,
    note: ticket.note,
    cases: maySee ? await listCasesOf(act.tx, { personId, principalIds: [], items: [] }, { before: undefined, limit: 6 }) : [],
  };
}
