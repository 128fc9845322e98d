import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Day, FirstDay, ItemCode, listOf, Minutes, nullable, Party, Place } from './types.ts';

const asked = {
  item: Type.Optional(ItemCode),
  group: Type.Optional(Type.String({ maxLength: 20, description: 'Instead of an item, where none is concerned' })),
  party: Type.Optional(Party),
  minutes: Type.Optional(Minutes),
  special: Type.Optional(Type.Boolean({ description: 'The special hall: who comes from a key region or has symptoms' })),
};
const refusals = { unknown_venue: 404, unknown_item: 404, not_bookable_here: 422 } as const;

export const listHalls = endpoint({
  method: 'GET',
  path: '/halls',
  may: 'anyone',
  about: 'Where an item can be booked: how full each hall is today, and its first free time',
  input: Type.Object({ item: Type.Optional(ItemCode), party: Type.Optional(Party) }),
  output: listOf(
    Type.Object({
      venue: Type.String(),
      name: Type.String(),
      address: Type.String(),
      phone: Type.String(),
      zone: Type.String(),
      /** Of today's bookable places, how many are taken; null when it is closed today. */
      loadPercent: nullable(Type.Integer()),
      hasSpecialHall: Type.Boolean(),
      firstFree: nullable(Type.String()),
    }),
  ),
  refusals: { unknown_item: 404 },
});

export const listDays = endpoint({
  method: 'GET',
  path: '/days',
  may: 'anyone',
  about: 'The coming days with what is free on each: open, full, closed, or not released yet (then from when)',
  input: Type.Object({
    venue: Place,
    from: Type.Optional(FirstDay),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
    ...asked,
  }),
  output: listOf(
    Type.Object({
      on: Day,
      state: Type.Enum(['open', 'full', 'closed', 'not-released']),
      free: Type.Integer(),
      opensAt: nullable(Type.String()),
      reason: nullable(Type.String({ description: 'Why it is closed, where an exception says so' })),
    }),
  ),
  refusals,
});

export const listSlots = endpoint({
  method: 'GET',
  path: '/slots',
  may: 'anyone',
  about: 'The times of a day with how many places each has; a taken time is listed with 0',
  input: Type.Object({ venue: Place, on: Day, ...asked }),
  output: Type.Object({
    rows: Type.Array(Type.Object({ at: Type.String(), until: Type.String(), free: Type.Integer() })),
    nextCursor: Type.Null(),
    zone: Type.String(),
    minutes: Type.Integer(),
    opensAt: nullable(Type.String({ description: 'When this day is released, while it is not' })),
    closed: nullable(Type.Object({ reason: Type.String(), instead: Type.Array(Type.String()) })),
  }),
  refusals,
});
