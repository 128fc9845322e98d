import { expect, test } from 'vitest';
import { makeCalendar } from '#kernel/workdays.ts';
import { instantOf, withDays } from './times.ts';

const calendar = makeCalendar('CN', 'Asia/Shanghai', new Map([['2020-07-29', false]]));
const now = new Date('2020-07-31T10:00:00+08:00');

test('a time of the demo is so many working days of its country before today, at that local time', () => {
  expect(instantOf('-2 workdays 20:16', { now, calendar })).toEqual(new Date('2020-07-28T20:16:00+08:00'));
  expect(instantOf('-2 days 09:00', { now, calendar })).toEqual(new Date('2020-07-29T09:00:00+08:00'));
  expect(instantOf('-20 minutes', { now, calendar })).toEqual(new Date('2020-07-31T09:40:00+08:00'));
});

test('a time of the demo is never later than now, and nonsense is not a time', () => {
  expect(instantOf('-0 days 18:00', { now, calendar })).toEqual(now);
  expect(() => instantOf('yesterday', { now, calendar })).toThrow('not a time');
});

test('days are counted from the day that says them, wherever they stand', () => {
  const said = { bornOn: '@-20', homes: [{ from: '@+10' }], on: '+2 workdays', name: '@home', count: 3 };
  expect(withDays(said, '2020-07-28', calendar)).toEqual({
    bornOn: '2020-07-08',
    homes: [{ from: '2020-08-07' }],
    on: '2020-07-31',
    name: '@home',
    count: 3,
  });
});
