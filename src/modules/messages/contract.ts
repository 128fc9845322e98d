import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

export const Notice = Type.Object({
  noticeId: Type.String(),
  kind: Type.String(),
  caseNo: Type.Union([Type.String(), Type.Null()]),
  language: Type.String({ description: 'The language it was written in' }),
  title: Type.String(),
  body: Type.String({ description: 'Sentences; lines are parted by a line feed' }),
  link: Type.String(),
  at: Type.String(),
  readAt: Type.Union([Type.String(), Type.Null()]),
});
export type Notice = Static<typeof Notice>;

export const listNotices = endpoint({
  method: 'GET',
  path: '/notices',
  may: 'signed-in',
  about: 'What I was told, newest first',
  input: Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  output: Type.Object({
    rows: Type.Array(Notice),
    unread: Type.Integer({ description: 'Up to 100' }),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
  }),
  refusals: { bad_cursor: 400 },
});

export const readNotice = endpoint({
  method: 'POST',
  path: '/notices/:noticeId/read',
  may: 'signed-in',
  about: 'I have read it',
  input: Type.Object({ noticeId: Type.String({ format: 'uuid' }) }),
  output: Notice,
  refusals: { not_found: 404 },
});

export const readNotices = endpoint({
  method: 'POST',
  path: '/notices/read',
  may: 'signed-in',
  about: 'I have read them all',
  input: Type.Object({}),
  output: Type.Object({ read: Type.Integer() }),
  refusals: {},
});
