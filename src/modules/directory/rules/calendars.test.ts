import { describe, expect, test } from 'vitest';
import { addDays, addWorkdays, type Calendar, countWorkdays, type Day, weekdayOf } from '#kernel/workdays.ts';
import { type CalendarChange, calendarAsKnown, chinaCalendar, vietnamCalendar } from './calendars.ts';

const china = calendarAsKnown(chinaCalendar());
const vietnam = calendarAsKnown(vietnamCalendar());

describe('China', () => {
  test('2020: 19 January works, 24 January to 2 February are off, 3 February is the first working day', () => {
    expect(china.isWorkday('2020-01-19')).toBe(true);
    expect(china.isWorkday('2020-01-23')).toBe(true);
    expect(run('2020-01-24', '2020-02-02').filter(china.isWorkday)).toEqual([]);
    expect(china.isWorkday('2020-02-03')).toBe(true);
  });

  test('before the extension was announced Friday 31 January and the make-up Saturday 1 February were working days', () => {
    const before = calendarAsKnown(chinaCalendar(), [], new Date('2020-01-23T08:00:00Z'));
    const after = calendarAsKnown(chinaCalendar(), [], new Date('2020-01-27T02:00:00Z'));
    expect(run('2020-01-29', '2020-02-03').filter(before.isWorkday)).toEqual(['2020-01-31', '2020-02-01', '2020-02-03']);
    expect(run('2020-01-29', '2020-02-03').filter(after.isWorkday)).toEqual(['2020-02-03']);
  });

  test('the Labour Day of 2019 was one day until it was made four', () => {
    const before = calendarAsKnown(chinaCalendar(), [], new Date('2019-03-21T00:00:00Z'));
    const days = run('2019-04-27', '2019-05-05');
    expect(days.filter(before.isWorkday)).toEqual(['2019-04-29', '2019-04-30', '2019-05-02', '2019-05-03']);
    expect(days.filter(china.isWorkday)).toEqual(['2019-04-28', '2019-04-29', '2019-04-30', '2019-05-05']);
  });

  test('2026 has six make-up days', () => {
    expect(weekendsWorked(china, 2026)).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  test('a year may be set by the next year’s notice: 29 December 2018 works, 31 December is off', () => {
    expect([china.isWorkday('2018-12-29'), china.isWorkday('2018-12-31')]).toEqual([true, false]);
  });

  test('a day has the name of its holiday', () => {
    expect(china.nameOf('2020-10-01')?.['zh-Hans']).toContain('国庆');
    expect(china.nameOf('2020-01-31')?.en).toContain('epidemic');
    expect(china.nameOf('2020-11-04')).toBeUndefined();
  });
});

describe('Vietnam', () => {
  test('a holiday on a weekly rest day is made good on the next working day', () => {
    expect(run('2022-04-30', '2022-05-04').filter(vietnam.isWorkday)).toEqual(['2022-05-04']);
    expect(run('2023-04-29', '2023-05-04').filter(vietnam.isWorkday)).toEqual(['2023-05-04']);
    expect(vietnam.isWorkday('2026-04-27')).toBe(false);
  });

  test('every holiday on a weekend has one day off in lieu on a weekday of its year', () => {
    const source = vietnamCalendar();
    const off = [...source.base].filter(([, worked]) => !worked).map(([day]) => day);
    for (let year = 2019; year <= 2026; year += 1) {
      const days = off.filter((day) => day.startsWith(`${year}`));
      const inLieu = days.filter((day) => source.names.get(day)?.en === 'Day off in lieu');
      expect([year, inLieu.length]).toEqual([year, days.filter(isWeekend).length]);
      expect(inLieu.filter(isWeekend)).toEqual([]);
    }
  });

  test('Tết and the swapped Saturdays', () => {
    expect(run('2020-01-22', '2020-01-30').filter(vietnam.isWorkday)).toEqual(['2020-01-22', '2020-01-30']);
    expect(run('2026-02-13', '2026-02-23').filter(vietnam.isWorkday)).toEqual(['2026-02-13', '2026-02-23']);
    const worked = [2019, 2020, 2024, 2025, 2026].flatMap((year) => weekendsWorked(vietnam, year));
    expect(worked).toEqual(['2019-01-05', '2019-05-04', '2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']);
  });

  test('a swap announced in spring changes nothing before it is announced', () => {
    const before = calendarAsKnown(vietnamCalendar(), [], new Date('2024-04-01T00:00:00Z'));
    expect([before.isWorkday('2024-04-29'), before.isWorkday('2024-05-04')]).toEqual([true, false]);
    expect([vietnam.isWorkday('2024-04-29'), vietnam.isWorkday('2024-05-04')]).toEqual([false, true]);
  });

  test('National Day is one day until 2020 and two since 2021', () => {
    expect(vietnam.isWorkday('2020-09-01') && vietnam.isWorkday('2020-09-03')).toBe(true);
    expect(vietnam.isWorkday('2021-09-03')).toBe(false);
  });
});

describe('an administrator’s change', () => {
  const storm: CalendarChange = {
    calendar: 'VN',
    day: '2020-08-06',
    worked: false,
    reason: { vi: 'bão' },
    announcedAt: new Date('2020-08-05T00:00:00Z'),
  };

  test('holds from its announcement, only in its calendar, and a later one wins', () => {
    const takenBack = { ...storm, worked: true, announcedAt: new Date('2020-08-05T12:00:00Z') };
    expect(calendarAsKnown(vietnamCalendar(), [storm], new Date('2020-08-04T00:00:00Z')).isWorkday(storm.day)).toBe(true);
    expect(calendarAsKnown(vietnamCalendar(), [storm]).isWorkday(storm.day)).toBe(false);
    expect(calendarAsKnown(chinaCalendar(), [storm]).isWorkday(storm.day)).toBe(true);
    expect(calendarAsKnown(vietnamCalendar(), [takenBack, storm]).isWorkday(storm.day)).toBe(true);
    expect(calendarAsKnown(vietnamCalendar(), [storm]).nameOf(storm.day)).toEqual({ vi: 'bão' });
  });
});

describe('counting', () => {
  test('zero gives the day itself, a negative count walks back over the same days', () => {
    expect(addWorkdays(china, '2020-01-25', 0)).toBe('2020-01-25');
    expect(addWorkdays(china, '2020-02-03', -1)).toBe('2020-01-23');
    expect(addWorkdays(china, '2020-01-20', -1)).toBe('2020-01-19');
    expect(countWorkdays(china, '2020-02-03', '2020-01-23')).toBe(-1);
  });

  test('the first and the last published year', () => {
    expect(addWorkdays(china, '2019-02-01', 1)).toBe('2019-02-02');
    expect(addWorkdays(china, '2019-02-03', 1)).toBe('2019-02-11');
    expect(addWorkdays(vietnam, '2019-02-01', 1)).toBe('2019-02-11');
    expect(addWorkdays(china, '2026-09-30', 1)).toBe('2026-10-08');
  });

  test('beyond the published years weekdays count, and the calendar says that it is not published', () => {
    expect(addWorkdays(china, '2026-12-31', 1)).toBe('2027-01-01');
    expect(['2026-12-31', '2027-01-01'].map(china.isPublished)).toEqual([true, false]);
    expect(['2018-12-30', '2026-12-31', '2027-01-01'].map(vietnam.isPublished)).toEqual([false, true, false]);
    expect(run('2027-02-01', '2027-02-28').filter(china.isWorkday)).toHaveLength(20);
  });
});

function run(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function weekendsWorked(calendar: Calendar, year: number): Day[] {
  return run(`${year}-01-01`, `${year}-12-31`).filter((day) => isWeekend(day) && calendar.isWorkday(day));
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(weekdayOf(day));
}
