import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { NamedPlan, Plan, Spans } from '../rules/plan.ts';
import { Booking, Day, listOf, nullable, Place, Text } from './types.ts';

const may = ['planner', 'admin'] as const;
const readers = ['planner', 'admin', 'supervisor', 'head', 'window', 'hotline', 'gate'] as const;

/** What a change yields and whom it hits, from its first day to the end of what is released. */
const Yield = Type.Object({
  days: Type.Array(
    Type.Object({
      on: Day,
      before: Type.Integer({ description: 'Places by windows and headcount, as it is' }),
      after: Type.Integer({ description: '… and as it would be' }),
      limitedBy: Type.Enum(['windows', 'headcount', 'closed']),
    }),
  ),
  gained: Type.Integer(),
  overflow: Type.Integer({ description: 'Bookings that would no longer fit' }),
});

export const getPlan = endpoint({
  method: 'GET',
  path: '/plans/:venue',
  may: readers,
  about: 'The plan of a place that holds today, and the next one',
  input: Type.Object({ venue: Place }),
  output: NamedPlan,
  refusals: { unknown_venue: 404 },
});
const change = { venue: Place, validFrom: Day, plan: Plan };
export const previewPlan = endpoint({
  method: 'POST',
  path: '/plans/:venue/preview',
  may,
  about: 'What longer hours, more windows or another cap would yield, and whom they would hit',
  input: Type.Object(change),
  output: Yield,
  refusals: { unknown_venue: 404, outside_your_unit: 403 },
});
export const savePlan = endpoint({
  method: 'POST',
  path: '/plans/:venue',
  may,
  about: 'A new version of the plan, from a day on. Only caps change; bookings that no longer fit become a list.',
  creates: true,
  input: Type.Object({ ...change, version: Type.Optional(Type.Integer({ minimum: 0 })) }),
  output: Type.Object({ venue: Type.String(), version: Type.Integer(), ...Yield.properties }),
  refusals: { unknown_venue: 404, outside_your_unit: 403, begins_in_the_past: 422, stale_version: 409 },
});
const dayChange = { venue: Place, on: Day, spans: Spans, reason: Text };
export const previewDay = endpoint({
  method: 'POST',
  path: '/plans/:venue/days/preview',
  may,
  about: 'What other hours on one day would yield, and whom they would hit',
  input: Type.Object(dayChange),
  output: Yield,
  refusals: { unknown_venue: 404, outside_your_unit: 403 },
});
export const changeDay = endpoint({
  method: 'POST',
  path: '/plans/:venue/days',
  may,
  about: 'Other hours on one day; no spans: closed',
  creates: true,
  input: Type.Object(dayChange),
  output: Yield,
  refusals: { unknown_venue: 404, outside_your_unit: 403, begins_in_the_past: 422 },
});
export const listOverflow = endpoint({
  method: 'GET',
  path: '/plans/:venue/overflow',
  may: readers,
  about: 'Bookings that no longer fit their hall’s caps or hours, latest booked first',
  input: Type.Object({ venue: Place }),
  output: listOf(Booking),
  refusals: { unknown_venue: 404, outside_your_unit: 403 },
});
export const getLoad = endpoint({
  method: 'GET',
  path: '/plans/:venue/load',
  may: readers,
  about: 'A day in five-minute cells: caps and what is taken, by resource',
  input: Type.Object({ venue: Place, on: Day }),
  output: Type.Object({
    zone: Type.String(),
    rows: Type.Array(
      Type.Object({
        kind: Type.Enum(['hall', 'special', 'zone', 'window']),
        ref: Type.String(),
        cells: Type.Array(
          Type.Object({
            at: Type.String(),
            bookingCap: Type.Integer(),
            bookings: Type.Integer(),
            personCap: Type.Integer(),
            persons: Type.Integer(),
          }),
        ),
      }),
    ),
    nextCursor: nullable(Type.String()),
  }),
  refusals: { unknown_venue: 404 },
});
