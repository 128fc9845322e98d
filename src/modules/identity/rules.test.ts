import { expect, test } from 'vitest';
import { callerOf, lockAfter, lockEverywhereAfter } from './rules/lockout.ts';
import { areMandateDays, stateAfterEnd } from './rules/mandate.ts';
import { maskName, maskNumber, toLocalPath, toPlainNumber, toUsername } from './rules/names.ts';
import { isWeakPassword } from './rules/password.ts';
import { dayPart } from './rules/views.ts';
import { idleMinutes, isWorthNoting } from './rules/session.ts';

test.each([
  ['  Reviewer ', 'reviewer'],
  ['ＡＤＭＩＮ', 'admin'],
  ['0600-620 5521', '06006205521'],
  ['+84 (0)511 123', '840511123'],
  ['new.hand', 'new.hand'],
  ['99', '99'],
])('the name %s is compared as %s', (typed, username) => {
  expect(toUsername(typed)).toBe(username);
});

test.each(['/my', '/vi/my/cases?x=1&parked=abc', '/a#b', '/zh-Hans/服务'])('%s is a place of this site', (path) => {
  expect(toLocalPath(path)).toBe(path);
});

test.each([
  '',
  'my',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/a b',
  '/\u0000',
  undefined,
])('%j is not a place to go on to', (path) => {
  expect(toLocalPath(path)).toBeUndefined();
});

test.each(['short', '12345678', 'aaaaaaaaaa', 'abcdefgh', 'password1', 'reviewer1', 'REVIEWER99', '１２３４５６７８', 'abababab'])(
  'the password %s is weak',
  (password) => {
    expect(isWeakPassword(password, ['reviewer', '何映川'])).toBe(true);
  },
);

test.each(['cranes over paddies', '稻田上的白鹤飞过', 'k7#mQ2xv', 'reviewer likes tea a lot'])('the password %s is not', (password) => {
  expect(isWeakPassword(password, ['reviewer', '何映川'])).toBe(false);
});

test('from the fifth failure on the wait doubles, up to an hour', () => {
  const now = new Date('2020-07-30T00:00:00Z');
  const minutes = (until: Date | null) => until && (until.getTime() - now.getTime()) / 60_000;
  expect([1, 4, 5, 6, 7, 10, 11, 12, 400].map((count) => minutes(lockAfter(count, now)))).toEqual([null, null, 1, 2, 4, 32, 60, 60, 60]);
  expect([50, 51, 500].map((count) => minutes(lockEverywhereAfter(count, now)))).toEqual([null, 15, 15]);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
  ['', ''],
])('who calls from %s is counted as %s', (address, caller) => {
  expect(callerOf(address)).toBe(caller);
});

test('sessions last by who one is, and a sign of life is noted once a minute', () => {
  expect(idleMinutes({ isStaff: true, care: true })).toBe(480);
  expect(idleMinutes({ isStaff: false, care: true })).toBe(60);
  expect(idleMinutes({ isStaff: false, care: false })).toBe(30);
  const seen = new Date('2020-07-30T00:00:00Z');
  expect(isWorthNoting(seen, new Date('2020-07-30T00:00:59Z'))).toBe(false);
  expect(isWorthNoting(seen, new Date('2020-07-30T00:01:00Z'))).toBe(true);
});

test.each([
  ['2020-07-30', '2020-07-30', true],
  ['2020-07-29', '2020-08-30', false],
  ['2020-08-30', '2020-08-29', false],
  ['2020-07-30', '2023-08-02', true],
  ['2020-07-30', '2023-08-03', false],
  ['2020-07-30', '2021-02-29', false],
])('a mandate from %s until %s, made on 30 July 2020: %s', (fromOn, untilOn, allowed) => {
  expect(areMandateDays(fromOn, untilOn, '2020-07-30')).toBe(allowed);
});

test('ending an offer means taking it back or declining it', () => {
  expect(stateAfterEnd('offered', 'agent', 'agent')).toBe('ended');
  expect(stateAfterEnd('offered', 'principal', 'agent')).toBe('declined');
  expect(stateAfterEnd('active', 'agent', 'principal')).toBe('ended');
  expect(stateAfterEnd('ended', 'agent', 'principal')).toBeUndefined();
  expect(stateAfterEnd('declined', 'agent', 'principal')).toBeUndefined();
});

test('a day has three parts, by the clocks of the centre', () => {
  const parts = ['03:59', '04:00', '09:59', '10:00', '16:00'].map((time) => dayPart(new Date(`2020-07-30T${time}:00Z`), 'Asia/Shanghai'));
  expect(parts).toEqual(['2020-07-30 morning', '2020-07-30 afternoon', '2020-07-30 afternoon', '2020-07-30 evening', '2020-07-31 morning']);
});

test('numbers and names are masked', () => {
  expect(maskNumber(toPlainNumber('990101 1930-0505 001x'))).toBe('990*************1X');
  expect(maskNumber('12345')).toBe('*****');
  expect([maskName('林青禾'), maskName('Nguyễn Minh Thư')]).toEqual(['林**', 'Nguyễn * *']);
});
