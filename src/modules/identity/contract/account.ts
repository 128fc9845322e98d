import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Code, Done, GrantShape, Instant, LanguageTag, Nothing, Nullable, Password, PersonShape } from './types.ts';

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  may: 'signed-in',
  about: 'Who I am here and what I may do.',
  input: Nothing,
  output: Type.Object({
    ...PersonShape.properties,
    username: Nullable(Type.String()),
    phone: Nullable(Type.String()),
    email: Nullable(Type.String()),
    numberMasked: Nullable(Type.String()),
    grants: Type.Array(GrantShape),
    hasPassword: Type.Boolean(),
    secondFactorSince: Nullable(Instant),
  }),
  refusals: {},
});

export const setPreferences = endpoint({
  method: 'PUT',
  path: '/me/preferences',
  may: 'signed-in',
  about: 'Set my language, care mode and e-mail address. Without an address the one on file is removed.',
  input: Type.Object({
    language: LanguageTag,
    care: Type.Optional(Type.Boolean()),
    email: Type.Optional(Type.String({ maxLength: 200, pattern: '^[^\\s@]+@[^\\s@]+$' })),
  }),
  output: Type.Object({ language: LanguageTag, care: Type.Boolean() }),
  refusals: {},
});

export const changePassword = endpoint({
  method: 'PUT',
  path: '/me/password',
  may: 'signed-in',
  about: 'Change my password. All my other sessions end.',
  input: Type.Object({ current: Password, password: Password }),
  output: Done,
  refusals: { wrong_password: 403, weak_password: 422 },
  secret: true,
  perMinute: 10,
});

export const prepareSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor',
  may: 'signed-in',
  about: 'Make a key for an authenticator app. It counts only when a first code has confirmed it.',
  input: Nothing,
  output: Type.Object({ key: Type.String(), uri: Type.String() }),
  refusals: { second_factor_is_on: 409 },
  creates: true,
  secret: true,
});

export const confirmSecondFactor = endpoint({
  method: 'PUT',
  path: '/me/second-factor',
  may: 'signed-in',
  about: 'Switch the second factor on with a first code.',
  input: Type.Object({ code: Code }),
  output: Done,
  refusals: { wrong_code: 422, second_factor_is_on: 409, second_factor_not_prepared: 409 },
  secret: true,
  perMinute: 10,
});

export const dropSecondFactor = endpoint({
  method: 'DELETE',
  path: '/me/second-factor',
  may: 'signed-in',
  about: 'Switch the second factor off, with my password.',
  input: Type.Object({ current: Password }),
  output: Done,
  refusals: { wrong_password: 403 },
  secret: true,
  perMinute: 10,
});

export const listMyViews = endpoint({
  method: 'GET',
  path: '/views',
  may: 'signed-in',
  about: 'Who looked at my data, when and why, the latest first.',
  input: Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
  }),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({ at: Instant, actorName: Type.String(), actorUnit: Nullable(Type.String()), what: Type.String(), why: Type.String() }),
    ),
    nextCursor: Nullable(Type.String()),
  }),
  refusals: {},
});
