/** Who acts. Roles hold in a unit and everything below it; an empty unit means everywhere. */
export type Role =
  | 'citizen'
  | 'enterprise'
  | 'cadre'
  | 'window'
  | 'reviewer'
  | 'signer'
  | 'head'
  | 'supervisor'
  | 'planner'
  | 'inspector'
  | 'gate'
  | 'hotline'
  | 'admin'
  | 'operator'
  | 'agency'
  | 'bidder'
  | 'expert';

export const staffRoles: readonly Role[] = [
  'window',
  'reviewer',
  'signer',
  'head',
  'supervisor',
  'planner',
  'inspector',
  'gate',
  'hotline',
  'admin',
  'operator',
];

export type Grant = { readonly role: Role; readonly unitCode: string };

export type Actor = {
  readonly kind: 'anyone' | 'person' | 'device' | 'system';
  readonly personId: string | undefined;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** The unit a member of staff works in. */
  readonly unitCode: string | undefined;
  readonly sessionId: string | undefined;
  /** A gate, kiosk, display: it holds its own grants and is nobody. */
  readonly device?: Device;
};

export type Device = { readonly deviceId: string; readonly venue: string; readonly scopes: readonly string[] };

export const anyone: Actor = { kind: 'anyone', personId: undefined, name: '', grants: [], unitCode: undefined, sessionId: undefined };
/** Timers and reactions. Everything it does is logged as done by the system. */
export const system: Actor = { kind: 'system', personId: undefined, name: 'system', grants: [], unitCode: undefined, sessionId: undefined };

export function isStaff(actor: Actor): boolean {
  return actor.grants.some((grant) => staffRoles.includes(grant.role));
}

/** Whether the actor holds one of the roles, for the given unit when one is named: a role reaches its unit and all units below. */
export function hasRole(actor: Actor, roles: readonly Role[], unitCode?: string): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role) && (unitCode === undefined || isWithin(unitCode, grant.unitCode)));
}

export function isWithin(unitCode: string, above: string): boolean {
  return above === '' || unitCode === above || unitCode.startsWith(`${above}/`);
}

/** Who may call an endpoint at all: everyone, everyone signed in, or holders of a role. Whether this case is theirs is decided by the module. */
export type May = 'anyone' | 'signed-in' | readonly Role[];

/** The one door, deny by default, for the API, pages, batches and jobs alike. */
export function mayCall(actor: Actor, may: May): 'yes' | 'sign_in_needed' | 'forbidden' {
  if (may === 'anyone' || actor.kind === 'system') return 'yes';
  if (actor.kind === 'anyone') return 'sign_in_needed';
  const allowed = may === 'signed-in' ? actor.kind === 'person' : hasRole(actor, may);
  return allowed ? 'yes' : 'forbidden';
}
