import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Text = Type.String();
const Nullable = (schema: typeof Text) => Type.Union([schema, Type.Null()]);

export const takeMyData = endpoint({
  method: 'GET',
  path: '/my-data',
  may: 'signed-in',
  about: 'Everything that is held about me: `data.json` and the files I sent, in one archive',
  perMinute: 5,
  sends: 'application/zip',
  input: Type.Object({}),
  output: Text,
  refusals: {},
});

export const getRetention = endpoint({
  method: 'GET',
  path: '/retention',
  may: ['admin'],
  about: 'How long what is kept, what is due to be erased, and what was erased, with the proof of it',
  input: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }),
  output: Type.Object({
    policy: Type.Object({
      validFrom: Text,
      warnDays: Type.Integer(),
      draftDays: Type.Integer(),
      identityPaperDays: Type.Integer(),
      cases: Type.Array(Type.Object({ kinds: Type.Array(Text), outcomes: Type.Array(Text), years: Type.Integer() })),
    }),
    due: Type.Object({
      cases: Type.Integer({ description: 'Kept no longer; erased two weeks after their applicants were told' }),
      told: Type.Integer({ description: 'Of the cases that are or come due within two weeks: whose applicants were told' }),
      soon: Type.Integer({ description: 'Cases that come due within two weeks' }),
      drafts: Type.Integer({ description: 'Drafts that nobody has touched for as long as they are kept' }),
    }),
    erased: Type.Array(Type.Object({ kind: Text, count: Type.Integer(), files: Type.Integer(), issued: Type.Integer(), lastAt: Text })),
    rows: Type.Array(
      Type.Object({
        kind: Text,
        what: Text,
        itemCode: Text,
        outcome: Nullable(Text),
        rule: Text,
        files: Type.Integer(),
        issued: Type.Integer(),
        proof: Text,
        erasedAt: Text,
      }),
    ),
  }),
  refusals: {},
});
