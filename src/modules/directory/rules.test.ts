import { expect, test } from 'vitest';
import { isRefusal } from '#kernel/result.ts';
import { addDays, makeCalendar, weekdayOf } from '#kernel/workdays.ts';
import { type Rows, toDirectory } from './directory.ts';
import { calendarAsKnown, chinaCalendar } from './rules/calendars.ts';
import { daysBetween } from './rules/days.ts';
import { openingOn, parseHours } from './rules/hours.ts';
import { prefixFrom } from './rules/prefix.ts';
import { monthsOf } from './rules/year.ts';

const china = calendarAsKnown(chinaCalendar());
const hours = parseHours({ 'mon-fri': ['08:30-12:00', '13:00-18:00'], sat: ['09:00-12:00'] });

test('hours are written by weekdays and read by their numbers', () => {
  expect(Object.keys(hours)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(hours['5']).toEqual([
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ]);
});

test.each<[string, string | undefined, string]>([
  ['2020-07-30', '08:30', 'an ordinary Thursday'],
  ['2020-08-01', '09:00', 'an ordinary Saturday with hours of its own'],
  ['2020-08-02', undefined, 'an ordinary Sunday'],
  ['2020-10-01', undefined, 'National Day'],
  ['2020-10-03', undefined, 'a Saturday within the holiday'],
  ['2020-09-27', '08:30', 'a Sunday worked instead, with the hours of a Monday'],
  ['2020-10-10', '09:00', 'a Saturday worked instead, with its own hours'],
])('on %s a hall opens at %s: %s', (day, from) => {
  expect(openingOn(hours, china, day)[0]?.from).toBe(from);
});

test('a span of days has both ends, a limit and real days only', () => {
  expect(daysBetween('2020-02-28', '2020-03-01', 5)).toEqual(['2020-02-28', '2020-02-29', '2020-03-01']);
  expect([daysBetween('2020-02-30', '2020-03-01', 5), daysBetween('2020-03-02', '2020-03-01', 5)]).toMatchObject([
    { refused: 'no_such_day' },
    { refused: 'no_such_day' },
  ]);
  const many = daysBetween('2020-01-01', '2020-12-31', 60);
  expect(isRefusal(many) && many).toMatchObject({ refused: 'too_many_days', facts: { atMost: 60 } });
});

test.each([
  ['Hechuan City', 'HC'],
  ['Lam Giang City', 'LG'],
  ['Đà Nẵng', 'DN'],
  ['Oslo Island', 'QJ'],
  ['Z', 'YX'],
])('numbers of %s begin with %s, without letters that look like digits', (name, prefix) => {
  expect(prefixFrom(name)).toBe(prefix);
});

test('a year is told by what differs from the plain week', () => {
  const months = monthsOf(china, 2020);
  expect(months[0]).toMatchObject({
    month: 1,
    off: ['2020-01-01', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29', '2020-01-30', '2020-01-31'],
  });
  expect(months[0]?.worked).toEqual(['2020-01-19']);
  const plain = monthsOf(makeCalendar('X', 'UTC', new Map()), 2020);
  const weekdays = Array.from({ length: 366 }, (_, index) => weekdayOf(addDays('2020-01-01', index))).filter(
    (day) => day !== 0 && day !== 6,
  );
  expect(plain.reduce((sum, { workdays }) => sum + workdays, 0)).toBe(weekdays.length);
});

const text = (en: string) => ({ en });
const region = { level: 'city', jurisdiction: 'CN', zone: null, calendar: null, parentCode: null } as const;
const rows: Rows = {
  agencyName: {},
  regions: [
    { ...region, code: 'city', zone: 'Asia/Shanghai', calendar: 'CN', prefix: 'CC', name: text('City') },
    { ...region, code: 'town', parentCode: 'city', prefix: 'TT', name: text('Town') },
  ],
  units: [
    { code: 'bureau', regionCode: 'city', phone: '1', headId: 'ada', intake: false, name: text('Bureau'), version: 1 },
    { code: 'bureau/window', regionCode: 'city', phone: '2', headId: null, intake: true, name: text('Window'), version: 1 },
    { code: 'town-office', regionCode: 'town', phone: '3', headId: null, intake: false, name: text('Office'), version: 1 },
  ],
  venues: [{ code: 'hall', unitCode: 'town-office', regionCode: 'town', phone: '4', hours, name: text('Hall'), address: {} }],
  officers: [
    { personId: 'ada', unitCode: 'bureau', venueCode: null, windowNo: null, phone: '5', name: text('Ada'), title: {}, version: 1 },
  ],
  changes: [
    {
      changeId: '1',
      calendar: 'city',
      day: '2020-07-30',
      worked: false,
      reason: text('flood'),
      announcedAt: new Date('2020-07-29T10:00:00Z'),
    },
    {
      changeId: '2',
      calendar: 'hall',
      day: '2020-07-31',
      worked: false,
      reason: text('power'),
      announcedAt: new Date('2020-07-30T10:00:00Z'),
    },
  ],
};

test('a place answers for itself, for what lies above it, and by the nearest unit it knows', () => {
  const directory = toDirectory(rows);
  expect(['hall', 'town-office', 'bureau/unheard-of', 'city'].map(directory.regionOf)).toEqual(['town', 'town', 'city', 'city']);
  expect(['hall', 'CN', 'VN'].map(directory.zoneOf)).toEqual(['Asia/Shanghai', 'Asia/Shanghai', 'Asia/Ho_Chi_Minh']);
  expect(['hall', 'bureau'].map(directory.prefixOf)).toEqual(['TT', 'CC']);
  expect(['hall', 'city'].map(directory.windowUnitOf)).toEqual(['bureau/window', 'bureau/window']);
  expect(directory.headOf('bureau/window')?.personId).toBe('ada');
  expect(directory.headOf('town-office')).toBeUndefined();
  expect(['hall', 'CN', 'nowhere'].map(directory.has)).toEqual([true, true, false]);
  expect(() => directory.calendarOf('nowhere')).toThrow('nobody knows the place nowhere');
});

test('a change of a region counts below it, one of a hall only there, and neither for the state', () => {
  const directory = toDirectory(rows);
  const worked = (place: string) => ['2020-07-30', '2020-07-31'].map((day) => directory.calendarOf(place).isWorkday(day));
  expect(worked('CN')).toEqual([true, true]);
  expect(worked('city')).toEqual([false, true]);
  expect(worked('town-office')).toEqual([false, true]);
  expect(worked('hall')).toEqual([false, false]);
  expect(directory.openingOf('hall', '2020-07-31')).toEqual([]);
  expect(directory.calendarOf('hall').nameOf('2020-07-31')).toEqual({ en: 'power' });
});

test('the calendar can be asked as it was known at an instant', () => {
  const { calendarAt } = toDirectory(rows);
  expect(calendarAt('city', new Date('2020-07-29T09:00:00Z')).isWorkday('2020-07-30')).toBe(true);
  expect(calendarAt('city', new Date('2020-07-29T11:00:00Z')).isWorkday('2020-07-30')).toBe(false);
});
