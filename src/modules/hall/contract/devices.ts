import { Type, type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Instant, Venue } from './shapes.ts';

export const deviceScopes = ['gate', 'kiosk', 'display', 'robot'] as const;
export type DeviceScope = (typeof deviceScopes)[number];
const Id = Type.String({ format: 'uuid' });
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) => Type.Union([schema, Type.Null()]);

export const Device = Type.Object({
  deviceId: Type.String(),
  venue: Type.String(),
  door: Nullable(Type.String()),
  name: Type.String(),
  scopes: Type.Array(Type.Enum(deviceScopes)),
  state: Type.Enum(['waiting', 'paired', 'revoked']),
  seenAt: Nullable(Type.String()),
  offsetSeconds: Nullable(Type.Integer()),
  skewed: Type.Boolean(),
  waiting: Type.Integer({ description: 'Events the device had not sent when it was last heard' }),
  calibratedOn: Nullable(Type.String()),
  version: Type.Integer(),
});
export type Device = Static<typeof Device>;

export const listDevices = endpoint({
  method: 'GET',
  path: '/devices',
  may: ['admin', 'operator', 'supervisor'],
  about:
    'Every device of the halls where the reader works, with when it was last heard, how far its clock is off and what it has not sent yet',
  input: Type.Object({}),
  output: Type.Object({ rows: Type.Array(Device), nextCursor: Type.Null() }),
  refusals: {},
});

export const addDevice = endpoint({
  method: 'POST',
  path: '/devices',
  may: ['admin', 'operator'],
  about: 'Allow a device: answers with the code that pairs it once within ten minutes. A robot gets the key it signs with instead.',
  creates: true,
  secret: true,
  input: Type.Object({
    venue: Venue,
    door: Type.Optional(Type.String({ maxLength: 60 })),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    scopes: Type.Array(Type.Enum(deviceScopes), { minItems: 1, uniqueItems: true }),
    calibratedOn: Type.Optional(Type.String({ pattern: '^20\\d{2}-\\d{2}-\\d{2}$' })),
  }),
  output: Type.Object({
    deviceId: Type.String(),
    code: Nullable(Type.String()),
    codeUntil: Nullable(Type.String()),
    key: Nullable(Type.String()),
  }),
  refusals: { venue_unknown: 404, door_unknown: 422, outside_your_unit: 403, no_such_day: 422 },
});

export const pairDevice = endpoint({
  method: 'POST',
  path: '/devices/pair',
  may: 'anyone',
  about: 'What a new device does with its six digits: it gets a token of its own, once',
  perMinute: 10,
  secret: true,
  input: Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }),
  output: Type.Object({
    deviceId: Type.String(),
    token: Type.String(),
    expiresAt: Type.String(),
    start: Type.String({ description: 'The page this device shows' }),
  }),
  refusals: { code_wrong: 422 },
});

export const revokeDevice = endpoint({
  method: 'POST',
  path: '/devices/:deviceId/revoke',
  may: ['admin', 'operator'],
  about: 'End a device: its token opens nothing from now on',
  input: Type.Object({ deviceId: Id, version: Type.Integer({ minimum: 1 }) }),
  output: Type.Object({ deviceId: Type.String(), version: Type.Integer() }),
  refusals: { not_found: 404, stale_version: 409, outside_your_unit: 403 },
});

export const heartbeat = endpoint({
  method: 'POST',
  path: '/devices/heartbeat',
  may: ['gate'],
  about:
    'A device says that it lives, what its clock shows and how much it has not sent. From this the office knows how far its clock is off.',
  input: Type.Object({ deviceAt: Instant, waiting: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })) }),
  output: Type.Object({ serverAt: Type.String(), offsetMs: Type.Integer(), skewed: Type.Boolean() }),
  refusals: { not_a_device: 403 },
});

export const takeLease = endpoint({
  method: 'POST',
  path: '/:venue/leases',
  may: ['gate'],
  about:
    'A door asks for places it may fill while it has no line. Only when the device has sent everything is what it did not use taken back and a new lease given; ' +
    'until then the old one stays counted, so that all doors together never let in more than the cap.',
  input: Type.Object({ venue: Venue, waiting: Type.Integer({ minimum: 0, maximum: 100_000 }) }),
  output: Type.Object({ leaseId: Type.String(), places: Type.Integer(), until: Type.String(), minutes: Type.Integer() }),
  refusals: { not_found: 404, not_a_device: 403, outside_your_unit: 403, send_first: 409 },
});

export const getDoor = endpoint({
  method: 'GET',
  path: '/:venue/doors/:door',
  may: ['gate', 'window', 'supervisor'],
  about:
    'All a door needs to work without a line: policy, steps, today’s revoked passes, the key that passes are signed with, the headcount',
  input: Type.Object({ venue: Venue, door: Type.String({ maxLength: 60 }) }),
  output: Type.Object({
    venue: Type.String(),
    door: Type.String(),
    name: Type.String(),
    direction: Type.Enum(['in', 'out', 'both']),
    steps: Type.Array(Type.String()),
    policyVersion: Type.Integer(),
    policy: Type.Unknown(),
    passKey: Type.String({ description: 'Ed25519 public key, base64url' }),
    revoked: Type.Array(Type.String()),
    now: Type.Integer(),
    cap: Type.Integer(),
    special: Type.Object({ now: Type.Integer(), cap: Type.Integer() }),
    enteredToday: Type.Integer(),
    readings: Type.Array(Type.Object({ readingId: Type.String(), at: Type.String(), device: Type.String(), checkBy: Type.String() })),
    serverAt: Type.String(),
  }),
  refusals: { not_found: 404, outside_your_unit: 403 },
});

export const issuePass = endpoint({
  method: 'POST',
  path: '/passes',
  may: 'signed-in',
  about:
    'The day pass of a booking of mine: a signed text for a QR code that a door without a line can check. It says nothing about who I am or how I am.',
  input: Type.Object({ bookingNo: Type.String({ maxLength: 40 }) }),
  output: Type.Object({ pass: Type.String(), from: Type.String(), until: Type.String() }),
  refusals: { booking_unknown: 404, booking_over: 409 },
});

export const postReadings = endpoint({
  method: 'POST',
  path: '/robots/:deviceId/readings',
  may: 'anyone',
  about:
    'A thermal robot or gate sends what it measured. `content` is JSON text `{"readings":[{"id","at","temperature","quality","ambient"}]}`; `signature` is the hex HMAC-SHA256, ' +
    'with the robot’s key, of `<sentAt>.<content>`. Older or newer than five minutes is refused; a reading sent again counts once. No reading turns anybody away by itself.',
  perMinute: 600,
  input: Type.Object({
    deviceId: Id,
    sentAt: Instant,
    content: Type.String({ minLength: 2, maxLength: 500_000 }),
    signature: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  output: Type.Object({ taken: Type.Integer(), again: Type.Integer(), toMeasure: Type.Integer() }),
  refusals: { signature_wrong: 401, sent_too_late: 401, content_wrong: 422 },
});
