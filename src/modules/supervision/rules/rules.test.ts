import { describe, expect, test } from 'vitest';
import { makeCalendar } from '#kernel/workdays.ts';
import { gradesByUnit, gradesOf, hideNumbers } from './grades.ts';
import { compressionOf, type Measured, shareOf } from './measured.ts';
import { type Group, horizonOf, sumBy, sumOf } from './watch.ts';

const group = (unitCode: string, counts: Partial<Group>): Group => ({
  unitCode,
  holderId: null,
  holderName: null,
  pauseReason: null,
  overdue: 0,
  due1: 0,
  due3: 0,
  due5: 0,
  paused: 0,
  unclaimed: 0,
  untouched: 0,
  open: 1,
  ...counts,
});

describe('what is late and near', () => {
  test('days are counted in the working days of the place', () => {
    const calendar = makeCalendar('CN', 'Asia/Shanghai', new Map([['2020-10-09', true]]));
    const friday = new Date('2020-08-07T23:30:00+08:00');
    expect(horizonOf('990100', calendar, { zone: 'Asia/Shanghai', now: friday })).toEqual({
      region: '990100',
      zone: 'Asia/Shanghai',
      today: '2020-08-07',
      in1: '2020-08-10',
      in3: '2020-08-12',
      in5: '2020-08-14',
      untouchedSince: '2020-07-31',
    });
  });

  test('groups are summed, the most troubled unit first, those without a holder in no officer’s sum', () => {
    const groups = [group('a', { open: 5 }), group('b', { overdue: 1, holderId: 'x' }), group('a', { due1: 2, open: 2 })];
    expect(sumOf(groups)).toMatchObject({ overdue: 1, due1: 2, open: 8 });
    expect(sumBy(groups, ({ unitCode }) => unitCode).map(({ key, open }) => [key, open])).toEqual([
      ['b', 1],
      ['a', 7],
    ]);
    expect(sumBy(groups, ({ holderId }) => holderId)).toHaveLength(1);
  });
});

describe('what was measured', () => {
  const measured = (itemCode: string, n: number, usedDays: number): Measured => ({
    unitCode: 'a',
    itemCode,
    n,
    onTime: n - 1,
    usedDays,
    promisedDays: 5,
    statutoryDays: null,
    dayUnit: 'workday',
  });

  test('fewer than five decisions say nothing; several units of an item are one', () => {
    const rows = [measured('rare', 4, 4), measured('often', 3, 3), measured('often', 3, 8)];
    expect(compressionOf(rows)).toEqual([{ itemCode: 'often', n: 6, used: 1.8, promised: 5, statutory: null, unit: 'workday' }]);
    expect(shareOf(rows)).toEqual({ part: 7, whole: 10 });
  });
});

describe('ratings', () => {
  test('units are shown from five ratings on, the least satisfied first', () => {
    const rows = [
      { unitCode: 'calm', grade: 5, n: 9 },
      { unitCode: 'few', grade: 1, n: 4 },
      { unitCode: 'cross', grade: 1, n: 1 },
      { unitCode: 'cross', grade: 4, n: 4 },
    ];
    expect(gradesOf(rows)).toEqual([5, 0, 0, 4, 9]);
    expect(gradesByUnit(rows).map(({ unitCode, n }) => [unitCode, n])).toEqual([
      ['cross', 5],
      ['calm', 9],
    ]);
  });

  test('numbers that lead to a person are not shown', () => {
    expect(hideNumbers('打0600-620 5521问了3次，证号99010119900101123X，等了15天')).toBe('打…问了3次，证号…，等了15天');
  });
});
