import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Answers, CaseNo, Delivery, Flag, Nullable, Slots, StateName } from './types.ts';

const Day = Type.String();

export const views = [
  'mine',
  'unclaimed',
  'due-today',
  'overdue',
  'paused',
  'opinions',
  'deciding',
  'deliver',
  'to-verify',
  'all',
] as const;

export const WorkRow = Type.Object({
  caseNo: Type.String(),
  itemCode: Type.String(),
  itemName: Type.String(),
  applicantName: Type.String(),
  state: StateName,
  lane: Type.String(),
  stage: Nullable(Type.String()),
  unitCode: Type.String(),
  holderName: Nullable(Type.String()),
  dueOn: Nullable(Day),
  daysLeft: Type.Union([Type.Integer(), Type.Null()]),
  pauseReason: Nullable(Type.String()),
  pausedAt: Nullable(Type.String()),
  receivedAt: Type.String(),
  version: Type.Integer(),
});
export type WorkRow = Static<typeof WorkRow>;

const staff = ['window', 'reviewer', 'signer', 'head', 'supervisor'] as const;

/** The officers' work list, due first; the cursor goes on where the page before ended. */
export const listCases = endpoint({
  method: 'GET',
  path: '',
  may: staff,
  about: 'Work list',
  input: Type.Object({
    view: Type.Optional(Type.Enum(views)),
    state: Type.Optional(StateName),
    unit: Type.Optional(Type.String({ maxLength: 120 })),
    holder: Type.Optional(Type.String({ maxLength: 60, description: '`me`, `none` or a person’s id' })),
    item: Type.Optional(Type.String({ maxLength: 60 })),
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Case number, name or phone' })),
    sort: Type.Optional(Type.Literal('due')),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  output: Type.Object({ rows: Type.Array(WorkRow), nextCursor: Nullable(Type.String()) }),
  refusals: { bad_cursor: 400 },
});

/** Counts of the views, bounded: beyond a thousand nobody counts on. */
export const countViews = endpoint({
  method: 'GET',
  path: '/counts',
  may: staff,
  about: 'How many cases each view has, up to 1,000',
  input: Type.Object({}),
  output: Type.Record(Type.String(), Type.Integer()),
  refusals: {},
});

export const listMine = endpoint({
  method: 'GET',
  path: '/mine',
  may: 'signed-in',
  about: 'My own cases and those I handle for others',
  input: Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        caseNo: Type.String(),
        itemName: Type.String(),
        state: StateName,
        receivedAt: Type.String(),
        dueOn: Nullable(Day),
        applicantName: Type.String(),
      }),
    ),
    nextCursor: Nullable(Type.String()),
  }),
  refusals: { bad_cursor: 400 },
});

const Segment = Type.Object({
  clock: Type.String(),
  from: Type.String(),
  to: Nullable(Type.String()),
  kind: Type.String(),
  reason: Type.String(),
});

export const CaseView = Type.Object({
  caseNo: Type.String(),
  state: StateName,
  version: Type.Integer(),
  lane: Type.String(),
  itemCode: Type.String(),
  itemVersion: Type.Integer(),
  itemName: Type.String(),
  channel: Type.String(),
  unitCode: Type.String(),
  applicant: Type.Object({ personId: Type.String(), name: Type.String(), phone: Type.String(), agentId: Nullable(Type.String()) }),
  holder: Type.Union([Type.Object({ personId: Type.String(), name: Type.String(), until: Nullable(Type.String()) }), Type.Null()]),
  answers: Answers,
  slots: Slots,
  delivery: Delivery,
  receivedAt: Type.String(),
  acceptedAt: Nullable(Type.String()),
  decidedAt: Nullable(Type.String()),
  outcome: Nullable(Type.String()),
  clock: Type.Object({
    statutoryBy: Nullable(Day),
    promisedBy: Nullable(Day),
    dueOn: Nullable(Day),
    running: Type.Boolean(),
    pauseReason: Nullable(Type.String()),
    segments: Type.Array(Segment),
  }),
  correction: Type.Union([
    Type.Object({
      from: Type.String(),
      askedAt: Type.String(),
      askedBy: Type.String(),
      dueOn: Day,
      note: Type.String(),
      round: Type.Integer(),
      flags: Type.Array(Flag),
    }),
    Type.Null(),
  ]),
  decision: Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()]),
  stages: Type.Array(
    Type.Object({
      key: Type.String(),
      step: Type.Integer(),
      kind: Type.String(),
      unitCode: Type.String(),
      state: Type.String(),
      dueOn: Nullable(Day),
      doneAt: Nullable(Type.String()),
      doneByName: Nullable(Type.String()),
      outcome: Nullable(Type.String()),
      opinion: Nullable(Type.String()),
    }),
  ),
  actions: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      act: Type.String(),
      at: Type.String(),
      actor: Type.String(),
      reason: Nullable(Type.String()),
      before: Nullable(Type.String()),
      after: Type.String(),
      hash: Type.String(),
    }),
  ),
  mayDo: Type.Array(Type.String()),
});
export type CaseView = Static<typeof CaseView>;

export const getCase = endpoint({
  method: 'GET',
  path: '/:caseNo',
  may: 'signed-in',
  about: 'One case with its clock, stages and log',
  input: Type.Object({ caseNo: CaseNo }),
  output: CaseView,
  refusals: { not_found: 404 },
});

/** The signed decision; who opens it as the applicant has been served electronically. */
export const decisionPdf = endpoint({
  method: 'GET',
  path: '/:caseNo/decision.pdf',
  may: 'signed-in',
  about: 'The decision as a signed PDF',
  sends: 'application/pdf',
  input: Type.Object({ caseNo: CaseNo }),
  output: Type.Unknown(),
  refusals: { not_found: 404, not_ready: 409 },
});

export const explainClock = endpoint({
  method: 'GET',
  path: '/:caseNo/why/:clock',
  may: 'signed-in',
  about: 'Why this date: the sum day by day',
  input: Type.Object({
    caseNo: CaseNo,
    clock: Type.Union([
      Type.Literal('promised'),
      Type.Literal('statutory'),
      Type.Literal('intake'),
      Type.Literal('supplement'),
      Type.Literal('delivery'),
    ]),
  }),
  output: Type.Object({
    dueOn: Nullable(Day),
    provisional: Type.Boolean(),
    limit: Type.Object({ days: Type.Integer(), unit: Type.String() }),
    law: Type.Array(Type.Object({ rule: Type.String(), law: Type.String(), article: Type.String() })),
    days: Type.Array(
      Type.Object({
        on: Day,
        counted: Type.Boolean(),
        number: Nullable(Type.Integer()),
        why: Type.String(),
        reason: Nullable(Type.String()),
        name: Nullable(Type.String()),
      }),
    ),
  }),
  refusals: { not_found: 404, no_such_clock: 404 },
});

export const TimelineEntry = Type.Object({
  at: Type.String(),
  act: Type.String(),
  by: Type.String(),
  unitName: Nullable(Type.String()),
  detail: Type.Object({}, { additionalProperties: true }),
});
export const PublicCase = Type.Object({
  caseNo: Type.String(),
  itemName: Type.String(),
  itemCode: Type.String(),
  state: StateName,
  sentence: Type.String({ description: 'What, who, by when, in the reader’s language' }),
  receivedAt: Type.String(),
  dueOn: Nullable(Day),
  zone: Type.String({ description: 'The office’s time zone, for showing instants' }),
  contact: Type.Object({ unitName: Type.String(), officer: Nullable(Type.String()), phone: Nullable(Type.String()) }),
  timeline: Type.Array(TimelineEntry),
});
export type PublicCase = Static<typeof PublicCase>;

/** Without signing in: the number and the last four digits of the phone. The same answer for a wrong number and a wrong phone; slowed down for guessers. */
export const track = endpoint({
  method: 'POST',
  path: '/track',
  may: 'anyone',
  about: 'Where a case stands, by its number and the last four digits of the phone',
  input: Type.Object(
    { caseNo: CaseNo, phoneLast4: Type.String({ minLength: 4, maxLength: 4, pattern: '^[0-9]{4}$' }) },
    { additionalProperties: true },
  ),
  output: PublicCase,
  refusals: { not_found: 404 },
  perMinute: 20,
});
