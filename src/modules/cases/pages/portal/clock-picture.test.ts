import { expect, test } from 'vitest';
import { spansOf } from './clock-picture.ts';

const day = (on: string, counted: boolean, why: 'start' | 'workday' | 'rest' | 'paused') => ({ on, counted, why });

test('days up to today become stretches; weekends are neither used nor stopped', () => {
  const days = [
    day('2020-07-30', false, 'start'),
    day('2020-07-31', true, 'workday'),
    day('2020-08-01', false, 'rest'),
    day('2020-08-03', true, 'workday'),
    day('2020-08-04', false, 'paused'),
    day('2020-08-05', false, 'paused'),
    day('2020-08-06', true, 'workday'),
    day('2020-08-07', true, 'workday'),
  ];
  expect(spansOf(days, '2020-08-06')).toEqual([
    { kind: 'used', count: 2 },
    { kind: 'stopped', count: 2 },
    { kind: 'used', count: 1 },
  ]);
});

test('nothing is used on the day a clock starts', () => {
  expect(spansOf([day('2020-07-30', false, 'start'), day('2020-07-31', true, 'workday')], '2020-07-30')).toEqual([]);
});
