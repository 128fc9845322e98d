import { expect, test } from 'vitest';
import { txOn } from '#kernel/db.ts';
import { newId } from '#kernel/ids.ts';
import { withRollback } from '#test/support/database.ts';
import { channelReader, forgetSuspensions } from './held.ts';
import { insertSuspension, listAll } from './queries.ts';
import { channelNames, closureOf } from './rules.ts';

const dayMs = 86_400_000;
const start = Date.parse('2020-08-01T00:00:00Z');
const day = (number: number) => new Date(start + number * dayMs);

test('the reader that is held answers at every instant what all suspensions say, and is the very same between two changes', () =>
  withRollback(async (client) => {
    const tx = txOn(client, false);
    const reason = { 'zh-Hans': '检修', vi: 'Bảo trì', en: 'Maintenance' };
    const plain = { venueCode: null, unitCode: null, itemCode: null, endedAt: null, reason, urgentExcepted: false, version: 1 };
    const given = [
      { ...plain, channels: ['walk-in' as const], fromAt: day(2), untilAt: day(5) },
      { ...plain, channels: ['walk-in' as const, 'kiosk' as const], unitCode: 'health', fromAt: day(4), untilAt: null },
      { ...plain, channels: ['phone' as const], venueCode: 'hall', fromAt: day(7), untilAt: day(8) },
      { ...plain, channels: ['online' as const], itemCode: 'x', fromAt: day(1), untilAt: day(9) },
    ];
    for (const one of given) await insertSuspension(tx, { ...one, suspensionId: newId(), createdBy: 'test', createdAt: day(0) });
    forgetSuspensions();
    const all = await listAll(tx);
    const instants = [9, 0, 4, 2, 7, 5, 1, 8, 3, 6, 10].flatMap((at) =>
      [0, 1, dayMs / 2, dayMs - 1].map((after) => new Date(+day(at) + after)),
    );
    for (const at of instants) {
      const reader = await channelReader(tx, at);
      for (const [code, unitCode, venueCode] of [
        ['x', 'health/south', undefined],
        ['y', 'school', 'hall'],
        ['y', 'health', undefined],
      ] as const)
        for (const channel of channelNames)
          expect(reader.closureOf({ code, unitCode }, channel, venueCode)).toEqual(
            closureOf(all, { channel, at, itemCode: code, unitCode, venueCode }),
          );
    }
    const [morning, evening, next] = [
      await channelReader(tx, day(3)),
      await channelReader(tx, new Date(+day(4) - 1)),
      await channelReader(tx, day(4)),
    ];
    expect(evening).toBe(morning);
    expect(next).not.toBe(morning);
    forgetSuspensions();
  }));
