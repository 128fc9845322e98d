import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { watches } from './rules/watch.ts';

export const watchers = ['supervisor', 'head', 'signer'] as const;

const Text = Type.String();
const Nullable = (schema: typeof Text) => Type.Union([schema, Type.Null()]);
const Counts = Type.Object({
  overdue: Type.Integer(),
  due1: Type.Integer({ description: 'Due today or on the next working day' }),
  due3: Type.Integer({ description: 'Due within three working days' }),
  due5: Type.Integer({ description: 'Due within five working days' }),
  paused: Type.Integer(),
  unclaimed: Type.Integer({ description: 'Nobody has it in hand' }),
  untouched: Type.Integer({ description: 'No act for five working days' }),
  open: Type.Integer(),
});
const Share = Type.Object({ part: Type.Integer(), whole: Type.Integer() });

export const Overview = Type.Object({
  asOf: Text,
  totals: Counts,
  paused: Type.Array(Type.Object({ reason: Text, count: Type.Integer() })),
  notAccepted: Type.Object({ count: Type.Integer(), since: Text }),
  onTime: Type.Object({ ...Share.properties, since: Text }),
  units: Type.Array(Type.Object({ unitCode: Text, unitName: Text, counts: Counts, onTime: Share })),
  officers: Type.Array(Type.Object({ personId: Text, name: Text, counts: Counts })),
  items: Type.Array(
    Type.Object({
      itemCode: Text,
      itemName: Text,
      n: Type.Integer(),
      used: Type.Number({ description: 'Days that counted, on average, from acceptance to decision' }),
      promised: Type.Integer(),
      statutory: Type.Union([Type.Integer(), Type.Null()]),
      unit: Type.Union([Type.Literal('workday'), Type.Literal('day')]),
    }),
  ),
  finished: Type.Array(Type.Object({ on: Text, onTime: Type.Integer(), late: Type.Integer() })),
});
export type Overview = Static<typeof Overview>;

export const getOverview = endpoint({
  method: 'GET',
  path: '/overview',
  may: watchers,
  about: 'Where open cases stand, by unit and officer, and how long matters really take',
  input: Type.Object({}),
  output: Overview,
  refusals: {},
});

export const Watched = Type.Object({
  caseNo: Text,
  version: Type.Integer(),
  itemName: Text,
  unitCode: Text,
  unitName: Text,
  state: Text,
  holderId: Nullable(Text),
  holderName: Nullable(Text),
  dueOn: Nullable(Text),
  daysLeft: Type.Union([Type.Integer(), Type.Null()]),
  pausedAt: Nullable(Text),
  pauseReason: Nullable(Text),
  touchedAt: Text,
  remindedToday: Type.Boolean(),
});
export type Watched = Static<typeof Watched>;

export const listWatched = endpoint({
  method: 'GET',
  path: '/cases',
  may: watchers,
  about: 'The open cases behind one number, due first',
  input: Type.Object({
    what: Type.Enum(watches),
    unit: Type.Optional(Type.String({ maxLength: 120 })),
    holder: Type.Optional(Type.String({ format: 'uuid' })),
    reason: Type.Optional(Type.String({ maxLength: 60 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  output: Type.Object({ rows: Type.Array(Watched), nextCursor: Nullable(Text) }),
  refusals: { bad_cursor: 400 },
});

export const listRefused = endpoint({
  method: 'GET',
  path: '/refused',
  may: watchers,
  about: 'Applications that were not accepted in the last thirty days, with the reasons',
  input: Type.Object({}),
  output: Type.Object({
    rows: Type.Array(Type.Object({ caseNo: Text, at: Text, unitName: Text, itemName: Text, officerName: Text, reason: Text })),
  }),
  refusals: {},
});

export const getRatings = endpoint({
  method: 'GET',
  path: '/ratings',
  may: watchers,
  about: 'How people rated, and the bad ratings that wait for a call back',
  input: Type.Object({}),
  output: Type.Object({
    since: Text,
    grades: Type.Array(Type.Integer(), { description: 'How many gave 1 … 5' }),
    units: Type.Array(Type.Object({ unitCode: Text, unitName: Text, n: Type.Integer(), grades: Type.Array(Type.Integer()) })),
    waiting: Type.Array(
      Type.Object({
        caseNo: Text,
        itemName: Text,
        unitName: Text,
        at: Text,
        grade: Type.Integer(),
        words: Text,
        followUpBy: Text,
        daysLeft: Type.Integer(),
      }),
    ),
    done: Type.Array(
      Type.Object({ caseNo: Text, itemName: Text, grade: Type.Integer(), words: Text, followUp: Text, by: Text, followedUpAt: Text }),
    ),
  }),
  refusals: {},
});
