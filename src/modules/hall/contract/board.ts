import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { nullable, Venue, WaitMinutes } from './tickets.ts';

export const BoardZone = Type.String({ minLength: 1, maxLength: 40, description: 'A floor or zone of the plan, a group, or `all`' });

/** What a call screen shows: numbers only, no names. `version` never goes back, whichever process answers. */
export const Board = Type.Object({
  venue: Type.String(),
  venueName: Type.String(),
  boardZone: Type.String(),
  zoneName: nullable(Type.String()),
  timeZone: Type.String(),
  version: Type.Integer(),
  at: Type.String(),
  calls: Type.Array(
    Type.Object({
      callId: Type.Integer(),
      ticketNo: Type.String(),
      windowNo: Type.String(),
      again: Type.Boolean(),
      priority: Type.Boolean(),
      at: Type.String(),
    }),
  ),
  groups: Type.Array(Type.Object({ group: Type.String(), name: Type.String(), waiting: Type.Integer(), waitMinutes: WaitMinutes })),
  personCap: Type.Integer(),
});
export type Board = Static<typeof Board>;

export const getBoard = endpoint({
  method: 'GET',
  path: '/:venue/board',
  may: 'anyone',
  about:
    'The latest calls and the waiting times of a hall. The same comes as server-sent events at `/hall/{venue}/events?zone=`, where each message is such a snapshot and a `ping` every few seconds says that it still holds.',
  input: Type.Object({ venue: Venue, zone: Type.Optional(BoardZone) }),
  output: Board,
  refusals: { unknown_venue: 404 },
});
