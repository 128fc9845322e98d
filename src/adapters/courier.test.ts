import { expect, test } from 'vitest';
import { isTrackingNo, openDevelopmentCourier } from './courier.ts';

const address = { name: '王秀兰', phone: '13800000000', lines: ['禾川市'] };
const courier = openDevelopmentCourier();
const bookedAt = new Date('2020-07-30T05:00:00Z');
const after = (hours: number) => new Date(bookedAt.getTime() + hours * 3_600_000);

test('the same parcel booked twice has one tracking number with a right check digit', async () => {
  const parcel = { parcelId: 'parcel-7', from: address, to: address };
  const first = await courier.book(parcel);
  expect(await courier.book(parcel)).toEqual(first);
  expect(isTrackingNo(first.trackingNo)).toBe(true);
  expect(isTrackingNo('RR473124829GB')).toBe(true);
  expect(isTrackingNo('RR473124828GB')).toBe(false);
  expect((await courier.book({ ...parcel, parcelId: 'parcel-8' })).trackingNo).not.toBe(first.trackingNo);
});

test('a parcel moves by time alone and never backwards, and ends with a proof', async () => {
  const { trackingNo } = await courier.book({ parcelId: 'parcel-7', from: address, to: address });
  const lengths = [];
  for (const hours of [0, 4, 12, 24, 48]) lengths.push((await courier.status(trackingNo, bookedAt, after(hours))).length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  expect(lengths[0]).toBe(1);
  const end = await courier.status(trackingNo, bookedAt, after(48));
  expect(end.map((step) => step.state)).toEqual(['booked', 'picked_up', 'in_transit', 'out_for_delivery', 'delivered']);
  expect(end.at(-1)?.proof?.ref).toContain(trackingNo);
  expect(end.filter((step) => step.proof)).toHaveLength(1);
});

test('nobody knows a number that was never given out', async () => {
  expect(await courier.status('TB000000001CN', bookedAt, after(48))).toEqual([]);
  expect(await courier.status("'; drop table", bookedAt, after(48))).toEqual([]);
});
