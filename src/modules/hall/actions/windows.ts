import type { Act, Action } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import type * as contract from '../contract/windows.ts';
import type { Window } from '../contract/windows.ts';
import { belongsTo, findPlan, findPlannedWindow, type HallPlan, today } from '../plan.ts';
import { listOpenTickets, lockTicketAt } from '../queries/tickets.ts';
import {
  findWindowOf,
  insertWindowEvent,
  keepWindow,
  listWindowRows,
  lockOfficer,
  lockWindow,
  type WindowRow,
} from '../queries/windows.ts';
import { type Asked, changeWindow, myWindow, staleWindow, toWindow } from './at-window.ts';

export const listWindows: Action<typeof contract.listWindows> = async (act, { venue }) => {
  const plan = await findPlan(act, venue);
  return plan ? { rows: await windowsOf(act, plan), nextCursor: null } : refuse('unknown_venue');
};

/** Every window of the plan, opened before or not. */
export async function windowsOf(act: Act, plan: HallPlan): Promise<Window[]> {
  const rows = new Map((await listWindowRows(act.tx, plan.venue)).map((row) => [row.windowId, row]));
  const open = await listOpenTickets(act.tx, plan.venue, await today(act, plan.venue));
  const visitors = new Map(
    open.filter(({ state }) => state === 'called' || state === 'serving').map((ticket) => [ticket.windowId, ticket]),
  );
  return plan.windows.map((planned) => {
    const row = rows.get(planned.windowId);
    return row ? toWindow(act, row, visitors.get(row.windowId)) : unopened(act, plan.venue, planned);
  });
}

function unopened(act: Act, venue: string, planned: HallPlan['windows'][number]): Window {
  const row: WindowRow = { ...planned, venue, state: 'closed', officerId: null, officerName: null, people: 0, since: act.now, version: 0 };
  return { ...toWindow(act, row, undefined), since: null };
}

export const openWindow: Action<typeof contract.openWindow> = async (act, { windowId, version }) => {
  const found = await findPlannedWindow(act, windowId);
  const { personId } = act.actor;
  if (!found || !personId) return refuse('not_found');
  if (!(await belongsTo(act, found.plan.venue, ['window', 'reviewer']))) return refuse('outside_your_unit', {});
  await lockOfficer(act.tx, personId);
  await keepWindow(act.tx, { ...found.window, venue: found.plan.venue }, act.now);
  const window = (await lockWindow(act.tx, windowId)) as WindowRow;
  if (version !== undefined && version !== window.version) return staleWindow(window);
  if (window.officerId && window.officerId !== personId) return refuse('window_taken', { officerName: window.officerName ?? '' });
  const other = await findWindowOf(act.tx, personId);
  if (other && other.windowId !== windowId) return refuse('other_window_open', { windowNo: other.windowNo });
  if (window.state === 'open') return toWindow(act, window, await lockTicketAt(act.tx, windowId));
  return setState(act, window, 'open');
};

export const pauseWindow: Action<typeof contract.pauseWindow> = async (act, input) => {
  const window = await emptyWindow(act, input);
  if (isRefusal(window)) return window;
  return window.state === 'paused' ? toWindow(act, window, undefined) : setState(act, window, 'paused');
};

export const closeWindow: Action<typeof contract.closeWindow> = async (act, input) => {
  const window = await emptyWindow(act, input);
  return isRefusal(window) ? window : setState(act, window, 'closed');
};

/** My window while no visitor is in hand: nobody who was called finds it left. */
async function emptyWindow(act: Act, asked: Asked) {
  const window = await myWindow(act, asked);
  if (isRefusal(window)) return window;
  const ticket = await lockTicketAt(act.tx, window.windowId);
  return ticket ? refuse('visitor_in_hand', { ticketNo: ticket.ticketNo }) : window;
}

async function setState(act: Act, window: WindowRow, state: WindowRow['state']): Promise<Window> {
  const officer =
    state === 'closed'
      ? { officerId: null, officerName: null, people: 0 }
      : { officerId: act.actor.personId ?? null, officerName: act.actor.name };
  const after = await changeWindow(act, window, { ...officer, state, since: act.now });
  insertWindowEvent(act.tx, { ...after, officerId: act.actor.personId ?? null }, act.now);
  return toWindow(act, after, undefined);
}
