import { Type, type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

export const largestFile = 20 * 1_048_576;

/** `not-scanned`: no scanner is installed, and the operator has decided what that means. */
export const Scan = Type.Enum(['pending', 'clean', 'infected', 'unreadable', 'not-scanned']);
export type Scan = Static<typeof Scan>;

export const SentFile = Type.Object({
  fileId: Type.String(),
  sha256: Type.String(),
  bytes: Type.Integer(),
  mediaType: Type.String(),
  scan: Scan,
});

export const uploadFile = endpoint({
  method: 'POST',
  path: '/files',
  may: 'signed-in',
  about: 'Send one file, as multipart/form-data: JPG, PNG, WebP, HEIC or PDF up to 20 MiB. What it is, is seen from its bytes.',
  creates: true,
  perMinute: 240,
  /** Never posted as such: the file has been measured and put away when this is called. */
  input: Type.Object(
    {
      key: Type.String({ maxLength: 200 }),
      name: Type.String({ minLength: 1, maxLength: 200 }),
      bytes: Type.Integer({ minimum: 1, maximum: largestFile }),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      mediaType: Type.String({ maxLength: 100 }),
    },
    { additionalProperties: false },
  ),
  output: SentFile,
  refusals: { too_large: 413, unsupported_media_type: 415 },
});

export const MyFile = Type.Object({
  fileId: Type.String(),
  name: Type.String(),
  bytes: Type.Integer(),
  mediaType: Type.String(),
  scan: Scan,
  at: Type.String(),
  viewable: Type.Boolean({ description: 'A copy to look at is ready at `/files/{fileId}/view`' }),
});
export type MyFile = Static<typeof MyFile>;

export const listFiles = endpoint({
  method: 'GET',
  path: '/files',
  may: 'signed-in',
  about: 'The files I have sent before, newest first, to use them again',
  input: Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  output: Type.Object({ rows: Type.Array(MyFile), nextCursor: Type.Union([Type.String(), Type.Null()]) }),
  refusals: { bad_cursor: 400 },
});

export const issuedKinds = ['receipt', 'decision', 'correction', 'refusal', 'apology'] as const;
export type IssuedKind = (typeof issuedKinds)[number];

/** What anyone may know of a document that is shown to them. The name is masked, nothing else points to a person. */
export const PublicFacts = Type.Object({
  kind: Type.Enum(issuedKinds),
  title: Type.String(),
  no: Type.String(),
  itemName: Type.String(),
  outcome: Type.Union([Type.String(), Type.Null()]),
  holder: Type.String({ description: 'Masked' }),
  issuedBy: Type.String(),
  issuedAt: Type.String(),
  validUntil: Type.Union([Type.String(), Type.Null()]),
  language: Type.String(),
  zone: Type.String({ description: 'In which its days are counted' }),
});
export type PublicFacts = Static<typeof PublicFacts>;

export const verdicts = ['genuine', 'altered', 'revoked', 'unknown'] as const;
export const Verification = Type.Object({
  verdict: Type.Enum(verdicts),
  code: Type.Union([Type.String(), Type.Null()]),
  document: Type.Union([PublicFacts, Type.Null()]),
  revokedAt: Type.Union([Type.String(), Type.Null()]),
  sha256: Type.Union([Type.String(), Type.Null()], { description: 'Of the file that was compared, or of the issued one' }),
});
export type Verification = Static<typeof Verification>;

export const verifyCode = endpoint({
  method: 'GET',
  path: '/verify/:code',
  may: 'anyone',
  about: 'Whether we issued the document with this code, and what it says',
  perMinute: 30,
  input: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }),
  output: Verification,
  refusals: { not_found: 404 },
});

/** The file is compared and forgotten: it is not kept. */
export const verifyFile = endpoint({
  method: 'POST',
  path: '/verify',
  may: 'anyone',
  about: 'Whether this PDF is one that we issued, unchanged: its hash and its signature are compared, nothing is kept',
  takesFile: true,
  perMinute: 30,
  bodyLimit: largestFile,
  input: Type.Object({ content: Type.Unknown(), fileName: Type.Optional(Type.String({ maxLength: 300 })) }),
  output: Verification,
  refusals: { no_file: 422 },
});
