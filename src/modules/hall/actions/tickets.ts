import { type Actor, hasRole, type Role } from '#kernel/actor.ts';
import type { Act, Action, Input } from '#kernel/endpoint.ts';
import { newId, newToken } from '#kernel/ids.ts';
import { isLanguage, textIn } from '#kernel/locale.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { findBooking, markArrived } from '#modules/appointments/index.ts';
import type * as contract from '../contract/tickets.ts';
import type { Ticket } from '../contract/tickets.ts';
import { belongsTo, findPlan, groupOfItem, type HallPlan, today } from '../plan.ts';
import { findVisitFor, hadSpecialVisit } from '../queries/queue-visits.ts';
import {
  findTicket,
  findTicketByToken,
  findTicketOfBooking,
  insertTicket,
  insertTicketEvent,
  listOpenTickets,
  lockTicket,
  type NewTicket,
  nextNumber,
  setRating,
  setTicket,
  type TicketRow,
} from '../queries/tickets.ts';
import { listWindowRows } from '../queries/windows.ts';
import { forecastFor, readQueue } from '../queue-now.ts';
import { discipline, effectiveAt, returnedAt, seriesOf, type TicketClass, ticketNoOf } from '../rules/queue.ts';
import { toQueueRow } from './queue-row.ts';

type Asked = Input<typeof contract.takeTicket>;

/** 取号 */
export const takeTicket: Action<typeof contract.takeTicket> = async (act, input) => {
  const plan = await findPlan(act, input.venue);
  if (!plan) return refuse('unknown_venue');
  const booking = await bookingOf(act, input);
  if (isRefusal(booking)) return booking;
  const group = booking?.serviceGroup ?? input.group ?? (input.item ? await groupOfItem(act, plan, input.item) : undefined);
  const visit = await findVisitFor(act.tx, { visitId: input.visitId ?? null, bookingNo: booking?.bookingNo ?? null, venue: input.venue });
  const special =
    booking?.special === true || visit?.area === 'special' || (visit !== undefined && (await hadSpecialVisit(act.tx, visit.visitId)));
  const serving = plan.windows.filter((window) => group !== undefined && window.groups.includes(group) && window.special === special);
  if (!group || !plan.groups.some((one) => one.group === group)) return refuse('not_served_here');
  if (serving.length === 0) return special ? refuse('special_hall_only') : refuse('not_served_here');
  const party = input.party ?? booking?.party ?? 1;
  const most = Math.max(...serving.map(({ personCap }) => personCap));
  if (party > most) return refuse('party_too_large', { most });
  const kind: TicketClass = input.priority ? 'priority' : booking ? 'booked' : 'walk-in';
  const ticket = await issue(act, plan, {
    serviceGroup: group,
    kind,
    special,
    party,
    venue: plan.venue,
    onDay: await today(act, plan.venue),
    priorityReason: input.priority ?? null,
    origin: booking ? 'booking' : (input.origin ?? 'desk'),
    itemCode: booking?.itemCode ?? input.item ?? null,
    bookingNo: booking?.bookingNo ?? null,
    visitId: visit?.visitId ?? null,
    personId: booking?.personId ?? null,
    language: isLanguage(booking?.language) ? booking.language : act.language,
    takenAt: act.now,
    effectiveAt: effectiveAt({ kind, takenAt: act.now, slotAt: booking?.startsAt }),
  });
  if (!ticket) return refuse('has_ticket', { ticketNo: await numberOf(act, booking?.bookingNo) });
  if (booking) await markArrived(act, booking.bookingNo);
  return ticket;
};

/** Staff and kiosks take tickets for anybody; a visitor only for the own booking of today. */
async function bookingOf(act: Act, { bookingNo, venue }: Asked) {
  const isStaff = isHallStaff(act.actor);
  if (isStaff && !(await servesIn(act, venue))) return refuse('outside_your_unit');
  if (!bookingNo) return isStaff ? undefined : refuse('booking_needed');
  const booking = await findBooking(act.tx, bookingNo);
  if (!booking || booking.place !== venue) return refuse('unknown_booking');
  if (!isStaff && booking.personId !== act.actor.personId) return refuse('not_your_booking');
  const live = booking.state === 'confirmed' || booking.state === 'arrived';
  if (!live && booking.state !== 'served') return refuse('unknown_booking');
  const ticketNo = await numberOf(act, bookingNo);
  if (ticketNo) return refuse('has_ticket', { ticketNo });
  return booking.day === (await today(act, venue)) ? booking : refuse('booking_of_another_day', { on: booking.day });
}

const giving: readonly Role[] = ['window', 'gate', 'planner', 'supervisor', 'head'];

function isHallStaff(actor: Actor): boolean {
  return actor.kind === 'system' || actor.device !== undefined || hasRole(actor, [...giving, 'hotline']);
}

/** The hall's own staff and its kiosks; the hotline gives numbers for every hall. */
async function servesIn(act: Act, venue: string): Promise<boolean> {
  const { device } = act.actor;
  if (device) return device.venue === venue && device.scopes.some((scope) => scope === 'kiosk' || scope === 'gate');
  return act.actor.kind === 'system' || hasRole(act.actor, ['hotline']) || belongsTo(act, venue, giving);
}

async function numberOf(act: Act, bookingNo: string | undefined): Promise<string> {
  return (bookingNo && (await findTicketOfBooking(act.tx, bookingNo))?.ticketNo) || '';
}

type Draft = Omit<NewTicket, 'ticketId' | 'series' | 'no' | 'ticketNo' | 'p50Minutes' | 'p90Minutes' | 'formulaMinutes' | 'token'>;

/** The forecast is kept with the ticket, so that what became of it can be compared. Undefined when the booking has a ticket by now. */
async function issue(act: Act, plan: HallPlan, draft: Draft): Promise<Ticket | undefined> {
  const { ahead, wait, formula } = forecastFor(await readQueue(act, plan), draft);
  const series = seriesOf({ ...draft, group: draft.serviceGroup });
  const no = await nextNumber(act.tx, { venue: plan.venue, onDay: draft.onDay, series });
  const row: NewTicket = {
    ...draft,
    series,
    no,
    ticketId: newId(),
    ticketNo: ticketNoOf(series, no),
    token: newToken(),
    p50Minutes: wait?.p50 ?? null,
    p90Minutes: wait?.p90 ?? null,
    formulaMinutes: wait ? formula : null,
  };
  if ((await insertTicket(act.tx, row)) !== 1) return undefined;
  insertTicketEvent(act.tx, { ticket: row, kind: 'taken', byId: act.actor.personId, at: act.now });
  return { ...toTicket(act, plan, { ...row, state: 'waiting', windowNo: null }), ahead, waitMinutes: wait ?? null, token: row.token };
}

type Shown = Pick<TicketRow, 'ticketNo' | 'venue' | 'serviceGroup' | 'kind' | 'special' | 'state' | 'party' | 'takenAt'> & {
  readonly windowNo: string | null;
};

function toTicket(act: Act, plan: HallPlan, row: Shown): Ticket {
  const group = plan.groups.find((one) => one.group === row.serviceGroup);
  return {
    ticketNo: row.ticketNo,
    venue: row.venue,
    group: row.serviceGroup,
    groupName: textIn(group?.name, act.language),
    kind: row.kind,
    special: row.special,
    state: row.state,
    ahead: 0,
    waitMinutes: null,
    windowNo: row.windowNo,
    party: row.party,
    takenAt: row.takenAt.toISOString(),
    token: null,
  };
}

export const getTicket: Action<typeof contract.getTicket> = async (act, { venue, ticketNo }) => {
  const plan = await findPlan(act, venue);
  const ticket = plan && (await findTicket(act.tx, { venue, ticketNo, onDay: await today(act, venue) }));
  return ticket ? ticketNow(act, plan, ticket) : refuse('not_found');
};

/** A ticket as it stands: its place and how long it may take while it waits, its window once it is called. */
export async function ticketNow(act: Act, plan: HallPlan, ticket: TicketRow): Promise<Ticket> {
  const queue = await readQueue(act, plan);
  const windowNo = queue.windows.find(({ windowId }) => windowId === ticket.windowId)?.windowNo ?? null;
  const shown = toTicket(act, plan, { ...ticket, windowNo });
  if (ticket.state !== 'waiting') return shown;
  const { ahead, wait } = forecastFor(queue, ticket);
  return { ...shown, ahead, waitMinutes: wait ?? null };
}

/** The holder's own ticket by the square printed on it. */
export async function ticketByToken(act: Act, token: string) {
  const ticket = await findTicketByToken(act.tx, token);
  const plan = ticket && (await findPlan(act, ticket.venue));
  return ticket && plan ? { ticket, plan, now: await ticketNow(act, plan, ticket) } : undefined;
}

export const returnTicket: Action<typeof contract.returnTicket> = async (act, { venue, ticketNo }) => {
  const plan = await findPlan(act, venue);
  const found = plan && (await findTicket(act.tx, { venue, ticketNo, onDay: await today(act, venue) }));
  if (!found) return refuse('not_found');
  if (!(await belongsTo(act, venue, giving))) return refuse('outside_your_unit');
  const ticket = await lockTicket(act.tx, found.ticketId);
  if (ticket.state !== 'missed' && ticket.state !== 'parked') return refuse('ticket_not_away', { state: ticket.state });
  if (ticket.returns >= discipline.mostReturns) return refuse('too_many_returns', { returns: ticket.returns });
  const back = await setTicket(act.tx, ticket, {
    state: 'waiting',
    windowId: null,
    calls: 0,
    returns: ticket.returns + 1,
    effectiveAt: returnedAt(act.now, ticket.effectiveAt),
  });
  insertTicketEvent(act.tx, { ticket, kind: 'returned', byId: act.actor.personId, at: act.now });
  return ticketNow(act, plan, back);
};

const rateWithinMs = 7 * 86_400_000;

/** 好差评 of the visit itself; a case has its own. State Council Office, 国办发〔2019〕51号: after every service, five levels. */
export const rateTicket: Action<typeof contract.rateTicket> = async (act, { token, level, comment }) => {
  const ticket = await findTicketByToken(act.tx, token);
  if (!ticket) return refuse('not_found');
  if (ticket.state !== 'done' || !ticket.endedAt) return refuse('not_served_yet');
  if (act.now.getTime() - ticket.endedAt.getTime() > rateWithinMs) return refuse('rating_over');
  if ((await setRating(act.tx, ticket.ticketId, { level, comment: comment ?? '', at: act.now })) !== 1) return refuse('rated_already');
  return { ticketNo: ticket.ticketNo, level };
};

export const listQueue: Action<typeof contract.listQueue> = async (act, { venue, window, limit = 100 }) => {
  const plan = await findPlan(act, venue);
  if (!plan) return refuse('unknown_venue');
  const planned = plan.windows.find(({ windowId }) => windowId === window);
  const windowNoById = new Map((await listWindowRows(act.tx, venue)).map(({ windowId, windowNo }) => [windowId, windowNo]));
  const tickets = await listOpenTickets(act.tx, venue, await today(act, venue));
  const rows = tickets
    .filter((ticket) => !planned || (planned.special === ticket.special && planned.groups.includes(ticket.serviceGroup)))
    .slice(0, limit)
    .map((ticket) => toQueueRow(ticket, (ticket.windowId && windowNoById.get(ticket.windowId)) || null, act.now));
  return { rows, nextCursor: null };
};
