import type { Act, Action } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { markServed } from '#modules/appointments/index.ts';
import type * as contract from '../contract/windows.ts';
import { insertTicketEvent, lockNext, lockTicketAt, setTicket, type TicketEventKind, type TicketRow } from '../queries/tickets.ts';
import type { WindowRow } from '../queries/windows.ts';
import { discipline, mayBeMissed } from '../rules/queue.ts';
import { changeWindow, myWindow, toWindow, visitorAt } from './at-window.ts';
import { findPlan, today } from '../plan.ts';

const sameCallMs = 5000;

function note(act: Act, kind: TicketEventKind, { window, ticket }: { window: WindowRow; ticket: TicketRow }): void {
  insertTicketEvent(act.tx, { ticket, kind, window, byId: act.actor.personId, at: act.now });
}

/** 叫号. Exclusive by the ticket's lock, which other windows pass over; a window has one visitor in hand, and never more people than its limit. */
export const callNext: Action<typeof contract.callNext> = async (act, input) => {
  const window = await myWindow(act, input);
  if (isRefusal(window)) return window;
  if (window.state !== 'open') return refuse('window_not_open');
  const inHand = await lockTicketAt(act.tx, window.windowId);
  if (inHand) return refuse('visitor_in_hand', { ticketNo: inHand.ticketNo });
  const full = refuse('window_full', { people: window.people, cap: window.personCap });
  if (window.people >= window.personCap) return full;
  const { venue, groups, special, windowId, personCap } = window;
  const next = await lockNext(act.tx, { venue, groups, special, windowId, partyMax: personCap, onDay: await today(act, venue) });
  if (!next) return refuse('nobody_waits');
  if (window.people + next.party > personCap) return full;
  const ticket = await setTicket(act.tx, next, {
    state: 'called',
    windowId,
    calls: 1,
    calledAt: act.now,
    firstCalledAt: next.firstCalledAt ?? act.now,
  });
  const after = await changeWindow(act, window, {});
  note(act, 'called', { window, ticket });
  if (ticket.personId) act.publish('ticket_called', { ticketId: ticket.ticketId, personId: ticket.personId });
  return toWindow(act, after, ticket);
};

export const recall: Action<typeof contract.recall> = async (act, input) => {
  const at = await visitorAt(act, input);
  if (isRefusal(at)) return at;
  const { window, ticket } = at;
  if (ticket.state !== 'called') return refuse('served_already');
  if (act.now.getTime() - (ticket.calledAt?.getTime() ?? 0) < sameCallMs) return toWindow(act, window, ticket);
  if (ticket.calls >= discipline.mostCalls) return refuse('enough_calls', { calls: ticket.calls });
  const again = await setTicket(act.tx, ticket, { calls: ticket.calls + 1, calledAt: act.now });
  note(act, 'recalled', at);
  return toWindow(act, await changeWindow(act, window, {}), again);
};

export const serve: Action<typeof contract.serve> = async (act, input) => {
  const at = await visitorAt(act, input);
  if (isRefusal(at)) return at;
  const { window, ticket } = at;
  if (ticket.state === 'serving') return toWindow(act, window, ticket);
  const people = window.people + (input.people ?? ticket.party);
  if (people > window.personCap) return refuse('window_full', { people, cap: window.personCap });
  const served = await setTicket(act.tx, ticket, { state: 'serving', servingAt: act.now });
  note(act, 'serving', at);
  return toWindow(act, await changeWindow(act, window, { people }), served);
};

export const countPeople: Action<typeof contract.countPeople> = async (act, input) => {
  const window = await myWindow(act, input);
  if (isRefusal(window)) return window;
  if (input.people > window.personCap) return refuse('window_full', { people: input.people, cap: window.personCap });
  return toWindow(act, await changeWindow(act, window, { people: input.people }), await lockTicketAt(act.tx, window.windowId));
};

export const finish: Action<typeof contract.finish> = async (act, input) => {
  const at = await visitorAt(act, input);
  if (isRefusal(at)) return at;
  const { window, ticket } = at;
  const people = input.staying ?? 0;
  if (ticket.state !== 'serving') return refuse('not_served_yet');
  if (people > window.personCap) return refuse('window_full', { people, cap: window.personCap });
  await setTicket(act.tx, ticket, { state: 'done', endedAt: act.now });
  note(act, 'done', at);
  if (ticket.bookingNo) await markServed(act, ticket.bookingNo);
  const done = toWindow(act, await changeWindow(act, window, { people }), undefined);
  const next = input.next && window.state === 'open' ? await callNext(act, { windowId: window.windowId }) : done;
  return isRefusal(next) ? done : next;
};

/** 过号 */
export const noShow: Action<typeof contract.noShow> = async (act, input) => {
  const at = await visitorAt(act, input);
  if (isRefusal(at)) return at;
  const { window, ticket } = at;
  if (ticket.state !== 'called' || !ticket.calledAt) return refuse('served_already');
  const refused = mayBeMissed({ calls: ticket.calls, calledAt: ticket.calledAt, peopleAtWindow: window.people }, act.now);
  if (refused) return refused;
  await setTicket(act.tx, ticket, { state: 'missed' });
  note(act, 'missed', at);
  return toWindow(act, await changeWindow(act, window, {}), undefined);
};

/** 暂存: aside until the visitor is back with what was missing. */
export const park: Action<typeof contract.park> = async (act, input) => {
  const at = await visitorAt(act, input);
  if (isRefusal(at)) return at;
  const { window, ticket } = at;
  await setTicket(act.tx, ticket, { state: 'parked', note: input.note ?? ticket.note });
  note(act, 'parked', at);
  return toWindow(act, await changeWindow(act, window, { people: leftAfter(window, ticket) }), undefined);
};

/** 转窗口: the place in the queue stays what it was. */
export const move: Action<typeof contract.move> = async (act, input) => {
  const at = await visitorAt(act, input);
  if (isRefusal(at)) return at;
  const { window, ticket } = at;
  const target = await targetOf(act, at, input);
  if (!target) return refuse('not_served_here');
  await setTicket(act.tx, ticket, { ...target, state: 'waiting', windowId: null, calls: 0, note: input.note ?? ticket.note });
  note(act, 'moved', at);
  return toWindow(act, await changeWindow(act, window, { people: leftAfter(window, ticket) }), undefined);
};

function leftAfter({ people }: WindowRow, { state, party }: TicketRow): number {
  return state === 'serving' ? Math.max(0, people - party) : people;
}

async function targetOf(
  act: Act,
  { window, ticket }: { window: WindowRow; ticket: TicketRow },
  { group, toWindowId }: { group?: string; toWindowId?: string },
) {
  const plan = await findPlan(act, window.venue);
  const fits = plan?.windows.filter(
    (one) =>
      one.special === ticket.special &&
      (toWindowId ? one.windowId === toWindowId && toWindowId !== window.windowId : true) &&
      one.personCap >= ticket.party &&
      (!group || one.groups.includes(group)),
  );
  const [first] = fits ?? [];
  if (!first || (!group && !toWindowId)) return undefined;
  const serviceGroup = group ?? (first.groups.includes(ticket.serviceGroup) ? ticket.serviceGroup : first.group);
  return { serviceGroup, onlyWindowId: toWindowId ?? null };
}
