import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { nullable, Venue } from './tickets.ts';

const readers = ['planner', 'supervisor', 'head', 'window', 'admin'] as const;
const Day = Type.String({ pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD, local to the hall' });
const Minutes = nullable(Type.Number());

export const QueueDay = Type.Object({
  venue: Type.String(),
  on: Type.String(),
  groups: Type.Array(
    Type.Object({
      group: Type.String(),
      name: Type.String(),
      taken: Type.Integer(),
      served: Type.Integer(),
      missed: Type.Integer({ description: 'Called and not come, and not come back' }),
      waiting: Type.Integer(),
      waitP50: Minutes,
      waitP90: Minutes,
      serviceMean: Minutes,
    }),
  ),
  windows: Type.Array(
    Type.Object({
      windowNo: Type.String(),
      served: Type.Integer(),
      openMinutes: Type.Integer(),
      busyMinutes: Type.Integer(),
    }),
  ),
  halfHours: Type.Array(
    Type.Object({
      from: Type.String({ description: 'HH:MM' }),
      booked: Type.Integer(),
      walkIn: Type.Integer(),
      waitP50: Minutes,
      waitP90: Minutes,
    }),
  ),
  calibration: Type.Object({
    days: Type.Integer(),
    count: Type.Integer({ description: 'Forecasts that can be compared with what became of them' }),
    within: Type.Integer({ description: 'Waited no longer than p90' }),
    coverage: Type.Number(),
    error: Type.Number({ description: 'Mean error of p50, minutes' }),
    formulaError: Type.Number({ description: 'Mean error of people ahead × mean ÷ windows, minutes' }),
  }),
});
export type QueueDay = Static<typeof QueueDay>;

export const getQueueDay = endpoint({
  method: 'GET',
  path: '/:venue/queue/days/:on',
  may: readers,
  about:
    'A day of the queue in numbers: waits, missed calls and service times by group, how busy each window was, and how right the forecasts were',
  input: Type.Object({ venue: Venue, on: Day }),
  output: QueueDay,
  refusals: { unknown_venue: 404, outside_your_unit: 403, no_such_day: 400 },
});

const Simulated = Type.Object({
  visitors: Type.Number(),
  unserved: Type.Number(),
  waitP50: Type.Number(),
  waitP90: Type.Number(),
  waitP99: Type.Number(),
  mostInside: Type.Number(),
  mostOutside: Type.Number(),
  groups: Type.Array(
    Type.Object({ group: Type.String(), name: Type.String(), served: Type.Number(), waitP50: Type.Number(), waitP90: Type.Number() }),
  ),
  windows: Type.Array(Type.Object({ windowNo: Type.String(), busyShare: Type.Number() })),
});

export const WhatIf = Type.Object({
  on: Type.String(),
  runs: Type.Integer(),
  milliseconds: Type.Number({ description: 'What one simulated day took' }),
  historyDays: Type.Integer({ description: 'Days the walk-ins are taken from; 0: only what today has brought' }),
  bookings: Type.Integer(),
  cap: Type.Integer(),
  closed: Type.Array(Type.String()),
  asItIs: Simulated,
  asAsked: Simulated,
});
export type WhatIf = Static<typeof WhatIf>;

export const askWhatIf = endpoint({
  method: 'GET',
  path: '/:venue/what-if',
  may: readers,
  about:
    'Today’s demand played on the hall as it is, and with windows closed, another cap, more or fewer walk-ins. Each is the mean of some simulated days.',
  input: Type.Object({
    venue: Venue,
    closed: Type.Optional(Type.String({ maxLength: 200, description: 'Numbers of windows, with commas' })),
    cap: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    demandPercent: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, description: 'Walk-ins; 100 as usual' })),
  }),
  output: WhatIf,
  refusals: { unknown_venue: 404, outside_your_unit: 403, no_window_left: 422 },
});
