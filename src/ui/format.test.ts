import { describe, expect, test } from 'vitest';
import * as format from './format.ts';

describe('dates', () => {
  test('a day is written as its readers write it', () => {
    expect(format.formatDay('2026-08-05', 'zh-Hans')).toBe('2026年8月5日（周三）');
    expect(format.formatDay('2026-08-05', 'zh-Hant', 'weekday')).toBe('8月5日（週三）');
    expect(format.formatDay('2026-08-05', 'vi')).toBe('Thứ Tư, 05/08/2026');
    expect(format.formatDay('2026-08-05', 'vi', 'short')).toBe('05/08');
    expect(format.formatDay('2026-08-05', 'en')).toBe('2026-08-05 (Wed)');
    expect(format.formatDay('2026-08-05', 'en', 'short')).toBe('5 Aug');
  });

  test('a leap day and a day before 1970 have their weekday', () => {
    expect(format.formatDay('2020-02-29', 'en')).toBe('2020-02-29 (Sat)');
    expect(format.formatDay('1949-10-01', 'en')).toBe('1949-10-01 (Sat)');
  });

  test('an instant stands in the zone of the place', () => {
    const at = new Date('2026-08-05T03:20:00Z');
    expect(format.formatInstant(at, 'zh-Hans', { zone: 'Asia/Ho_Chi_Minh' })).toBe('2026年8月5日（周三）10:20');
    expect(format.formatInstant(at, 'vi', { zone: 'Asia/Ho_Chi_Minh' })).toBe('05/08/2026 10:20');
    expect(format.formatInstant(at, 'en', { zone: 'Asia/Shanghai' })).toBe('2026-08-05 (Wed) 11:20');
    expect(format.dayIn(new Date('2026-08-04T17:30:00Z'), 'Asia/Shanghai')).toBe('2026-08-05');
  });

  test('midnight is 0:00, never 24:00', () => {
    expect(format.formatTime(new Date('2026-08-04T16:00:00Z'), 'zh-Hans', 'Asia/Shanghai')).toBe('0:00');
  });
});

test('a stretch of time shows its two largest units', () => {
  expect(format.formatDuration(7_500, 'zh-Hans')).toBe('2小时5分钟');
  expect(format.formatDuration(60, 'en')).toBe('1 minute');
  expect(format.formatDuration(0, 'vi')).toBe('0 giây');
  expect(format.formatClock(401)).toBe('06:41');
});

test('a share always comes with what it was made of', () => {
  expect(format.formatShare(1600, 1800, 'zh-Hans')).toBe('88.9%（1,600 / 1,800）');
  expect(format.formatShare(0, 0, 'en')).toBe('0 / 0');
});

test('people are masked: surname, ends of numbers', () => {
  expect(format.maskName('林青禾')).toBe('林**');
  expect(format.maskName('欧阳修')).toBe('欧阳**');
  expect(format.maskName('Nguyễn Văn An')).toBe('Nguyễn **');
  expect(format.maskPhone('13812345521')).toBe('138****5521');
  expect(format.maskPhone('12345')).toBe('****');
  expect(format.maskId('310101198601021232')).toBe('3****************2');
});

test('a number is read in groups of four however it was typed', () => {
  expect(format.groupsOfFour('HC7K4M2P9XQ6')).toBe('HC7K-4M2P-9XQ6');
  expect(format.groupsOfFour('HC7K 4M2P-9XQ6')).toBe('HC7K-4M2P-9XQ6');
});
