import { expect, test } from 'vitest';
import { holdUntil, parseQuietHours } from './quiet-hours.ts';

const quiet = parseQuietHours('21:00-08:00');
const zone = 'Asia/Shanghai';
const at = (time: string) => new Date(`2020-08-05T${time}+08:00`);

test('by night a message waits for eight in the morning, before and after midnight', () => {
  expect(holdUntil(at('21:00:30'), quiet, { zone })).toEqual(new Date('2020-08-06T08:00:00+08:00'));
  expect(holdUntil(at('07:59:00'), quiet, { zone })).toEqual(at('08:00:00'));
});

test('by day it goes out at once', () => {
  for (const time of ['08:00:00', '12:00:00', '20:59:59']) expect(holdUntil(at(time), quiet, { zone })).toBeUndefined();
});

test('what must be done today is said today, whatever the hour', () => {
  expect(holdUntil(at('22:00:00'), quiet, { zone, actBy: '2020-08-05' })).toBeUndefined();
  expect(holdUntil(at('22:00:00'), quiet, { zone, actBy: '2020-08-06' })).toBeDefined();
});

test('quiet hours can be switched off, and may lie within one day', () => {
  expect(holdUntil(at('03:00:00'), parseQuietHours('off'), { zone })).toBeUndefined();
  expect(holdUntil(at('12:30:00'), parseQuietHours('12:00-14:00'), { zone })).toEqual(at('14:00:00'));
});
