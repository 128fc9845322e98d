import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { nullable } from './tickets.ts';

export const paperStates = ['ok', 'low', 'out'] as const;
export const readerStates = ['ok', 'broken', 'none'] as const;

export const KioskHealth = Type.Object({ paper: Type.Enum(paperStates), reader: Type.Enum(readerStates) });
export type KioskHealth = Static<typeof KioskHealth>;

/** All of this is for devices paired with the scope `kiosk`, the hall's own and other people's machines alike. */
export const reportKiosk = endpoint({
  method: 'POST',
  path: '/kiosk/health',
  may: 'anyone',
  about:
    'A kiosk says that it lives and, where its own program knows, how paper and card reader are; what is left out stays as it was. Without word for five minutes it counts as out of order.',
  perMinute: 30,
  input: Type.Partial(KioskHealth),
  output: Type.Object({ serverAt: Type.String() }),
  refusals: { not_a_kiosk: 403 },
});

export const beginKiosk = endpoint({
  method: 'POST',
  path: '/kiosk/sessions',
  may: 'anyone',
  about: 'Somebody touches the machine. A session that was still open is ended first: nobody meets what the one before left.',
  creates: true,
  perMinute: 60,
  input: Type.Object({}),
  output: Type.Object({ sessionId: Type.String(), endsAfterSeconds: Type.Integer() }),
  refusals: { not_a_kiosk: 403 },
});

export const endKiosk = endpoint({
  method: 'POST',
  path: '/kiosk/sessions/end',
  may: 'anyone',
  about: 'The person has gone or said so; the machine has wiped what it held (`wiped`). Ending twice is ending once.',
  perMinute: 60,
  input: Type.Object({ by: Type.Enum(['person', 'idle']), wiped: Type.Boolean() }),
  output: Type.Object({ ended: Type.Boolean() }),
  refusals: { not_a_kiosk: 403 },
});

export const listKiosks = endpoint({
  method: 'GET',
  path: '/kiosks',
  may: ['admin', 'operator', 'supervisor', 'planner'],
  about: 'Every kiosk: whether it lives, its paper and reader, how often it was used today and whether each use was wiped',
  input: Type.Object({}),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        deviceId: Type.String(),
        name: Type.String(),
        venue: Type.String(),
        alive: Type.Boolean(),
        reportedAt: nullable(Type.String()),
        paper: nullable(Type.Enum(paperStates)),
        reader: nullable(Type.Enum(readerStates)),
        usedToday: Type.Integer(),
        notWiped: Type.Integer(),
      }),
    ),
    nextCursor: Type.Null(),
  }),
  refusals: {},
});
