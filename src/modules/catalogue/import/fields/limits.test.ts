import { expect, test } from 'vitest';
import { readLimit } from './limits.ts';

test.each([
  ['30(工作日)', 30, 'workday'],
  ['20个工作日', 20, 'workday'],
  ['二十个工作日', 20, 'workday'],
  ['十五日', 15, 'day'],
  ['一百二十天', 120, 'day'],
  ['30日', 30, 'day'],
  ['90(自然日)', 90, 'day'],
  ['自受理之日起20个工作日内', 20, 'workday'],
  ['１５ 工作日', 15, 'workday'],
  ['15 ngày làm việc', 15, 'workday'],
  ['07 ngày', 7, 'day'],
  ['10 working days', 10, 'workday'],
  ['即办', 0, 'workday'],
  ['当场办结', 0, 'workday'],
  ['Giải quyết ngay trong ngày', 0, 'workday'],
  ['0', 0, 'workday', 'limit_without_unit'],
  ['5', 5, 'workday', 'limit_without_unit'],
  ['0.5个工作日', 1, 'workday', 'limit_rounded'],
  ['2小时', 1, 'workday', 'limit_in_hours'],
  ['1个月', 30, 'day', 'limit_in_months'],
  ['3-5个工作日', 5, 'workday', 'limit_several_numbers'],
])('%s is %i %s', (written, ...[days, unit, doubt]) => {
  expect(readLimit(String(written))).toEqual({ limit: { days, unit }, ...(doubt && { doubt }) });
});

test.each(['', '无', '视情况', '99999个工作日'])('%s is no limit', (written) => {
  expect(readLimit(written)).toBeUndefined();
});
