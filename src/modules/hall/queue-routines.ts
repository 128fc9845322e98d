import type { Act } from '#kernel/endpoint.ts';
import type { Checkup, Job, Routine } from '#kernel/module.ts';
import { markMissed } from '#modules/appointments/index.ts';
import { moveDemoQueue } from './demo-queue.ts';
import { listPlans, today } from './plan.ts';
import { listBrokenCalls, listCrowdedWindows, listDoubleTickets, listSpecialMixed } from './queries/queue-checkups.ts';
import { insertTicketEvent, setTicket, takeLeftOver } from './queries/tickets.ts';

const batch = 100;

/** Numbers hold for their day. What is left over lapses; whoever had booked and was never served is marked missed, and nobody is blamed for it by a machine alone: the booking stays on the desk's list. */
async function lapse(job: Job): Promise<void> {
  const plans = await job.transaction((act) => listPlans(act));
  for (const { venue } of plans) while ((await job.transaction((act) => lapseSome(act, venue))) === batch);
}

async function lapseSome(act: Act, venue: string): Promise<number> {
  const left = await takeLeftOver(act.tx, venue, await today(act, venue), batch);
  for (const ticket of left) {
    await setTicket(act.tx, ticket, { state: 'lapsed', endedAt: act.now });
    insertTicketEvent(act.tx, { ticket, kind: 'lapsed', byId: undefined, at: act.now });
    if (ticket.bookingNo && ticket.state === 'missed') await markMissed(act, ticket.bookingNo);
  }
  return left.length;
}

export const queueRoutines: readonly Routine[] = [
  { name: 'lapse-tickets', everySeconds: 300, run: lapse },
  { name: 'demo-queue', everySeconds: 15, run: moveDemoQueue },
];

/** I4 and I7 of the hall, and that the history of calls agrees with what the tickets say. */
export const queueCheckups: readonly Checkup[] = [
  { name: 'a ticket is at one window at most, and a window has one visitor', run: ({ tx }) => listDoubleTickets(tx) },
  { name: 'a ticket is in the state that its last event left it in', run: ({ tx }) => listBrokenCalls(tx) },
  { name: 'no more people stand at a window than may', run: ({ tx }) => listCrowdedWindows(tx) },
  { name: 'nobody of the special hall has an ordinary number that day', run: ({ tx }) => listSpecialMixed(tx) },
];
