import { Type, type Static } from 'typebox';
import { type Role, staffRoles } from '#kernel/actor.ts';
import { type Language, languages } from '#kernel/locale.ts';

const otherRoles: readonly Role[] = ['citizen', 'enterprise', 'cadre', 'agency', 'bidder', 'expert'];
export const allRoles: readonly Role[] = [...staffRoles, ...otherRoles];

export const Id = Type.String({ format: 'uuid' });
export const Instant = Type.String({ format: 'date-time' });
export const DayText = Type.String({ pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
export const Name = Type.String({ minLength: 1, maxLength: 100 });
export const Username = Type.String({ minLength: 1, maxLength: 100, description: 'A user name, or the phone number one registered with' });
export const Password = Type.String({ minLength: 1, maxLength: 200 });
export const Phone = Type.String({ pattern: '^[+\\d][\\d\\s()-]{5,29}$' });
export const Code = Type.String({ pattern: '^\\s*(\\d\\s*){6}$', description: 'Six digits of an authenticator app' });
export const LanguageTag = Type.Unsafe<Language>(Type.Union(languages.map((language) => Type.Literal(language))));
export const RoleName = Type.Unsafe<Role>(Type.Union(allRoles.map((role) => Type.Literal(role))));
export const UnitCode = Type.String({ maxLength: 200, pattern: '^[a-z0-9-]*(/[a-z0-9-]+)*$' });
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);

export const GrantShape = Type.Object({ role: RoleName, unitCode: UnitCode });

export const PersonShape = Type.Object({
  personId: Id,
  name: Type.String(),
  roles: Type.Array(RoleName),
  unitCode: Nullable(Type.String()),
  language: LanguageTag,
  care: Type.Boolean(),
});
export type PersonShape = Static<typeof PersonShape>;

export const SessionShape = Type.Object({ token: Type.String(), expiresAt: Instant, person: PersonShape });
export type SessionShape = Static<typeof SessionShape>;

export const Nothing = Type.Object({});
export const Done = Type.Object({ done: Type.Literal(true) });
export const done = { done: true } as const;
