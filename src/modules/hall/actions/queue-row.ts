import type { QueueRow } from '../contract/tickets.ts';
import type { TicketRow } from '../queries/tickets.ts';

/** A ticket as the desk sees it in a list. */
export function toQueueRow(ticket: TicketRow, windowNo: string | null, now: Date): QueueRow {
  const until = ticket.calledAt && ticket.state !== 'waiting' ? ticket.calledAt : now;
  return {
    ticketNo: ticket.ticketNo,
    group: ticket.serviceGroup,
    kind: ticket.kind,
    state: ticket.state,
    party: ticket.party,
    priority: ticket.priorityReason,
    bookingNo: ticket.bookingNo,
    item: ticket.itemCode,
    windowNo,
    waitedMinutes: Math.max(0, Math.floor((until.getTime() - ticket.takenAt.getTime()) / 60_000)),
    takenAt: ticket.takenAt.toISOString(),
  };
}
