import type { Act } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import type { Window } from '../contract/windows.ts';
import { lockTicketAt, type TicketRow } from '../queries/tickets.ts';
import { lockWindow, setWindow, type WindowRow } from '../queries/windows.ts';
import { toQueueRow } from './queue-row.ts';

export type Asked = { readonly windowId: string; readonly version?: number | undefined };
export type AtWindow = { readonly window: WindowRow; readonly ticket: TicketRow };

/** The window, locked, if the officer who asks has opened it and saw its latest state. Locks go window first, then ticket. */
export async function myWindow(act: Act, { windowId, version }: Asked) {
  const window = await lockWindow(act.tx, windowId);
  if (!window) return refuse('not_found');
  if (window.officerId !== act.actor.personId) return refuse('not_your_window', { officerName: window.officerName ?? '' });
  if (version !== undefined && version !== window.version) return staleWindow(window);
  return window;
}

export function staleWindow({ version, state }: WindowRow) {
  return refuse('stale_version', { version, state });
}

/** My open window with the visitor who was called to it. */
export async function visitorAt(act: Act, asked: Asked) {
  const window = await myWindow(act, asked);
  if (isRefusal(window)) return window;
  const ticket = await lockTicketAt(act.tx, window.windowId);
  return ticket ? ({ window, ticket } satisfies AtWindow) : refuse('nobody_called');
}

type Change = Parameters<typeof setWindow>[2];

/** The window is locked, so nobody was faster. */
export async function changeWindow(act: Act, before: WindowRow, change: Change): Promise<WindowRow> {
  await setWindow(act.tx, before, change);
  return { ...before, ...change, version: before.version + 1 };
}

export function toWindow(act: Act, window: WindowRow, ticket: TicketRow | undefined): Window {
  return {
    windowId: window.windowId,
    windowNo: window.windowNo,
    venue: window.venue,
    groups: [...window.groups],
    special: window.special,
    state: window.state,
    officerName: window.officerName,
    mine: window.officerId !== null && window.officerId === act.actor.personId,
    people: window.people,
    personCap: window.personCap,
    since: window.since.toISOString(),
    version: window.version,
    ticketNo: ticket?.ticketNo ?? null,
    ticket: ticket
      ? {
          ...toQueueRow(ticket, window.windowNo, act.now),
          calls: ticket.calls,
          calledAt: ticket.calledAt?.toISOString() ?? null,
          servingAt: ticket.servingAt?.toISOString() ?? null,
        }
      : null,
  };
}
