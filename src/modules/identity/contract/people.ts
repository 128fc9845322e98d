import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, GrantShape, Id, Instant, LanguageTag, Name, Nullable, Phone, RoleName, UnitCode } from './types.ts';

/** Without a unit the role holds everywhere. */
const Grants = Type.Array(Type.Object({ role: RoleName, unitCode: Type.Optional(UnitCode) }), { maxItems: 50 });
const Link = { invitation: Type.String(), path: Type.String(), expiresAt: Instant };

export const listPeople = endpoint({
  method: 'GET',
  path: '/people',
  may: ['admin'],
  about: 'People with an account and what they may do; `q` looks in names, user names and units.',
  input: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Id),
  }),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        personId: Id,
        username: Type.String(),
        name: Type.String(),
        phone: Nullable(Type.String()),
        unitCode: Nullable(Type.String()),
        grants: Type.Array(GrantShape),
        secondFactor: Type.Boolean(),
      }),
    ),
    nextCursor: Nullable(Id),
  }),
  refusals: {},
});

export const createStaff = endpoint({
  method: 'POST',
  path: '/staff',
  may: ['admin'],
  about: 'Add a member of staff. Answers with a one-time link under which the person sets a password.',
  input: Type.Object({
    username: Type.String({ pattern: '^[A-Za-z0-9._-]{3,60}$' }),
    name: Name,
    phone: Type.Optional(Phone),
    unitCode: Type.Optional(UnitCode),
    language: Type.Optional(LanguageTag),
    grants: Grants,
  }),
  output: Type.Object({ personId: Id, ...Link }),
  refusals: { username_taken: 409, outside_your_unit: 403 },
  creates: true,
  secret: true,
});

export const setRoles = endpoint({
  method: 'PUT',
  path: '/people/:personId/grants',
  may: ['admin'],
  about: 'Set all roles of a person at once. It counts from their next request on.',
  input: Type.Object({ personId: Id, grants: Grants }),
  output: Done,
  refusals: { not_found: 404, outside_your_unit: 403, own_roles: 409 },
});

export const invite = endpoint({
  method: 'POST',
  path: '/people/:personId/invitations',
  may: ['admin'],
  about:
    'Make a new one-time link for somebody who forgot the password. The old password no longer counts, their second factor is switched off, their sessions end.',
  input: Type.Object({ personId: Id }),
  output: Type.Object(Link),
  refusals: { not_found: 404, outside_your_unit: 403 },
  creates: true,
  secret: true,
});

export const endSessionsOf = endpoint({
  method: 'DELETE',
  path: '/people/:personId/sessions',
  may: ['admin'],
  about: 'End all sessions of a person.',
  input: Type.Object({ personId: Id }),
  output: Type.Object({ ended: Type.Integer() }),
  refusals: { not_found: 404, outside_your_unit: 403 },
});
