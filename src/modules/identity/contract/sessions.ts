import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Code, Id, Instant, Name, Nothing, Password, Phone, SessionShape, Username, LanguageTag, Done } from './types.ts';

const Device = Type.Optional(Type.String({ maxLength: 100, description: 'How this session is called in the list of sessions' }));

export const signIn = endpoint({
  method: 'POST',
  path: '/sessions',
  may: 'anyone',
  about: 'Sign in with a user name and a password, and a code when a second factor is on.',
  input: Type.Object({ username: Username, password: Password, code: Type.Optional(Code), device: Device }),
  output: SessionShape,
  refusals: { wrong_credentials: 401, code_needed: 401, wrong_code: 401, locked: 423 },
  creates: true,
  secret: true,
  recordsRefusals: true,
  perMinute: 60,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/sessions/current',
  may: 'signed-in',
  about: 'End the session that asks.',
  input: Nothing,
  output: Type.Object({ signedOut: Type.Literal(true) }),
  refusals: {},
});

export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  may: 'signed-in',
  about: 'My open sessions, the last used first.',
  input: Nothing,
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        sessionId: Id,
        device: Type.String(),
        createdAt: Instant,
        seenAt: Instant,
        expiresAt: Instant,
        current: Type.Boolean(),
      }),
    ),
    nextCursor: Type.Null(),
  }),
  refusals: {},
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/sessions/:sessionId',
  may: 'signed-in',
  about: 'End one of my sessions.',
  input: Type.Object({ sessionId: Id }),
  output: Done,
  refusals: { not_found: 404 },
});

export const register = endpoint({
  method: 'POST',
  path: '/people',
  may: 'anyone',
  about: 'Open an account as a citizen. The phone number is the user name.',
  input: Type.Object({ name: Name, phone: Phone, password: Password, language: Type.Optional(LanguageTag) }),
  output: SessionShape,
  refusals: { phone_taken: 409, weak_password: 422 },
  creates: true,
  secret: true,
  perMinute: 10,
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitations/accept',
  may: 'anyone',
  about: 'Set a password with a one-time link, which signs in.',
  input: Type.Object({ invitation: Type.String({ minLength: 1, maxLength: 100 }), password: Password }),
  output: SessionShape,
  refusals: { invitation_over: 410, weak_password: 422 },
  creates: true,
  secret: true,
  perMinute: 20,
});

export const signInAsPersona = endpoint({
  method: 'POST',
  path: '/personas/:username/sessions',
  may: 'anyone',
  about: 'Try the demo as one of its people. Does not exist outside of demo mode.',
  input: Type.Object({ username: Username }),
  output: Type.Object({ ...SessionShape.properties, start: Type.String() }),
  refusals: { not_found: 404 },
  creates: true,
  secret: true,
  perMinute: 120,
});
