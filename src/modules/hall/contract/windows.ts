import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Group, nullable, QueueRow, Venue } from './tickets.ts';

export const windowStates = ['closed', 'open', 'paused'] as const;
const WindowId = Type.String({ format: 'uuid' });
const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** A window with the visitor it has in hand. `people` stand at it now, whether served or still there after it. */
export const Window = Type.Object({
  windowId: WindowId,
  windowNo: Type.String(),
  venue: Type.String(),
  groups: Type.Array(Type.String()),
  special: Type.Boolean(),
  state: Type.Enum(windowStates),
  officerName: nullable(Type.String()),
  mine: Type.Boolean({ description: 'Whether who asks has opened it' }),
  people: Type.Integer(),
  personCap: Type.Integer(),
  since: nullable(Type.String()),
  version: Type.Integer({ description: '0 while it was never opened' }),
  ticketNo: nullable(Type.String()),
  ticket: nullable(
    Type.Object({
      ...QueueRow.properties,
      calls: Type.Integer(),
      calledAt: nullable(Type.String()),
      servingAt: nullable(Type.String()),
    }),
  ),
});
export type Window = Static<typeof Window>;

const may = ['window', 'reviewer'] as const;
const base = { windowId: WindowId, version: Type.Optional(Version) };
const refusals = { not_found: 404, not_your_window: 403, stale_version: 409 } as const;
const serving = { ...refusals, nobody_called: 409 } as const;

/** What all acts at a window share: the officer who opened it, its version, its new state. */
const atWindow = <const R extends Readonly<Record<string, number>>>(path: string, about: string, more: R) =>
  endpoint({ method: 'POST', path: `/windows/:windowId/${path}`, may, about, input: Type.Object(base), output: Window, refusals: more });

export const listWindows = endpoint({
  method: 'GET',
  path: '/:venue/windows',
  may: [...may, 'gate', 'planner', 'supervisor', 'head', 'admin'],
  about: 'The windows of a hall, who sits at them and whom they serve',
  input: Type.Object({ venue: Venue }),
  output: Type.Object({ rows: Type.Array(Window), nextCursor: Type.Null() }),
  refusals: { unknown_venue: 404 },
});

export const openWindow = atWindow('open', 'Sit down at a window, or come back to it: from now on it calls', {
  not_found: 404,
  stale_version: 409,
  outside_your_unit: 403,
  window_taken: 409,
  other_window_open: 409,
});
export const pauseWindow = atWindow('pause', 'Away for a moment; the visitor in hand is finished first', {
  ...refusals,
  visitor_in_hand: 409,
});
export const closeWindow = atWindow('close', 'Leave the window', { ...refusals, visitor_in_hand: 409 });

export const callNext = endpoint({
  method: 'POST',
  path: '/windows/:windowId/call-next',
  may,
  about:
    'Calls who is next for this window. Nobody is called twice, however many ask at once; the same Idempotency-Key gets the same visitor again.',
  creates: true,
  input: Type.Object(base),
  output: Window,
  refusals: { ...refusals, window_not_open: 409, visitor_in_hand: 409, window_full: 409, nobody_waits: 409 },
});
export const recall = atWindow('recall', 'Calls the same visitor once more, three times at most; twice within five seconds is once', {
  ...serving,
  served_already: 409,
  enough_calls: 409,
});
export const serve = endpoint({
  method: 'POST',
  path: '/windows/:windowId/serve',
  may,
  about: 'The visitor has come to the window',
  input: Type.Object({
    ...base,
    people: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: 'Who stands there; without it, the party of the ticket' })),
  }),
  output: Window,
  refusals: { ...serving, window_full: 409 },
});
export const countPeople = endpoint({
  method: 'POST',
  path: '/windows/:windowId/people',
  may,
  about: 'How many stand at the window now: somebody joined, somebody left',
  input: Type.Object({ ...base, people: Type.Integer({ minimum: 0, maximum: 50 }) }),
  output: Window,
  refusals: { ...refusals, window_full: 409 },
});
export const finish = endpoint({
  method: 'POST',
  path: '/windows/:windowId/finish',
  may,
  about: 'Done. Who still stands there (`staying`) is counted until they have left, and nobody is called above the limit.',
  input: Type.Object({
    ...base,
    staying: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
    next: Type.Optional(Type.Boolean({ description: 'Call the next visitor in the same go, if somebody waits' })),
  }),
  output: Window,
  refusals: { ...serving, not_served_yet: 409, window_full: 409 },
});
export const noShow = atWindow('no-show', 'Called and not come. Only after two calls, a minute, and while the window was free.', {
  ...serving,
  served_already: 409,
  desk_not_free: 409,
  call_again_first: 409,
});
export const park = endpoint({
  method: 'POST',
  path: '/windows/:windowId/park',
  may,
  about: 'The visitor fetches something and comes back: kept aside, called again soon after the return',
  input: Type.Object({ ...base, note: Type.Optional(Type.String({ maxLength: 200 })) }),
  output: Window,
  refusals: serving,
});
export const move = endpoint({
  method: 'POST',
  path: '/windows/:windowId/move',
  may,
  about: 'To another group or another window, with the place in the queue that the ticket had',
  input: Type.Object({
    ...base,
    group: Type.Optional(Group),
    toWindowId: Type.Optional(WindowId),
    note: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  output: Window,
  refusals: { ...serving, not_served_here: 422 },
});
