import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { CaseNo, Nullable } from './types.ts';

const staff = ['window', 'reviewer', 'signer', 'head', 'supervisor'] as const;

const BatchResult = Type.Object({
  caseNo: Type.String(),
  done: Type.Boolean(),
  code: Nullable(Type.String()),
  state: Nullable(Type.String()),
  version: Type.Union([Type.Integer(), Type.Null()]),
});

/** What may be done to many at once: nothing that takes somebody's chance away or needs words of its own. */
export const batchActs = ['claim', 'release', 'accept', 'finish-stage', 'sign', 'remind', 'hand-over'] as const;

/** The same act on many cases, each with its own result: a refusal writes nothing and holds nothing back. */
export const batch = endpoint({
  method: 'POST',
  path: '/batch',
  may: ['window', 'reviewer', 'signer', 'head', 'supervisor'],
  about: 'Claim, release, accept, finish, sign, press or hand over many cases, with a result for each',
  input: Type.Object({
    act: Type.Enum(batchActs),
    cases: Type.Array(Type.Object({ caseNo: CaseNo, version: Type.Optional(Type.Integer()) }), { minItems: 1, maxItems: 200 }),
    toPersonId: Type.Optional(Type.String({ format: 'uuid' })),
    reason: Type.Optional(Type.String({ maxLength: 500, description: 'Why they are handed over, or the opinion on the stage' })),
  }),
  output: Type.Object({ results: Type.Array(BatchResult) }),
  refusals: {},
});

export const Message = Type.Object({
  messageId: Type.String(),
  at: Type.String(),
  fromOffice: Type.Boolean(),
  author: Type.String(),
  body: Type.String(),
  fileIds: Type.Array(Type.String()),
});
export const listMessages = endpoint({
  method: 'GET',
  path: '/:caseNo/messages',
  may: 'signed-in',
  about: 'Messages between the applicant and the office',
  input: Type.Object({ caseNo: CaseNo }),
  output: Type.Object({ rows: Type.Array(Message) }),
  refusals: { not_found: 404 },
});
export const writeMessage = endpoint({
  method: 'POST',
  path: '/:caseNo/messages',
  may: 'signed-in',
  about: 'Write to the other side',
  creates: true,
  input: Type.Object({
    caseNo: CaseNo,
    body: Type.String({ minLength: 1, maxLength: 4000 }),
    fileIds: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 10 })),
  }),
  output: Message,
  refusals: { not_found: 404, files_unusable: 422, ended: 409 },
});
export const beHere = endpoint({
  method: 'POST',
  path: '/:caseNo/presence',
  may: staff,
  about: 'Say that one has the case open, and learn who else has',
  input: Type.Object({ caseNo: CaseNo }),
  output: Type.Object({ others: Type.Array(Type.Object({ name: Type.String() })) }),
  refusals: { not_found: 404 },
});
